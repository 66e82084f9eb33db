"""Charts as pictures: their own colours, and words where one cannot be drawn."""

import altair as alt
import pytest
import vl_convert
from bs4 import BeautifulSoup
from govcourse.layout import charts, pictures
from govcourse.layout.blocks import Text
from govcourse.layout.brand import Brand
from govcourse.layout.chart_language import written


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

    monkeypatch.setattr(vl_convert, "vegalite_to_svg", interrupted)
    with pytest.raises(KeyboardInterrupt):
        pictures.draw(alt.Chart(alt.Data(values=[])).mark_bar(), "", Brand())


def test_a_chart_that_no_pixels_can_be_made_of_is_told_in_words(monkeypatch, caplog):
    def panics(*_, **__):
        raise Panic

    monkeypatch.setattr(vl_convert, "svg_to_png", panics)
    drawn = pictures.draw(alt.Chart(alt.Data(values=[])).mark_bar(), "Most said yes", Brand())
    assert pictures.in_pixels(drawn) == Text("Most said yes", "note")
    assert "could not be drawn" in caplog.text


def test_a_line_from_right_to_left_has_its_number_and_full_stop_where_its_letters_run():
    drawn = "<svg><text>1 اسم</text><text><tspan dy='0'>سطر</tspan><tspan dy='17'>آخر.</tspan></text><text>a.</text></svg>"
    texts = [one.get_text() for one in BeautifulSoup(pictures._line_by_line(drawn), "xml").find_all("text")]
    assert texts == ["\u200f1 اسم\u200f", "\u200fسطر\u200f", "\u200fآخر.\u200f", "a."]


@pytest.mark.parametrize(("language", "month"), [("en", "Jan"), ("fr", "janv."), ("ar", "يناير")])
def test_the_months_of_a_time_line_are_named_in_its_language(language, month):
    time = written(language)["time_format_locale"]
    assert time["shortMonths"][0] == month and len(time["days"]) == 7
    rows = [{"d": "2027-01-01", "e": "2027-03-01"}]
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar()
        .encode(x=alt.X("d:T").axis(format="%b", tickCount="month"), x2="e:T")
    )
    drawn = vl_convert.vegalite_to_svg(chart.to_dict(validate=False), vl_version="6.4", **written(language))
    assert month in drawn


def test_what_a_bar_below_nought_comes_to_stands_beside_it():
    rows = [{"title": "a", "value": -1, "shown": "worse"}, {"title": "b", "value": 2, "shown": "better"}]
    made = charts.bars(rows).to_dict()
    field = made["layer"][1]["encoding"]["x"]["field"]
    assert [row[field] for row in made["data"]["values"]] == [0, 2]
