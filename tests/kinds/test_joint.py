"""Joint answers: what they may be, what several come to, and what of them goes on into plans and reports."""

import pytest
from govcourse import content, kinds
from govcourse.kinds import AnswerError
from govcourse.kinds.joint import rules
from govcourse.kinds.report import Page, RoomAnswers
from govcourse.layout.blocks import Heading, Items, Table
from govcourse.layout.brand import Brand

from tests.kinds import examples

ID, OF = "dtca-together", "dtca"
PAGE = Page(Brand())
TITLES = {one.id: one.text for one in content.instrument().known}


def read(answer):
    return [text for _, _, text in kinds.rows(ID, answer)]


def alone(n, **steps):
    items = {id.replace("_", "-"): {"value": step} for id, step in steps.items()}
    return [{"items": items} for _ in range(n)]


@pytest.mark.parametrize("example", examples("joint"), ids=lambda example: example["about"])
def test_joint_answers_that_do_not_pass_the_middle_come_lowest_first(example):
    found = kinds.reader(ID, {"items": example["items"]})
    low = rules.low({"items": example["items"]}, TITLES)
    assert [[one["id"], one["value"], one["reason"]] for one in low] == example["low"]
    assert [one["id"] for one in found.offers()] == [id for id, *_ in example["low"]]


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ({"items": {"nowhere": {"value": 1}}}, "items.nowhere"),
        ({"items": {"legal-8": {"value": 6}}}, "items.legal-8.value"),
        ({"items": {"legal-8": {"value": 2, "split": True}}}, "items.legal-8"),
        ({"items": {"legal-8": {"dont_know": True, "split": True}}}, "items.legal-8"),
        ({"items": {"legal-8": {"dissents": [{"id": "a"}, {"id": "a"}]}}}, "items.legal-8.dissents.1.id"),
        ({"items": {"legal-8": {"dissents": [{"id": "a", "name": "Ann"}]}}}, "items.legal-8.dissents.0.name"),
        (
            {"items": {"legal-8": {"dissents": [{"id": f"d{n}"} for n in range(31)]}}},
            "items.legal-8.dissents",
        ),
        ({"theories": [{"id": "a"}, {"id": "a"}]}, "theories.1.id"),
        ({"theories": [{"id": "a", "do": "x" * 3001}]}, "theories.0.do"),
    ],
)
def test_what_is_no_joint_answer_is_refused_with_its_field(answer, field):
    with pytest.raises(AnswerError) as error:
        kinds.validate(ID, answer)
    assert error.value.field == field


def test_a_dissent_stands_beside_the_answer_and_changes_no_figure():
    dissent = {"id": "a", "value": 5, "who": "District office", "why": "We have one since May."}
    item = {"value": 2, "reason": "Nobody has seen it.", "dissents": [dissent]}
    answer = {"items": {"legal-8": item}}
    assert {"Disagree", "Nobody has seen it.", "Strongly agree. We have one since May."} <= set(read(answer))
    one = kinds.figures(ID, [answer, {"items": {"legal-8": {"value": 2}}}])["statements"]["legal-8"]
    assert (one["n"], one["counts"]) == (2, [0, 2, 0, 0, 0])
    assert one["dissents"] == [{"value": 5, "who": "District office", "why": "We have one since May."}]


def test_teams_that_find_no_answer_or_do_not_know_are_counted_apart():
    items = [{"split": True, "reason": "Half of us saw it."}, {"dont_know": True}, {"value": 4}, {}]
    found = kinds.figures(ID, [{"items": {"legal-9": item}} for item in items])
    assert found["n"] == 4
    one = found["statements"]["legal-9"]
    assert (one["n"], one["split"], one["dont_know"], one["counts"]) == (3, 1, 1, [0, 0, 0, 1, 0])
    assert one["reasons"] == [{"value": None, "text": "Half of us saw it."}]


