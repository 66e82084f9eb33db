"""Review by another team: who reviews whom, what a review may say, and what a room's reviews come to."""

from collections import Counter
from itertools import permutations

import pytest
from govcourse import content
from govcourse.kinds import AnswerError
from govcourse.kinds.reviews import checked, dealable, given, in_turn, key, reviewable, reviewed, written
from govcourse.store import Review


def test_open_exercises_are_reviewed_and_private_ones_are_not():
    assert [reviewable(content.activity(id)) for id in ("action-plan", "reflection", "dtca")] == [True, False, False]  # fmt: skip


def deal(order, circle, works):
    """Who reviews whom when they ask in this order, as the store deals."""
    dealt = {}
    for one in order:
        among = dealable(one, circle, works)
        if among:
            dealt[one] = min(among, key=lambda author: Counter(dealt.values())[author])
    return dealt


@pytest.mark.parametrize("circle", ["ab", "abc", "abcde"])
def test_where_all_have_written_each_is_reviewed_once_in_whatever_order_they_ask(circle):
    for order in permutations(circle):
        dealt = deal(order, circle, circle)
        assert sorted(dealt) == sorted(dealt.values()) == sorted(circle)
        assert all(one != other for one, other in dealt.items())


@pytest.mark.parametrize("works", ["b", "bd", "abd"])
def test_whoever_has_written_nothing_reviews_and_is_not_reviewed(works):
    for order in permutations("abcde"):
        dealt = deal(order, "abcde", works)
        assert set(dealt.values()) <= set(works) and all(one != other for one, other in dealt.items())
        counts = Counter(dealt.values())
        assert len(works) == 1 or max(counts.values()) - min(counts[one] for one in works) <= 1


def test_who_comes_late_reviews_too_and_nobody_reviews_what_is_not_there():
    assert dealable("late", ["a", "b", "c", "late"], "ab") == dealable("elsewhere", "abc", "ab") == ["a", "b"]
    assert dealable("a", "abc", []) == dealable("a", "abc", "a") == []


def test_people_of_one_team_do_not_stand_side_by_side():
    assert in_turn(["abc", "d", "ef"]) == list("adebfc")


def test_what_somebody_thinks_of_an_answer_alone_is_no_work():
    assert not any(
        map(written, [{}, {"judged": 3}, {"fields": {"a": "  "}, "goals": [{"title": "", "n": 0}]}])
    )
    assert written({"fields": {"a": "Ask"}}) and written({"marks": {"a": 2}})


def test_a_review_that_is_sent_says_how_good_the_work_is():
    draft = {"works": "The\x00 dates", "level": 0}
    assert checked(draft) == {"works": "The dates", "level": 0}
    with pytest.raises(AnswerError, match="Choose") as refused:
        checked({**draft, "sent": True})
    assert refused.value.field == "level"


@pytest.mark.parametrize(
    "wrong", [[], None, {"level": 4}, {"level": "2"}, {"level": True}, {"works": "x" * 501}, {"better": 1}, {"more": ""}, {"sent": 1}]
)  # fmt: skip
def test_what_is_no_review_is_refused(wrong):
    with pytest.raises(AnswerError):
        checked(wrong)


def review(id, level, reviewer="", **more):
    return Review(id, reviewer or id, "x", {"level": level, "sent": True, **more}, 1)


def test_what_is_not_sent_or_held_back_by_the_facilitator_is_not_given():
    some = [review("a", 1), review("b", 2, sent=False), review("c", 3)]
    assert [one.id for one in given(some, {})] == ["a", "c"]
    assert [one.id for one in given(some, {"hidden": ["a"]})] == ["c"]
    approved = {"moderate": True, "approved": [key(some[0]), "c"]}
    assert [one.id for one in given(some, approved)] == ["a"]
    rewritten = [review("a", 1, works="rude")]
    assert given(rewritten, approved) == [] == given(rewritten, {"hidden": [key(some[0])]})


def test_a_room_sees_how_reviews_came_out_once_five_people_gave_them():
    some = [review("a", 1), review("b", 3), review("c", 3), review("d", 2)]
    assert reviewed(some, {}) == {"n": 4, "levels": [], "too_few": 5}
    assert reviewed([*some, review("e", 3, "a")], {})["too_few"] == 5  # four people, who gave five
    assert reviewed([*some, review("e", 3)], {}) == {"n": 5, "levels": [1, 1, 3]}
    assert reviewed(some[:2], {"a": 3, "b": 2}) == {"n": 2, "levels": [1, 0, 1]}  # two teams
    assert reviewed(some[:2], {"a": 3, "b": 2}, 10)["too_few"] == 10
