"""The estimate: what may be answered, and how a room's two rounds are spread."""

import pytest
from govcourse import content, kinds
from govcourse.kinds import AnswerError
from govcourse.kinds.estimate.activity import Estimate
from govcourse.kinds.estimate.rules import rounds, spread
from govcourse.kinds.report import Page, RoomAnswers
from govcourse.layout.brand import Brand

from tests.kinds import examples

ID = "plans-that-last"


def estimate(**more):
    return Estimate.model_validate(content.activity(ID).model_dump(exclude={"example", "feeds"}) | more)


@pytest.mark.parametrize("example", examples("estimate"), ids=lambda example: example["says"])
def test_estimates_are_spread_as_the_examples_say(example):
    found = spread(estimate(low=example["low"], high=example["high"]), example["given"])
    assert [step["count"] for step in found["steps"]] == example["counts"]
    assert found["quartiles"] == pytest.approx(example["quartiles"])
    if found["steps"]:
        assert (found["steps"][0]["low"], found["steps"][-1]["high"]) == (example["low"], example["high"])


@pytest.mark.parametrize("value", [-1, 101, 1e12, float("inf"), "7", True])
@pytest.mark.parametrize("field", ["first", "second"])
def test_a_number_out_of_range_is_refused_with_its_field(field, value):
    with pytest.raises(AnswerError) as error:
        kinds.validate(ID, {field: value})
    assert error.value.field == field


def test_none_is_a_number_and_counts_as_done():
    assert kinds.progress(ID, {"first": 0, "second": 0}) == (2, 2)
    assert rounds(content.activity(ID), [{"first": 0}, {"second": 3}, {}])["first"]["n"] == 1


def test_the_room_sees_each_round_from_five_estimates_on():
    def told(*answers):
        return kinds.for_room(ID, kinds.figures(ID, list(answers)))

    four = [{"first": n, "second": n} for n in range(4)]
    assert told(*four) == {"n": 4, "too_few": 5}
    some = told(*four, {"first": 9})
    assert some["first"]["steps"] and not some["second"]["steps"] and not some["second"]["quartiles"]


def test_nobody_sees_others_numbers_while_they_make_their_own():
    assert [(one["id"], one["blind"]) for one in kinds.kind(ID).phases(content.activity(ID))] == [
        ("first", True),
        ("talk", False),
        ("second", True),
    ]


def test_a_range_without_room_is_refused():
    with pytest.raises(ValueError, match="above"):
        estimate(low=5, high=5)


def test_the_report_has_both_rounds_and_leaves_out_one_of_few():
    activity, report, page = content.activity(ID), kinds.kind(ID).report(), Page(Brand())
    answers = [{"first": 10 * n, "second": 50} for n in range(6)]
    heading, said, table = report.room(activity, RoomAnswers(answers, 5), page)
    assert heading.text == activity.question and len(table.head) == 3 and len(table.rows) == 10
    assert "the middle one is 25," in said.text and "the middle one is 50," in said.text
    few = [*answers[:4], {"first": 1}]
    *_, table = report.room(activity, RoomAnswers(few, 5), page)
    assert len(table.head) == 2
    assert report.room(activity, RoomAnswers(answers[:4], 5), page) == []