def test_three_statements_with_their_reasons_and_one_whole_theory_are_all_that_is_asked():
    item = {"value": 2, "reason": "Seen it"}
    ids = ["legal-8", "legal-9", "legal-10", "leadership-1"]
    theory = {"id": "t", "do": "a", "then": "b", "because": "c"}
    assert kinds.progress(ID, {"items": {ids[0]: {"value": 2}}, "theories": [{"id": "t", "do": "a"}]}) == (
        0,
        4,
    )
    assert kinds.progress(ID, {"items": dict.fromkeys(ids, item), "theories": [theory]}) == (4, 4)
    assert kinds.progress(ID, {"items": {ids[0]: {"split": True, "reason": "Why"}}}) == (1, 4)


def test_a_theory_goes_into_the_plan_with_what_would_show_that_it_is_wrong():
    theory = {
        "id": "t",
        "do": "we ask once",
        "then": "queues end",
        "because": "papers take the time",
        "wrong": "no change by May",
    }
    (offer,) = kinds.reader(ID, {"theories": [theory]}).offers()
    assert offer["name"] == "we ask once"
    assert offer["note"] == "If we ask once, then queues end, because papers take the time."
    assert offer["keeps"]["evidence"].endswith("We would be wrong if: no change by May")
    takers = [one.id for one in content.takers_of(ID)]
    assert {"action-plan", "roadmap"} <= set(takers)


def test_made_up_teams_answer_what_the_exercise_lets_pass():
    from random import Random

    made = [kinds.practice(ID, Random(n)) for n in range(5)]
    assert all(kinds.progress(ID, one)[0] for one in made)
    assert len({str(one) for one in made}) > 1


# ---- the report


def room(answers, others, **more):
    return RoomAnswers(answers, teams=["North", "South"][: len(answers)], others={OF: others}, **more)


TEAMS = [
    {"items": {"legal-8": {"value": 4, "reason": "Since May", "dissents": [{"id": "a", "why": "Not here"}]}}},
    {
        "items": {"legal-8": {"split": True}},
        "theories": [{"id": "t", "do": "A", "then": "B", "because": "C"}],
    },
]


def test_the_report_sets_joint_answers_beside_what_each_said_alone_with_every_dissent():
    made = kinds.kind(ID).report().room(content.activity(ID), room(TEAMS, alone(6, legal_8=2)), PAGE)
    (table,) = (one for one in made if isinstance(one, Table))
    ((statement, median, consensus, joint, dissents),) = table.rows
    assert (statement, median, consensus, dissents) == (TITLES["legal-8"], "2.0", "1.00", 1)
    assert joint == "Agree: 1\nWe found no joint answer: 1"
    said = [text for one in made if isinstance(one, Items) for text in one.items]
    assert said == ["North: Agree. Since May", "Dissent (North): Not here"]
    assert [one.text for one in made if isinstance(one, Heading) and one.level == 3] == ["South"]


def test_what_fewer_than_five_said_alone_is_not_in_the_report():
    report = kinds.kind(ID).report()
    few = report.room(content.activity(ID), room(TEAMS, alone(4, legal_8=2)), PAGE)
    assert [row[1:3] for one in few if isinstance(one, Table) for row in one.rows] == [
        ["fewer than five", "–"]
    ]
    others = [*alone(4, legal_8=2), *alone(6, legal_9=3)]  # enough in all, too few for this statement
    some = report.room(content.activity(ID), room(TEAMS, others), PAGE)
    assert [row[1] for one in some if isinstance(one, Table) for row in one.rows] == ["fewer than five"]


def test_the_summary_and_the_slides_say_it_only_where_there_is_something_to_say():
    report, activity = kinds.kind(ID).report(), content.activity(ID)
    assert report.room(activity, room([{}], []), PAGE) == []
    assert report.say(activity, room([{}], []), PAGE, "here") == []
    assert report.room_slides(activity, room([{}], []), PAGE) == {}
    (sentence,) = report.say(activity, room(TEAMS, []), PAGE, "here")
    assert "“here”" in sentence and "2" in sentence
    assert list(report.room_slides(activity, room(TEAMS, []), PAGE)) == ["joint"]
