"""The matrix: its arithmetic."""

import pytest
from govcourse import content, documents, kinds
from govcourse.kinds.matrix import rules as matrix
from govcourse.kinds.report import Page, RoomAnswers
from govcourse.layout.blocks import Table
from govcourse.layout.brand import Brand

from tests.documents.conftest import text_of
from tests.kinds import examples

PAGE = Page(Brand())


@pytest.mark.parametrize("example", examples("matrix"))
def test_a_matrix_adds_up_as_its_arithmetic_says(example):
    activity = content.activity(example["activity"])
    assert kinds.validate(activity.id, example["answer"]) == example["answer"]
    for figure, expected in example["figures"].items():
        found = getattr(matrix, figure)(activity, example["answer"])
        kept = [{key: row[key] for key in expected[0]} for row in found][: len(expected)]
        assert kept == expected


@pytest.mark.parametrize(
    ("activity", "message"),
    [
        ("inclusion-obstacles", "Lack of legal identity weighs most: “It decides”"),
        ("principles-check", "personalised services holds the others back: “Hardly”"),
        ("change-levels", "Organisational change holds the others back: “Slowly”"),
        ("public-value", "Economic value holds the others back: “Destroys some”"),
        ("maturity-grid", "institutional framework: from “Online presence” to “Connected”"),
        ("selection-criteria", "Highest: Mobile team for remote districts (43 / 50)"),
        ("ndp-sdg", "Highest: Small farmers earn enough to stay (5 / 6)"),
    ],
)
def test_the_title_of_a_matrix_names_what_is_worst_or_furthest_from_its_target(activity, message):
    made = documents.make(activity, content.activity(activity).example, "docx")
    assert message in text_of(made, "docx")


def changed(id, **change):
    activity = content.activity(id)
    return activity.model_validate({**activity.model_dump(exclude_none=True, by_alias=True), **change})


def test_a_room_s_median_may_lie_between_two_levels_and_one_that_nobody_gave_is_a_dash():
    activity = content.activity("maturity-grid")
    today, (first, second, *_) = activity.asks[0].id, matrix.levels(activity)
    answers = [{"cells": {"legal": {today: one.id}}} for one in (first, second)]
    made = kinds.kind(activity.id).report().room(activity, RoomAnswers(answers), PAGE)
    (table,) = [one for one in made if isinstance(one, Table)]
    (row,) = table.rows
    assert row[1:] == [f"{first.title} / {second.title}", "–", 2]


def test_a_room_that_placed_nothing_says_nothing():
    activity, report = content.activity("maturity-grid"), kinds.kind("maturity-grid").report()
    assert (
        report.room(activity, RoomAnswers([{}]), PAGE)
        == report.say(activity, RoomAnswers([{}]), PAGE, "1")
        == []
    )


def test_levels_that_are_all_worth_the_same_make_no_chart():
    activity = content.activity(
        "mindset-matrix" if "mindset-matrix" in content.activity_ids() else "maturity-grid"
    )
    same = changed(
        activity.id, levels=[{"id": f"l{n}", "title": "L", "about": "A", "value": 1} for n in range(2)]
    )
    answer = {"cells": {matrix.rows(same)[0].id: {same.asks[0].id: "l0"}}}
    assert kinds.kind(activity.id).report().figures(same, answer, PAGE) == []


def test_a_matrix_that_asks_for_one_level_and_nothing_else_offers_nothing():
    activity = content.activity("maturity-grid")
    one = changed(activity.id, asks=[activity.asks[0].model_dump()])
    assert kinds.kind(activity.id).outline(one)["feeds"] == []


def test_only_a_matrix_of_the_goals_says_which_goals_are_served():
    assert kinds.kind("maturity-grid").report().goals(content.activity("maturity-grid"), {}) == []


def test_whoever_reviews_a_choice_by_weights_reads_the_weights_too():
    activity = content.activity("selection-criteria")
    report = kinds.kind(activity.id).report()
    answer = {**activity.example, "weights": {"trust": 3, "own-1": 0}, "titles": {"own-1": "Speed"}}
    weights, *rest = report.whole(activity, answer, "en")
    lines = [("Impact on trust and transparency", "3"), ("Speed", "0")]
    assert weights["title"] == "Weight" and [(one["label"], one["text"]) for one in weights["lines"]] == lines
    assert rest == kinds.parts(activity.id, answer) != []
    assert report.whole(activity, {}, "en") == kinds.parts(activity.id, {})
