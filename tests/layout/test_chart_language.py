"""Charts as a language runs and writes: where their marks and names stand once Vega has drawn them."""

import json

import altair as alt
import pytest
import vl_convert
from bs4 import BeautifulSoup
from govcourse.layout import chart_language

ROWS = [{"who": "ا", "n": 1}, {"who": "ب", "n": 4}]


@pytest.fixture
def arabic(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_LANGUAGE", "ar")


def drawn(chart, version):
    made = chart_language.directed(chart.properties(width=400).to_dict())
    return BeautifulSoup(vl_convert.vegalite_to_svg(made, vl_version=version), "xml")


def left(node):
    """How far from the left of the chart a mark or a text stands, in pixels."""
    within = [node, *node.find_parents("g")]
    groups = [one for one in within[:-1] if "translate" in str(one.get("transform", ""))]
    return sum(float(str(one["transform"]).split("(")[1].split(",")[0]) for one in groups)


@pytest.mark.parametrize("version", ["5.21", "6.4"])  # of JupyterLab, and of our own pages
def test_in_arabic_bars_begin_at_the_right_with_their_names_and_what_they_come_to_stands_at_their_left(
    arabic, version
):
    of = alt.Chart(alt.Data(values=ROWS)).encode(x="n:Q", y=alt.Y("who:N", title=None))
    said = of.mark_text(align="left", dx=8).encode(text="n:Q")
    fixed = of.mark_text(align="left").encode(x=alt.value(8), text=alt.value("at the edge"))
    made = drawn(of.mark_bar() + said + fixed, version)
    ends = [str(one["d"]) for one in made.select("g.mark-rect path[aria-roledescription=bar]")]
    assert ends[1].startswith("M0,") and "h400" in ends[1], "the longer one is as wide as the chart"
    assert all(left(one) > 400 for one in made.select("g.role-axis-label text") if one.string in "اب")
    short, long = (one for one in made.select("g.mark-text.role-mark text") if one.string in ("1", "4"))
    assert (left(short), left(long)) == (300 - 8, -8) and short["text-anchor"] == "end"
    assert {left(one) for one in made.find_all("text", string="at the edge")} == {392}


def test_categories_begin_at_the_right_too_and_a_plot_with_sides_of_its_own_stays(arabic):
    chart = alt.Chart(alt.Data(values=ROWS)).mark_point().encode(x="who:N", y="n:Q")
    first, second = (
        one for one in drawn(chart, "6.4").select("g.role-axis-label text") if one.string in "اب"
    )
    assert left(first) > left(second)
    kept = chart.properties(usermeta={"keeps_sides": True}).to_dict()
    assert chart_language.directed(kept) == kept


def test_a_title_and_its_room_change_sides(arabic):
    spec = {
        "mark": "bar",
        "title": {"text": ["…"], "anchor": "start"},
        "padding": {"left": 5, "right": 28, "top": 1},
    }
    made = chart_language.directed(spec)
    assert made["title"]["anchor"] == "end" and made["padding"] == {"left": 28, "right": 5, "top": 1}


def test_room_that_is_the_same_on_all_sides_stays(arabic):
    of = alt.Chart(alt.Data(values=ROWS)).mark_bar().encode(x=alt.X("n:Q", scale=alt.Scale(padding=4)))
    made = chart_language.directed(of.properties(padding=7).to_dict())
    assert made["padding"] == 7 and made["encoding"]["x"]["scale"]["padding"] == 4


def test_what_runs_from_left_to_right_stays_as_it_is():
    spec = alt.Chart(alt.Data(values=ROWS)).mark_bar().encode(x="n:Q").to_dict()
    assert chart_language.directed(spec) == spec


def test_figures_are_written_as_in_the_language():
    signs = {code: chart_language.written(code)["format_locale"] for code in ("en", "fr")}
    assert (signs["en"]["decimal"], signs["fr"]["decimal"], signs["fr"]["percent"]) == (".", ",", "\xa0%")
    chart = alt.Chart(alt.Data(values=[{"n": 0.5}])).mark_text().encode(text=alt.Text("n:Q", format=".2f"))
    assert ">0,50<" in vl_convert.vegalite_to_svg(
        chart.to_dict(), vl_version="6.4", **chart_language.written("fr")
    )
    assert json.dumps(chart_language.written("ar"))
