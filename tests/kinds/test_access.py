"""Who may see what of answers."""

import pytest
from govcourse import content
from govcourse.kinds.access import SMALLEST, protected, sees, shown, threshold

PRIVATE, TEAM, OWN = (content.activity(id) for id in ("reflection", "pathway", "dtca"))


@pytest.mark.parametrize(
    ("viewer", "private", "team", "own"),
    [
        ("author", True, True, True),
        ("team", False, True, False),
        ("reviewer", False, False, False),
        ("facilitator", False, True, True),
        ("room", False, False, False),
        ("report", False, False, False),
    ],
)
def test_what_nobody_revealed_is_seen_by_its_author_its_team_and_facilitators(viewer, private, team, own):
    assert [sees(viewer, one) for one in (PRIVATE, TEAM, OWN)] == [private, team, own]


def test_a_room_sees_what_was_revealed_and_never_what_is_private():
    assert [sees("room", one, revealed=True) for one in (PRIVATE, TEAM, OWN)] == [False, True, True]


def test_a_reviewer_sees_what_was_dealt_to_them_and_never_what_is_private():
    assert [sees("reviewer", one, dealt=True) for one in (PRIVATE, TEAM, OWN)] == [False, True, True]


def test_a_report_shows_own_answers_of_enough_people_and_teams_of_a_room_of_enough():
    assert not sees("report", OWN, answers=SMALLEST - 1, people=30) and sees("report", OWN, answers=SMALLEST)
    assert not sees("report", TEAM, answers=9, people=SMALLEST - 1) and sees("report", TEAM, people=SMALLEST)
    assert not sees("report", OWN, answers=9, least=10) and threshold(1) == threshold(None) == SMALLEST


def test_of_a_room_a_report_takes_all_answers_that_say_something_or_none():
    some = [{"targets": {"legal": 3}}] * SMALLEST
    assert shown(OWN, [*some, {}], 9) == some and shown(OWN, [*some[1:], {}], 9) == []


KEYS = {"items": ["a", "b"]}


def test_what_fewer_gave_is_left_out_field_by_field_and_key_by_key():
    answers = [
        {"items": {"a": {"value": n, **({"comment": "x"} if n < 2 else {})}, **({"b": {"value": 1}} if n < 4 else {})}, "goal": n}
        for n in range(5)
    ]  # fmt: skip
    answers[0]["pitch"] = "mine"
    kept = protected(answers, KEYS)
    assert kept == [{"items": {"a": {"value": n}}, "goal": n} for n in range(5)]


def test_a_mapping_with_keys_of_people_s_own_is_one_thing():
    answers = [{"votes": {f"note-{n}": 1}} for n in range(5)]
    assert protected(answers, {}) == answers
    assert protected(answers[:4], {}) == [{}] * 4
