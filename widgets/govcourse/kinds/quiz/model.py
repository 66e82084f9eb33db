"""The quiz: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field

from govcourse.content.activity_models import Quiz
from govcourse.kinds.answers import AnswerError, AnswerModel, Id, Long, unknown


class Given(AnswerModel):
    """One question: options chosen (in "order", all of them in order), or pairs; `tries` so far."""

    chosen: Annotated[list[Id], Field(max_length=10)] = []
    pairs: dict[str, Id] = {}
    reason: Long = ""
    checked: bool = False
    tries: Annotated[int, Field(ge=0, le=1000)] = 0


class Answer(AnswerModel):
    answers: dict[str, Given] = {}


def spec(activity: Quiz) -> dict:
    return {}


def ids(activity: Quiz) -> dict[str, list[str]]:
    return {"answers": [question.id for question in activity.questions]}


def check(answer: Answer, activity: Quiz) -> None:
    """Raises AnswerError for a question or an option that the quiz does not have, or one named twice."""
    questions = {question.id: question for question in activity.questions}
    unknown("answers", answer.answers, questions)
    for id, given in answer.answers.items():
        options = [option.id for option in questions[id].options]
        unknown(f"answers.{id}.chosen", given.chosen, options)
        unknown(f"answers.{id}.pairs", [*given.pairs, *given.pairs.values()], options)
        if len(given.chosen) != len(set(given.chosen)):
            raise AnswerError(f"answers.{id}.chosen", "an option was chosen twice")
