"""The assessment as a kind."""

import pytest
from govcourse import content, kinds
from govcourse.kinds import AnswerError
from govcourse.kinds.report import Page, RoomAnswers
from govcourse.layout.blocks import Picture, Table
from govcourse.layout.brand import Brand

RETIRED = {one.id: one.text for one in content.instrument().retired}


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
    assert report_of([{"items": {"legal-6": {"value": 2}}}] * 4) == ([], [])


def test_a_room_that_hardly_answered_has_neither_scores_nor_gaps_and_nothing_is_made_up():
    blocks, said = report_of([{"items": {"legal-6": {"dont_know": True}}}] * 5)
    assert said == [] and not [one for one in blocks if isinstance(one, Picture | Table)]


def test_a_room_without_targets_has_scores_and_no_gaps():
    items = {one.id: {"value": 3} for d in content.instrument().dimensions for one in d.statements}
    blocks, said = report_of([{"items": items}] * 5)
    assert [one.name for one in blocks if isinstance(one, Picture)][0] == "dimensions"
    assert "gaps" not in [one.name for one in blocks if isinstance(one, Picture)] and len(said) >= 1


def test_a_profile_with_too_few_answers_has_no_chart_and_what_was_entered_stands_there():
    activity, answer = content.activity("dtca"), {"items": {"legal-6": {"value": 2, "comment": "No law yet"}}}
    made = kinds.kind("dtca").report().blocks(activity, answer, Page(Brand()), 2)
    assert not [one for one in made if isinstance(one, Picture)] and "No law yet" in str(made)


def test_an_answer_to_the_first_edition_stays_valid_and_is_read_back_as_not_counted():
    old = {
        "items": {
            "legal-1": {"value": 4, "dont_know": False, "comment": "Act 12"},
            "leadership-1": {"value": 2},
        }
    }
    assert kinds.validate("dtca", old)["items"]["legal-1"]["value"] == 4
    title, lines = next(
        (one["title"], one["lines"]) for one in kinds.parts("dtca", old) if "first edition" in one["title"]
    )
    assert [(one["label"], one["text"]) for one in lines] == [(RETIRED["legal-1"], "Agree; Act 12")]
    assert kinds.progress("dtca", old) == (1, 30)


def test_where_there_is_no_strategy_the_dimension_is_done():
    assert kinds.progress("dtca", {"items": {"strategy-6": {"absent": True}}})[0] == 5


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ({"legal-6": {"absent": True}}, "items.legal-6"),
        ({"strategy-6": {"absent": True, "value": 3}}, "items.strategy-6"),
        ({"strategy-6": {"absent": True, "dont_know": True}}, "items.strategy-6"),
        ({"legal-99": {"value": 3}}, "items.legal-99"),
    ],
)
def test_there_is_none_is_an_answer_only_where_it_is_offered(item, field):
    with pytest.raises(AnswerError) as refused:
        kinds.validate("dtca", {"items": item})
    assert refused.value.field == field


def test_a_report_says_who_answered_the_first_edition_how_much_evidence_there_is_and_the_places():
    answer = {
        "items": {"legal-6": {"value": 2, "evidence": "Act 12"}, "legal-1": {"value": 5}},
        "vignettes": {"legal": {"own": 3, "low": 2, "high": 4}},
    }
    blocks, _ = report_of([answer] * 5)
    words = str(blocks)
    assert (
        "5 of them answered statements of the first edition" in words and "100% come with evidence" in words
    )
    table = next(
        one for one in blocks if isinstance(one, Table) and "beside the two ministries" in one.caption
    )
    assert table.rows == [["Legal", "–", "3.0", 0, 0, 5, 0, 0, 0]]


def test_the_workbook_has_responses_targets_ratings_and_what_is_of_the_first_edition():
    answer = {
        "items": {"strategy-6": {"absent": True}, "legal-1": {"value": 5}},
        "targets": {"legal": 4},
        "vignettes": {"legal": {"own": 3}},
    }
    items, targets, vignettes = (one.rows(answer) for one in kinds.tables("dtca"))
    assert [(row[2], row[4], row[6]) for row in items] == [("strategy-6", None, True), ("legal-1", 5, False)]
    assert [(row[0], row[2]) for row in targets] == [("legal", 4)]
    assert [(row[0], *row[2:]) for row in vignettes] == [("legal", "own", 3)]


def test_a_room_asks_for_the_vignettes_once_its_facilitator_wants_them():
    assert kinds.kind("dtca").extras(content.activity("dtca")) == ["vignettes"]
