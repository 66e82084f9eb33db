"""The quiz: what is right."""

import pytest
from govcourse import content, kinds
from govcourse.kinds.quiz import rules as quiz

from tests.kinds import examples


@pytest.mark.parametrize("example", examples("quiz"))
def test_a_quiz_answer_is_right_only_as_a_whole(example):
    question = next(q for q in content.activity("concepts-check").questions if q.id == example["question"])
    assert quiz.right(question, example["given"]) is example["right"]


def test_every_quiz_can_be_answered_right():
    for activity in content.activities():
        if activity.kind == "quiz":
            answers = {q.id: {"checked": True, **_right(q)} for q in activity.questions}
            answer = kinds.validate(activity.id, {"answers": answers})
            assert kinds.progress(activity.id, answer) == (len(activity.questions),) * 2


def _right(question):
    if question.type == "match":
        return {"pairs": {option.id: option.id for option in question.options}}
    return {"chosen": [o.id for o in question.options if o.right or question.type == "order"]}
