"""The item bank: questions on every objective, that do not give themselves away."""

from collections import Counter

import pytest
from govcourse import content
from govcourse.kinds.quiz.activity import Quiz

CHECKS = [f"session-{number}-check" for number in range(1, 6)]
TESTS = ["pre-test", "post-test"]
OBJECTIVES = [one.id for session in content.sessions() for one in session.objectives]


def questions(*ids):
    return [one for id in ids for one in content.activity(id, Quiz).questions]


def bank():
    return questions(*CHECKS, *TESTS)


def share(found):
    found = list(found)
    return sum(found) / len(found)


def test_there_are_120_questions_each_with_an_objective_and_a_level():
    assert len(bank()) >= 120
    assert all(one.objective in OBJECTIVES and one.level for one in bank())
    texts = [one.text for one in bank()]
    assert len(set(texts)) == len(texts)


def test_a_session_s_check_asks_about_its_objectives_alike_and_mostly_to_apply_and_to_judge():
    for number, id in enumerate(CHECKS, 1):
        own = {one.id for one in content.session(number).objectives}
        asked = Counter(one.objective for one in questions(id))
        assert set(asked) == own and min(asked.values()) >= 6
        assert share(one.level != "know" for one in questions(id)) >= 0.7
        assert content.activity(id, Quiz).ask == 8


def test_the_tests_before_and_after_are_parallel():
    before, after = (content.activity(id, Quiz).questions for id in TESTS)
    assert len(before) == len(after) == 10
    for one, other in zip(before, after, strict=True):
        assert (one.objective, one.level, one.type) == (other.objective, other.level, other.type)
    sessions = {one.id: session.number for session in content.sessions() for one in session.objectives}
    assert Counter(sessions[one.objective] for one in before) == dict.fromkeys(range(1, 6), 2)


@pytest.mark.parametrize("id", [*CHECKS, "all"])
def test_the_longest_option_and_the_place_give_nothing_away(id):
    found = bank() if id == "all" else questions(id)
    single = [one for one in found if one.type == "single"]
    longest = share(max(one.options, key=lambda option: len(option.text)).right for one in single)
    assert (0.25 <= longest <= 0.45) if id == "all" else (0.1 <= longest <= 0.6), longest
    by_size = {len(one.options) for one in single}
    assert by_size <= {3, 4}
    if id == "all":
        for size in by_size:
            of_size = [one for one in single if len(one.options) == size]
            for place in range(size):
                assert abs(share(one.options[place].right for one in of_size) - 1 / size) <= 0.1, (
                    size,
                    place,
                )


def test_true_and_false_are_right_about_as_often():
    found = [one for one in bank() if one.type == "true-false"]
    assert len(found) >= 10
    right = share(next(option.id for option in one.options if option.right) == "true" for one in found)
    assert 0.4 <= right <= 0.6, right


def test_of_several_options_at_least_two_and_at_most_half_are_wrong():
    for one in bank():
        if one.type == "multiple":
            wrong = sum(not option.right for option in one.options)
            assert 2 <= wrong <= len(one.options) / 2, one.id


def test_each_option_has_feedback_of_its_own():
    for one in bank():
        said = [option.feedback for option in one.options]
        assert len(set(said)) == len(said), one.id
        assert all(len(text.split()) >= 4 for text in said), one.id
