"""The debrief: what it is told of the assessment, and what of it goes into the plan."""

import pytest
from govcourse import content, kinds
from govcourse.kinds import AnswerError

ID = "dtca-debrief"


def test_it_is_told_the_instrument_what_helps_with_each_dimension_and_the_charts():
    spec = kinds.spec(ID)
    dimensions = [one["id"] for one in spec["instrument"]["dimensions"]]
    assert list(spec["helps"]) == dimensions
    assert all(help["pillars"] or help["cases"] for help in spec["helps"].values())
    titles = {one.id: one.title for one in content.cases()}
    assert all(titles[one["id"]] == one["title"] for help in spec["helps"].values() for one in help["cases"])
    assert spec["example_of"] == content.activity("dtca").example
    assert all("data" not in chart or not chart["data"].get("values") for chart in spec["charts"].values())


def test_it_shows_the_assessment_s_figures_and_has_none_of_its_own():
    assert kinds.kind(ID).reads(content.activity(ID)) == ["dtca"]
    assert not kinds.summed(ID)


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ({"notes": {"surprise": "x"}}, "notes.surprise"),
        ({"carried": [{"id": "a"}, {"id": "a"}]}, "carried.1.id"),
    ],
)
def test_a_note_belongs_to_a_step_and_a_gap_is_carried_once(answer, field):
    with pytest.raises(AnswerError) as error:
        kinds.validate(ID, answer)
    assert error.value.field == field


def test_a_gap_that_is_carried_offers_its_words_with_the_evidence():
    answer = {"carried": [{"id": "legal", "name": "Legal", "note": "Today 2.0, target 4"}]}
    assert ("Legal", "Today 2.0, target 4") in [(label, text) for _, label, text in kinds.rows(ID, answer)]


def test_the_last_step_is_done_by_a_note_or_by_carrying_something_on():
    steps = [one.id for one in content.activity(ID).steps]
    notes = {id: "A note" for id in steps[:-1]}
    assert kinds.progress(ID, {"notes": notes}) == (len(steps) - 1, len(steps))
    whole = (len(steps), len(steps))
    assert kinds.progress(ID, {"notes": notes, "carried": [{"id": "legal", "name": "Legal"}]}) == whole
    assert kinds.progress(ID, {"notes": {**notes, steps[-1]: "Nothing"}}) == whole
