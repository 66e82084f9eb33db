"""Questions of a room: the most wanted first, as far as votes prove it, and held back as notes are."""

from datetime import datetime, timedelta

import pytest
from govcourse.kinds.questions import for_room, listed, wilson
from govcourse.store import Question

START = datetime(2026, 11, 30, 9)


def question(id, up=0, down=0, answered=False, minute=0, author="a", text=None):
    return Question(id, author, text or f"{id}?", START + timedelta(minutes=minute), answered, up, down)


@pytest.mark.parametrize(
    ("up", "down", "bound"), [(0, 0, 0), (1, 0, 0.2065), (10, 0, 0.7225), (8, 2, 0.4902), (0, 5, 0)]
)
def test_the_lower_bound_is_that_of_wilson(up, down, bound):
    assert wilson(up, down) == pytest.approx(bound, abs=1e-4)


def test_many_votes_of_which_few_are_against_come_before_one_vote_for():
    order = [one["id"] for one in listed([question("one", 1), question("many", 18, 2), question("none")], {})]
    assert order == ["many", "one", "none"]


def test_what_was_answered_comes_last_and_of_equals_what_fewer_are_against_then_the_older():
    some = [
        question("done", 9, answered=True),
        question("new", minute=2),
        question("old"),
        question("no", 0, 2),
    ]
    assert [one["id"] for one in listed(some, {})] == ["old", "new", "no", "done"]


def test_what_is_hidden_is_told_to_facilitators_alone_and_nobody_is_told_who_asked_or_a_key():
    [one] = listed([question("a", author="ann")], {})
    [told] = listed([question("a", author="ann")], {"questions_hidden": [one["key"]]})
    assert told["hidden"] and for_room([told]) == []
    assert for_room([one]) == [{"id": "a", "text": "a?", "up": 0, "down": 0, "answered": False}]
    assert "ann" not in str(one)


def test_who_asks_again_what_was_hidden_brings_nothing_back_and_others_may_ask_it():
    [one] = listed([question("a", author="ann", text="You fool")], {})
    settings = {"questions_hidden": [one["key"]]}
    again = question("b", author="ann", text="you  FOOL")
    assert for_room(listed([again], settings)) == []
    assert len(for_room(listed([question("c", author="bo", text="You fool")], settings))) == 1


def test_with_moderation_only_what_was_approved_is_seen():
    some = [question("a"), question("b")]
    key = next(one["key"] for one in listed(some, {}) if one["id"] == "b")
    settings = {"questions_moderate": True, "questions_approved": [key]}
    assert [one["id"] for one in for_room(listed(some, settings))] == ["b"]
