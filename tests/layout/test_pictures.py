"""Charts as pictures: their own colours, and words where one cannot be drawn."""

import altair as alt
import pytest
from govcourse.layout import pictures
from govcourse.layout.brand import Brand


class Panic(BaseException):
    """As pyo3 raises it."""


def test_only_a_chart_s_own_colours_are_put_in_and_not_what_its_data_say():
    chart = alt.Chart(alt.Data(values=[{"a": "var(--accent)"}])).mark_bar(color="var(--accent)")
    spec = pictures._ready(chart.to_dict(), {"accent": "#123456"})
    assert spec["mark"]["color"] == "#123456" and "var(--accent)" in str(spec)


def test_a_keyboard_interrupt_is_not_taken_for_a_broken_chart(monkeypatch):
    import vl_convert

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(vl_convert, "vegalite_to_png", interrupted)
    with pytest.raises(KeyboardInterrupt):
        pictures.draw(alt.Chart(alt.Data(values=[])).mark_bar(), "", Brand())
