"""Cells that compute, run as they stand: short, of words that there are, and with data that bear out what their chart says."""

import ast
import json
import re
import warnings
from html import unescape

import altair as alt
import pytest
import vl_convert
from govcourse import answers, content, words
from govcourse.assessment.debrief import consensus
from govcourse.jupyter import charts, sources
from govcourse.kinds.plot.rules import by_workshop, expected
from govcourse.store.records import CountryFigure

LINES = 15  # imports too, as a beginner is to read them
CELLS = {one.id: one for one in content.computing().cells if one.session}


@pytest.fixture(autouse=True)
def fresh_answers():
    """Each test has a store of its own, and no answers yet."""
    sources.local.cache_clear()
    yield
    sources.local.cache_clear()


def source(id):
    path = content.root() / "notebooks" / f"session-{CELLS[id].session}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(one["source"]) for one in cells if one["cell_type"] == "code"]
    return next(one for one in sources if f'words("{id}")' in one)


def run(id, old="", new="", country="", team=""):
    """What a cell leaves behind, and its chart; with one thing in it changed, as a reader may."""
    code = source(id)
    assert code.count(old) == 1 or not old
    tree = ast.parse(code.replace(old, new) if old else code)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr)
    left = {"country": country, "team": team, "language": "en"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a page would show it
        exec(compile(tree, id, "exec"), left)
        return left, eval(compile(ast.Expression(last.value), id, "eval"), left)


def shown(chart, sliders=None):
    """What each mark stands for, as Vega reckons it and tells a screen reader; `sliders` by name are moved first."""
    spec = charts.prepared(chart.to_dict()) | {"width": 300}
    for name, value in (sliders or {}).items():
        slider = next(one for one in spec["params"] if one["name"] == name)
        assert slider["bind"]["min"] <= value <= slider["bind"]["max"]
        slider["value"] = value
    labels = re.findall(r'aria-label="([^"]*)"', vl_convert.vegalite_to_svg(spec, vl_version="6.4"))
    return [dict(part.split(": ", 1) for part in unescape(one).split("; ")) for one in labels if "; " in one]


def number(text):
    return float(text.replace("−", "-").replace(",", ""))


@pytest.mark.parametrize("id", CELLS)
def test_a_cell_is_short_and_ends_in_a_chart_with_a_message_and_named_axes(id):
    code = source(id)
    lines = [one for one in code.splitlines() if one]
    assert len(lines) <= LINES and max(map(len, lines)) <= 110
    _, chart = run(id)
    assert isinstance(chart, alt.Chart | alt.LayerChart)
    assert charts.message(chart.to_dict()) and "{" not in charts.message(chart.to_dict())
    assert "<svg" in vl_convert.vegalite_to_svg(
        charts.prepared(chart.to_dict()) | {"width": 300}, vl_version="6.4"
    )


@pytest.mark.parametrize("fall", [0, 10, 30])
def test_the_average_rises_however_far_the_poorest_fifth_falls(fall):
    t = words("fifths")
    change = {
        one["group"]: number(one["change"])
        for one in shown(run("fifths")[1], {"fall": fall})
        if "change" in one
    }
    assert change[t["average"]] > 0 and change[t["poorest"]] == -fall
    now = {
        one["group"]: number(one["now"]) for one in shown(run("fifths")[1], {"fall": fall}) if "now" in one
    }
    assert now.pop(t["average"]) == pytest.approx(sum(now.values()) / 5)


def test_without_tables_there_are_the_published_means_and_with_them_a_dot_for_each_country(
    store, monkeypatch
):
    _, chart = run("mirrors")
    assert charts.message(chart.to_dict()) == words("mirrors")["title"].format(between=0.42)
    assert len(shown(chart)) == 5 + 5
    figures = [("FJI", 0.6), ("TON", 0.4), ("FRA", 0.3), ("DEU", 0.6)]
    store.country_figures.replace([CountryFigure("egdi", 2024, one, "egdi", value) for one, value in figures])
    monkeypatch.setattr("govcourse.store.open_store", lambda: store)
    monkeypatch.setattr(store, "close", lambda: None)
    _, chart = run("mirrors")
    said = words("mirrors")["countries"].format(between=0.05, within=0.3)
    assert charts.message(chart.to_dict()) == said and len(shown(chart)) == 4 + 2


@pytest.mark.parametrize("called", ["FJI", "fiji"])
def test_the_group_of_one_s_country_is_marked_and_named(called):
    left, chart = run("mirrors", country=called)
    assert left["means"].set_index("region")["own"].to_dict() == {
        "Africa": False, "Americas": False, "Asia": False, "Europe": False, "Oceania": True,
    }  # fmt: skip
    named = [one["name"] for one in shown(chart) if "name" in one]  # a dot for each, and a name for one's own
    assert sorted(named) == ["Africa", "Americas", "Asia", "Europe", "Oceania", "Oceania"]


def test_own_responses_are_counted_and_the_lowest_dimension_is_named_and_before_them_the_example():
    _, chart = run("assessed")
    assert charts.message(chart.to_dict()) == "The exercise's example: lowest in Legal"
    items = {"legal-6": {"value": 5}, "technology-6": {"value": 2}, "technology-7": {"value": 2}}
    answers("dtca").save({"items": items})
    _, chart = run("assessed", country="Fiji")
    assert charts.message(chart.to_dict()) == "Fiji: lowest in Technology"
    counts = {
        one["dimension_title"]: one["Count of Records"] for one in shown(chart) if "Count of Records" in one
    }
    assert counts == {"Legal": "1", "Technology": "2"}


def test_dont_know_counted_as_a_step_makes_a_room_look_agreed_as_the_course_scores_it():
    t, (left, _) = words("dont-know"), run("dont-know")
    known, unknown = left["known"], left["unknown"]
    figures = {row["way"]: row["figures"] for row in left["rows"]}
    for way, steps in {
        t["left_out"]: known,
        t["as_three"]: known + [3] * unknown,
        t["shown"]: known,
    }.items():
        mean = round(sum(steps) / len(steps), 1)
        assert figures[way] == t["figures"].format(mean=mean, consensus=round(consensus(steps), 2))
    assert consensus(known + [3] * unknown) > 1.5 * consensus(known)


def ends(freed, changed=("", "")):
    left, chart = run("queue", *changed)
    assert {"0", str(freed)} == {one["Freed, per cent"] for one in shown(chart, {"share": freed})}
    waiting = [row["waiting"] for row in left["rows"] if row["freed"] == freed]
    return waiting[0], waiting[-1]


def test_a_queue_turns_between_two_steps_of_the_slider_and_later_it_is_too_late():
    assert ends(15)[1] > 400 > ends(20)[1] == 0
    assert ends(20, ("waiting = 400", "waiting = 500"))[1] > 500


def reached(found):
    rows = shown(run("take-up")[1], {"found": found})
    return {(one["group"], one["way"]): number(one["Reached, per cent"]) for one in rows}


def test_digital_alone_reaches_the_fewest_of_each_group_and_of_some_hardly_any():
    t = words("take-up")
    for found in (0, 40, 70):
        by = reached(found)
        groups = {group for group, _ in by}
        assert all(by[one, t["digital"]] <= by[one, t["help"]] <= by[one, t["several"]] for one in groups)
        assert by[t["everybody"], t["digital"]] == pytest.approx(62, abs=0.5)
        assert by[t["unlettered"], t["digital"]] < 100 / 7
    assert (
        reached(60)[t["old"], t["help"]] < by[t["families"], t["digital"]] < reached(65)[t["old"], t["help"]]
    )


def errors(**sliders):
    rows = [one for one in shown(run("errors")[1], sliders) if one["error"] in words("errors").values()]
    found = {one["error"]: number(one["People of 1,000"]) for one in rows if "People of 1,000" in one}
    return found[words("errors")["left_out"]], found[words("errors")["let_in"]]


@pytest.mark.parametrize("apart", [10, 25, 50])
def test_a_stricter_limit_lets_fewer_in_wrongly_and_leaves_more_out_wrongly(apart):
    left_out, let_in = zip(*(errors(limit=limit, apart=apart) for limit in range(20, 85, 15)), strict=True)
    assert list(left_out) == sorted(left_out) and list(let_in) == sorted(let_in, reverse=True)


def test_errors_are_as_the_chapter_tells_them_and_a_better_machine_makes_fewer():
    assert [round(one) for one in errors()] == [32, 202]
    assert errors(limit=40)[0] < 10 < errors(limit=45)[0]
    assert sum(errors(limit=60, apart=50)) < sum(errors(limit=60, apart=25))


def worths(**sliders):
    rows = shown(run("worth")[1], sliders)
    return {(one["way"], int(one["index"])): number(one["Value of projects 1 to 4"]) for one in rows}


@pytest.mark.parametrize("sliders", [{}, {"price": 0, "stopped": 10}, {"price": 20, "stopped": 0}])
def test_the_first_by_the_workshop_s_formula_is_the_last_by_expected_value(sliders):
    t, by = words("worth"), worths(**sliders)
    order = {way: sorted(range(1, 5), key=lambda one: -by[t[way], one]) for way in ("workshop", "expected")}
    assert order["workshop"][0] == order["expected"][-1] == 1 and order["workshop"] != order["expected"]


def test_values_are_those_of_the_exercise_and_a_pilot_pays_for_what_is_dear_and_unlikely():
    t, by = words("worth"), worths()
    for project, row in run("worth")[0]["ideas"].to_dict("index").items():
        money = {"benefits": row["B"], "costs": row["C"], "probability": row["p"]}
        assert by[t["workshop"], project] == pytest.approx(by_workshop(money))
        assert by[t["expected"], project] == pytest.approx(expected(money))
    assert by[t["pilot"], 1] > by[t["expected"], 1] and by[t["pilot"], 2] < by[t["expected"], 2]
    # five of seven failures stopped is the pilot of the chapter: one goes on with 0.5, and then 0.6 succeed
    money |= {"benefits": 100, "costs": 40, "probability": 0.6, "pilot": 4, "go_on": 0.5}
    assert expected(money) == pytest.approx(-10 + 5 / 7 * 0.7 * 40 - 4)


def ranges(left, chart):
    """How long each bar of a tornado is, by name."""
    assert {one["variable"] for one in shown(chart)} == set(left["halves"])
    return {name: max(means) - min(means) for name, means in left["halves"].items()}


def test_most_runs_of_the_example_lose_though_it_gains_on_average_until_costs_rise_as_they_may():
    left, chart = run("runs")
    assert (left["mean"], left["lost"]) == (78000, 60)
    said = "The exercise's example: “Ask for data only once” is worth 78,000 on average, and 60 of 100 runs lose money"
    assert charts.message(chart.to_dict()) == said
    t, bars = words("runs"), ranges(left, chart)
    assert bars[t["works"]] > bars[t["benefits"]] > bars[t["costs"]] > 0
    assert run("runs", "0.8, 1, 1.6", "0.8, 1, 2.5")[0]["mean"] < 0


def idea(name, benefits, costs, probability, **pilot):
    money = {"benefits": benefits, "costs": costs, "probability": probability, **pilot}
    return {"id": name.lower(), "name": name, "x": 50, "y": 50, "money": money}


def test_chance_decides_on_one_s_own_dearest_idea_and_its_pilot_counts():
    answers("value-feasibility").save({"items": [{"id": "bare", "name": "Bare", "x": 5, "y": 5}]})
    assert run("runs")[0]["own"].example
    dear, pilot = (100, 40, 0.3), {"pilot": 2, "go_on": 0.5}
    answers("value-feasibility").save({"items": [idea("Cheap", 50, 5, 0.9), idea("Dear", *dear)]})
    left, chart = run("runs", team="Blue")
    assert charts.message(chart.to_dict()).startswith("Blue: “Dear” is worth -11 on average")
    answers("value-feasibility").save({"items": [idea("Dear", *dear[:2], 0.6, **pilot)]})
    assert run("runs")[0]["mean"] == pytest.approx(
        1.133 * expected(idea("", *dear[:2], 0.6)["money"]) / 2 - 2, abs=1
    )
    answers("value-feasibility").save({"items": [idea("Sure", 10, 0, 1)]})  # nothing is left to chance
    left, chart = run("runs")
    assert left["lost"] == 0 and ranges(left, chart)[words("runs")["works"]] == 0


def deciding(left):
    return set(left["steps"].index[left["steps"]["kind"] == words("path")["decides"]])


def test_what_the_end_of_the_example_waits_for_decides_until_one_takes_the_waiting_out():
    left, chart = run("path")
    assert deciding(left) == {"1.1", "1.2"}
    said = "The exercise's example: 2 of 3 steps decide that the plan ends on 2027-10-27"
    assert charts.message(chart.to_dict()) == said and len(shown(chart)) == 3
    left, chart = run("path", '{"1.1": ["1.2"]}', "{}")
    assert deciding(left) == {"1.1"} and "1 of 3 steps" in charts.message(chart.to_dict())
    assert "2027-07-31" in charts.message(chart.to_dict())


def step(start, end, text):
    return {"id": text.lower(), "step": text, "start": start, "end": end}


def test_the_critical_path_is_that_of_one_s_own_plan_with_what_its_steps_wait_for():
    steps = [
        step("2027-01-01", "2027-03-01", "Ask"),
        step("2027-03-04", "2027-06-01", "Build"),
        step("2027-02-01", "2027-04-01", "Train"),
        {"id": "later", "step": "Some day"},
    ]
    answers("action-plan").save({"goals": [{"id": "g", "title": "G", "steps": steps}]})
    left, chart = run("path", team="Blue")
    assert deciding(left) == {"1.2"} and len(shown(chart)) == 3
    assert charts.message(chart.to_dict()) == "Blue: 1 of 3 steps decide that the plan ends on 2027-06-01"
    left, _ = run("path", "else {}", 'else {"1.2": ["1.1", "1.3"]}')
    assert deciding(left) == {"1.2", "1.3"}  # asking may take four weeks longer before anybody waits for it
    assert str(left["steps"]["begin"]["1.2"].date()) == "2027-04-01"


def test_wins_keep_commitment_above_what_it_is_without_them():
    left, _ = run("wins")
    by = {gap: [row["commitment"] for row in left["rows"] if row["gap"] == gap] for gap in range(13)}
    assert by[0] == sorted(by[0], reverse=True)
    assert all(by[gap][-1] > by[0][-1] for gap in range(1, 13))
    assert min(by[2]) > 60 > min(by[3])
