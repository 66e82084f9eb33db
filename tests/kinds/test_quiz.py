"""The quiz: what is right."""

from collections import Counter
from types import SimpleNamespace

import pytest
from govcourse import content, kinds
from govcourse.kinds.quiz import rules as quiz
from govcourse.kinds.quiz.activity import Quiz

from tests.kinds import examples

EXAMPLES = examples("quiz")


@pytest.mark.parametrize("example", EXAMPLES["right"])
def test_a_quiz_answer_is_right_only_as_a_whole(example):
    question = next(q for q in content.activity("concepts-check").questions if q.id == example["question"])
    assert quiz.right(question, example["given"]) is example["right"]


@pytest.mark.parametrize("example", EXAMPLES["drawn"])
def test_questions_are_drawn_by_seed_from_each_objective_in_turn(example):
    questions = [SimpleNamespace(**one) for one in EXAMPLES["questions"]]
    made = quiz.drawn(questions, example["count"], example["seed"])
    assert [one.id for one in made] == example["drawn"]
    asked = Counter(one.objective for one in made)
    assert all(asked[one] >= example["count"] // 4 for one in ("goals", "state", "état"))


def test_who_was_asked_fewer_questions_than_there_are_has_done_all_with_them():
    activity = content.activity("session-1-check")
    asked = quiz.asked(activity, "abc")
    assert len(asked) == activity.ask < len(activity.questions)
    answers = {q.id: {"checked": True, **_right(q)} for q in asked}
    answer = kinds.validate(activity.id, {"answers": answers, "seed": "abc"})
    assert kinds.progress(activity.id, answer) == (activity.ask, activity.ask)


def test_a_room_sees_what_it_gained_from_five_people_on_and_only_first_answers_count():
    def answer(quiz, wrong=0, tries=1):
        answers = {
            one.id: {"checked": True, "tries": tries, **({} if n < wrong else _right(one))}
            for n, one in enumerate(content.activity(quiz).questions)
        }
        return {"answers": answers}

    pairs = [(answer("pre-test", wrong=6), answer("post-test", wrong=2))] * 4
    half = {"answers": dict(list(answer("post-test")["answers"].items())[:5])}
    assert "gain" not in kinds.figures("post-test", [], [*pairs, (answer("pre-test"), half)])
    found = kinds.figures(
        "post-test", [], [*pairs, (answer("pre-test", wrong=6), answer("post-test", tries=2))]
    )
    assert found["gain"] == {"n": 5, "before": pytest.approx(0.4), "after": pytest.approx(0.64)}
    assert kinds.earlier("post-test") == "pre-test" and kinds.earlier("pre-test") is None


def test_more_questions_than_there_are_cannot_be_asked():
    data = content.activity("concepts-check").model_dump()
    with pytest.raises(ValueError, match="99 are to be asked of"):
        Quiz.model_validate({**data, "ask": 99})


def test_every_quiz_can_be_answered_right():
    for activity in content.activities():
        if activity.kind == "quiz":
            answers = {q.id: {"checked": True, **_right(q)} for q in activity.questions}
            answer = kinds.validate(activity.id, {"answers": answers})
            assert kinds.progress(activity.id, answer) == (activity.ask or len(activity.questions),) * 2


def _right(question):
    if question.type == "match":
        return {"pairs": {option.id: option.id for option in question.options}}
    return {"chosen": [o.id for o in question.options if o.right or question.type == "order"]}


def test_a_room_sees_how_answers_are_spread_and_of_few_only_how_many():
    quiz = content.activity("concepts-check")
    question = quiz.questions[0]
    first, second, *_ = (option.id for option in question.options)
    given = [
        {"answers": {question.id: {"chosen": [id], "checked": True}}} for id in [first] * 4 + [second] * 2
    ]
    found = kinds.figures(quiz.id, given)["questions"][question.id]
    assert (found["n"], found["options"][:2]) == (6, [4, 2])
    assert kinds.for_room(quiz.id, kinds.figures(quiz.id, given))["questions"][question.id] == found
    few = kinds.for_room(quiz.id, kinds.figures(quiz.id, [*given[:4], {}]))["questions"][question.id]
    assert few == {"n": 4, "right": 0, "options": []}
