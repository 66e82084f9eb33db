"""An assessment beside the same one at an earlier time: of one respondent by worked examples, of a room without anybody's answers."""

import json
from pathlib import Path

import pytest
from govcourse import content, kinds
from govcourse.assessment import again
from govcourse.assessment.again import Kept, changes, kept
from govcourse.assessment.debrief import debrief
from govcourse.kinds import AnswerError
from govcourse.kinds.report import Page
from govcourse.layout.brand import Brand
from pydantic import ValidationError

EXAMPLES = json.loads((Path(again.__file__).parent / "examples.json").read_text(encoding="utf-8"))
ID = "dtca"


def items(steps):
    return {id: {"value": value} for id, value in steps.items()}


@pytest.mark.parametrize("example", EXAMPLES["changes"], ids=lambda example: example["about"])
def test_then_and_now_of_one_respondent(example):
    answer = {"items": items(example["now"]), "earlier": {"items": items(example["then"])}}
    (row,) = (one for one in changes(answer, content.instrument()) if one["id"] == example["id"])
    assert row["before"] == pytest.approx(example["before"]) and row["now"] == pytest.approx(example["after"])
    assert row["change"] == pytest.approx(example["change"])
    assert [row[name] for name in ("both", "up", "down")] == [
        example[name] for name in ("both", "up", "down")
    ]


def test_where_there_was_no_strategy_the_lowest_step_is_set_beside_what_was_answered_later():
    then = {"strategy-6": {"absent": True}, "strategy-7": {"value": 5}}
    now = items({"strategy-6": 3, "strategy-7": 4, "strategy-8": 4})
    row = changes({"items": now, "earlier": {"items": then}}, content.instrument())[1]
    assert (row["before"], row["both"], row["up"]) == (1.0, 1, 1)


def test_without_an_earlier_time_there_is_nothing_to_set_beside():
    assert changes({"items": items({"legal-8": 1})}, content.instrument()) == []


def test_earlier_answers_are_read_back_and_count_in_no_figure():
    five = {one.id: 1 for one in content.instrument().dimensions[3].statements}
    answer = {"items": items(dict.fromkeys(five, 3)), "earlier": {"on": "2026-03-01", "items": items(five)}}
    (table, meaning) = kinds.kind(ID).report().figures(content.activity(ID), answer, Page(Brand()))[-2:]
    row = next(row for row in table.rows if row[0] == "Legal")
    assert (
        row[1:] == ["1.0", "3.0", "+2.0", "5 higher, 0 lower, of 5"]
        and table.head[1].replace("\N{NO-BREAK SPACE}", " ") == "1 Mar 2026"
    )
    assert "one person's answer" in str(meaning)
    with_earlier, without = ([answer] * 6, [{"items": answer["items"]}] * 6)
    assert kinds.figures(ID, with_earlier) == kinds.figures(ID, without)
    assert kinds.figures(ID, [{"earlier": answer["earlier"]}] * 6)["n"] == 0


@pytest.mark.parametrize(
    ("earlier", "field"),
    [
        ({"items": {"nowhere": {"value": 1}}}, "earlier.items.nowhere"),
        ({"items": {"legal-8": {"value": 9}}}, "earlier.items.legal-8.value"),
        ({"items": {"legal-8": {"absent": True}}}, "earlier.items.legal-8"),
        ({"targets": {"nowhere": 3}}, "earlier.targets.nowhere"),
        ({"on": "yesterday"}, "earlier.on"),
        ({"earlier": {}}, "earlier.earlier"),
        ({"vignettes": {}}, "earlier.vignettes"),
        ("all", "earlier"),
    ],
)
def test_what_no_answers_file_could_hold_is_refused(earlier, field):
    with pytest.raises(AnswerError) as error:
        kinds.validate(ID, {"earlier": earlier})
    assert error.value.field == field


# ---- a room


def figures(n, legal=3):
    answers = [
        {"items": items({**dict.fromkeys(["legal-6", "legal-7", "legal-8"], legal)})} for _ in range(n)
    ]
    return debrief(answers, content.instrument())


def test_of_a_room_figures_are_kept_and_of_fewer_than_five_nothing():
    found = kept(figures(6), "Cohort 1", "2026-03-01")
    assert found and list(found.dimensions) == ["legal"]  # nobody answered the others
    assert (found.n, found.dimensions["legal"].score, found.dimensions["legal"].respondents) == (6, 3.0, 6)
    assert kept(figures(4), "Cohort 1", "2026-03-01") is None
    assert kept(debrief([], content.instrument()), "Cohort 1", "2026-03-01") is None


DIMENSION = {"respondents": 6, "score": 3.0, "median": 3.0, "q1": 2.0, "q3": 4.0, "consensus": 0.5}
WHOLE = {"title": "Cohort 1", "on": "2026-03-01", "n": 6, "dimensions": {"legal": DIMENSION}}


@pytest.mark.parametrize(
    "change",
    [
        {"n": 4}, {"n": "6"}, {"n": True}, {"on": "2026-13-01"}, {"on": ""}, {"title": "x" * 201}, {"title": 1}, {"surprise": 1},
        {"dimensions": {}}, {"dimensions": {f"d{n}": DIMENSION for n in range(51)}}, {"dimensions": [DIMENSION]},
        *({"dimensions": {"legal": {**DIMENSION, **wrong}}} for wrong in (
            {"respondents": 4}, {"score": 5.1}, {"score": float("nan")}, {"score": "high"}, {"consensus": 2}, {"name": "Ann"},
        )),
    ],
)  # fmt: skip
def test_a_file_that_is_not_quite_one_of_ours_is_refused(change):
    assert Kept.model_validate(WHOLE)
    with pytest.raises(ValidationError):
        Kept.model_validate({**WHOLE, **change})
