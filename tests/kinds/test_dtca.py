"""The assessment as a kind."""

from govcourse import content, kinds
from govcourse.kinds.report import Page, RoomAnswers
from govcourse.layout.blocks import Picture, Table
from govcourse.layout.brand import Brand


def test_a_debrief_shows_no_room_of_fewer_than_five():
    answer = {"items": {"leadership-1": {"value": 4}}}
    assert kinds.figures("dtca", [answer] * 4 + [{}]) == {"n": 4, "too_few": 5}
    assert kinds.figures("dtca", [answer] * 5)["n"] == 5


def report_of(answers):
    """Blocks and sentences of a room's report."""
    activity, report = content.activity("dtca"), kinds.kind("dtca").report()
    room, page = RoomAnswers(answers), Page(Brand())
    return report.room(activity, room, page), report.say(activity, room, page, "1")


def test_a_room_of_four_is_debriefed_in_no_report():
    assert report_of([{"items": {"legal-1": {"value": 2}}}] * 4) == ([], [])


def test_a_room_that_hardly_answered_has_neither_scores_nor_gaps_and_nothing_is_made_up():
    blocks, said = report_of([{"items": {"legal-1": {"dont_know": True}}}] * 5)
    assert said == [] and not [one for one in blocks if isinstance(one, Picture | Table)]


def test_a_room_without_targets_has_scores_and_no_gaps():
    items = {one.id: {"value": 3} for d in content.instrument().dimensions for one in d.statements}
    blocks, said = report_of([{"items": items}] * 5)
    assert [one.name for one in blocks if isinstance(one, Picture)][0] == "dimensions"
    assert "gaps" not in [one.name for one in blocks if isinstance(one, Picture)] and len(said) >= 1


def test_a_profile_with_too_few_answers_has_no_chart_and_what_was_entered_stands_there():
    activity, answer = content.activity("dtca"), {"items": {"legal-1": {"value": 2, "comment": "No law yet"}}}
    made = kinds.kind("dtca").report().blocks(activity, answer, Page(Brand()), 2)
    assert not [one for one in made if isinstance(one, Picture)] and "No law yet" in str(made)
