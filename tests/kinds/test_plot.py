"""The plot: what its figures come to."""

import pytest
from govcourse import content, kinds
from govcourse.kinds.plot import rules as plot
from govcourse.kinds.plot.chart import places
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Table
from govcourse.layout.brand import Brand

from tests.kinds import examples


@pytest.mark.parametrize("example", examples("plot")["values"])
def test_costs_are_paid_in_any_case_and_a_pilot_too(example):
    for value, name in ((plot.expected, "expected"), (plot.by_workshop, "workshop")):
        wanted = example[name]
        assert value(example["money"]) == (None if wanted is None else pytest.approx(wanted))


@pytest.mark.parametrize("example", examples("plot")["rankings"])
def test_items_are_ranked_with_score_and_quadrant(example):
    found = plot.ranking(example["items"], example["rule"])
    assert [item["id"] for item in found] == example["order"]
    assert [item["score"] for item in found] == pytest.approx(example["scores"])
    assert [list(item["quadrant"]) for item in found] == example["quadrants"]


def test_in_a_room_what_has_no_name_is_not_placed_and_what_has_one_stands_once():
    activity = content.activity("value-feasibility")
    answers = [{"items": [{"id": "a", "name": "One form", "x": 20, "y": 40}, {"id": "b", "name": " "}]},
               {"items": [{"id": "c", "name": "one FORM", "x": 40, "y": 60}]}]  # fmt: skip
    assert [(one["name"], one["n"], one["x"], one["y"]) for one in plot.placed(activity, answers)] == [
        ("One form", 2, 30, 50)
    ]


def test_what_waits_to_be_placed_is_neither_ranked_nor_drawn_nor_done_but_stands_in_tables():
    activity = content.activity("value-feasibility")
    answer = {"items": [{"id": "a", "name": "Waits"}, {"id": "b", "name": "Lies", "x": 0, "y": 80}]}
    assert [one["id"] for one in plot.ranking(answer["items"])] == ["b"]
    assert [one["name"] for one in plot.placed(activity, [answer])] == ["Lies"]
    blocks = kinds.kind(activity.id).report().figures(activity, answer, Page(Brand()))
    assert [row[1] for row in next(one for one in blocks if isinstance(one, Table)).rows] == ["Lies"]
    assert kinds.reader(activity.id, answer).progress() == (1, 3)
    (table,) = kinds.kind(activity.id).tables(activity)
    assert [row[1:8] for row in table.rows(answer)][0] == ("Waits", None, None, None, None, None, None)


def test_documents_show_the_expected_value_beside_the_workshop_s_formula():
    activity = content.activity("value-feasibility")
    blocks = kinds.kind(activity.id).report().figures(activity, activity.example, Page(Brand()))
    table = next(one for one in blocks if isinstance(one, Table))
    shown = {row[1]: row[-2:] for row in table.rows}
    assert table.head[-2:] == ["Expected value", "Workshop's formula"]
    assert shown["Ask for data only once"] == ["60,000", "600,000"]
    assert shown["New design of the portal"] == ["–", "–"]


def test_a_plot_without_a_name_on_it_has_no_picture():
    activity = content.activity("value-feasibility")
    answer = {"items": [{"id": "b", "name": " ", "x": 10}]}
    assert kinds.kind(activity.id).report().figures(activity, answer, Page(Brand())) == []


@pytest.mark.parametrize(
    ("direction", "title"), [("ltr", "easy  ←  A  →  hard"), ("rtl", "hard  →  A  ←  easy")]
)
def test_an_axis_is_high_at_the_right_in_every_direction_of_reading(direction, title):
    """From right to left, what is said first stands at the right."""
    about = content.activity("value-feasibility")
    axis = about.x.model_copy(update={"low": "easy", "title": "A", "high": "hard"})
    spec = places(about.model_copy(update={"x": axis}), [], direction).to_dict(validate=False)
    assert spec["layer"][0]["encoding"]["x"]["axis"]["title"] == title
