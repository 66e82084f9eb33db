"""A chart of a cell, as each host gets it: it asks no other host for anything, and says in words what it shows."""

import json
import re
from html import unescape

import altair as alt
import pandas as pd
import pytest
import vl_convert
from govcourse.jupyter import charts
from IPython.core.interactiveshell import InteractiveShell

ROWS = pd.DataFrame({"place": ["North", "<South>"], "share": [0.25, 1 / 3]})


def chart(**more):
    made = alt.Chart(ROWS, **{"title": "The North has less", **more})
    return made.mark_bar(color="var(--accent)").encode(x="share:Q", y="place:N")


def spec_of(html):
    return json.loads(unescape(re.search(r'data-govcourse-chart="([^"]*)"', html)[1]))


@pytest.fixture
def book(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_BOOK", "1")


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_SERVER", "http://127.0.0.1:1/")


def test_jupyterlab_draws_it_by_itself_in_colours_that_it_can_read():
    found = charts.bundle(chart())
    assert set(found) == {charts.LAB, "text/plain"} and found["text/plain"] == "The North has less"
    assert "var(" not in json.dumps(found) and "$schema" not in found[charts.LAB]


def test_in_a_dark_jupyterlab_the_title_stands_in_ink_on_the_chart_s_white():
    spec = charts.bundle(chart())[charts.LAB]
    assert spec["config"]["background"] == "white"
    assert spec["title"]["color"] == spec["config"]["text"]["color"]


def test_a_page_of_the_server_draws_it_by_the_course_s_script(server):
    html = charts.bundle(chart())["text/html"]
    spec = spec_of(html)
    assert spec["mark"]["color"] == "var(--accent)" and spec["width"] == "container" and "title" not in spec
    assert "<svg" not in html and 'aria-label="The North has less"' in html and "http" not in html


def test_in_the_book_the_picture_stands_there_without_a_script(book):
    html = charts.bundle(chart())["text/html"]
    assert (
        "<svg" in html and "var(--accent, " in html and "<figcaption>The North has less</figcaption>" in html
    )


def test_its_data_stand_beside_it_as_a_table_in_which_text_is_text(server):
    html = charts.bundle(chart())["text/html"]
    assert "<td>&lt;South&gt;</td><td>0.3333</td>" in html and "<South>" not in html


def test_a_long_table_and_one_that_the_chart_reckons_with_are_left_out(server):
    long = alt.Chart(pd.DataFrame({"n": range(charts.MOST + 1)})).mark_point().encode(x="n:Q")
    reckoned = chart().transform_calculate(double="datum.share * 2")
    layered = reckoned + reckoned.mark_text()
    assert all("<table" not in charts.bundle(one)["text/html"] for one in (long, reckoned, layered))


def test_a_mark_of_which_a_cell_says_nothing_is_in_the_course_s_colours(server):
    plain = alt.Chart(ROWS).mark_bar().encode(x="share:Q")
    look = spec_of(charts.bundle(plain)["text/html"])["config"]
    own = spec_of(charts.bundle(plain.configure_mark(color="var(--warn)"))["text/html"])["config"]
    assert (look["mark"]["color"], own["mark"]["color"]) == ("var(--accent)", "var(--warn)")


def test_a_chart_of_charts_keeps_its_own_width_and_one_without_a_title_says_nothing(server):
    both = chart(title="") | chart(title="")
    html = charts.bundle(both)["text/html"]
    assert "width" not in spec_of(html) and "figcaption" not in html


def test_in_a_shell_every_kind_of_chart_is_shown_so_and_altair_is_not_imported_for_it(monkeypatch):
    shell = InteractiveShell()
    monkeypatch.setattr("IPython.core.getipython.get_ipython", lambda: shell)
    monkeypatch.setattr(charts, "_known", False)
    charts.register()
    charts.register()
    for one in (chart(), chart() + chart(), chart() & chart()):
        assert charts.LAB in shell.display_formatter.format(one)[0]


def test_outside_of_a_shell_nothing_is_registered(monkeypatch):
    monkeypatch.setattr(charts, "_known", False)
    charts.register()
    assert charts._known is False


def test_jupyterlab_shows_a_long_message_in_lines_and_a_name_with_a_break_too():
    long = (
        "What this chart says cannot be said in a few words, and goes on over more than one line of a title"
    )
    found = charts.bundle(chart(title=long))
    lines = found[charts.LAB]["title"]["text"]
    assert len(lines) == 2 and " ".join(lines) == found["text/plain"] == long
    named = (
        alt.Chart(alt.Data(values=[{"who": "North\nand South", "n": 1}]))
        .mark_bar()
        .encode(x="n:Q", y="who:N")
    )
    drawn = vl_convert.vegalite_to_svg(charts.bundle(named)[charts.LAB], vl_version="5.21")
    assert ">North</tspan>" in drawn and ">and South</tspan>" in drawn


@pytest.mark.parametrize(
    ("lines", "step"), [(1, 44), (2, 44), (3, 3.5 * charts.LINE), (5, 5.5 * charts.LINE)]
)
def test_rows_are_high_enough_for_names_that_were_broken_into_lines(server, lines, step):
    rows = pd.DataFrame({"place": ["\n".join(["A long name"] * lines), "South"], "share": [1, 2]})
    made = alt.Chart(rows, height=alt.Step(44)).mark_bar().encode(x="share:Q", y="place:N")
    assert spec_of(charts.bundle(made)["text/html"])["height"] == {"step": step}


def test_a_narrow_chart_of_a_plan_still_names_its_months(book):
    rows = pd.DataFrame({"begin": pd.to_datetime(["2026-12-01", "2027-05-01"]), "end": pd.to_datetime(["2027-05-01", "2027-10-27"]), "name": ["A step with a long name", "Another"]})  # fmt: skip
    made = alt.Chart(rows, title="Ends").mark_bar().encode(x=alt.X("begin:T", title=None), x2="end:T", y=alt.Y("name:N", title=None))  # fmt: skip
    html = charts.bundle(made)["text/html"]
    assert {"2027", "Apr", "Jul"} <= set(re.findall(r'opacity="1"[^>]*>([^<]+)<', html))
