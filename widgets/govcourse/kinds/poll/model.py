"""The poll: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field

from govcourse.content.activity_models import Poll, Question
from govcourse.kinds.answers import AnswerError, AnswerModel, Id, Long, Origin, unknown


class Given(AnswerModel):
    """The answer to one question; `text` is the open answer, or what an open option means."""

    chosen: Annotated[list[Id], Field(max_length=30)] = []
    text: Long = ""
    value: Annotated[int, Field(ge=1, le=10)] | None = None
    origin: Origin | None = None


class Answer(AnswerModel):
    answers: dict[str, Given] = {}


def asked(activity: Poll) -> dict[str, tuple[Question, int | None]]:
    """Key of the answer to question and session: each question once, or once in every session."""
    if not activity.each_session:
        return {question.id: (question, None) for question in activity.questions}
    return {f"{q.id}-{n}": (q, n) for n in activity.sessions for q in activity.questions}


def spec(activity: Poll) -> dict:
    """The questions as they are asked, each with its key and, where asked in each, its session."""
    return {
        "asked": [
            {**question.model_dump(), "key": key, "session": session}
            for key, (question, session) in asked(activity).items()
        ]
    }


def ids(activity: Poll) -> dict[str, list[str]]:
    return {"answers": list(asked(activity))}


def check(answer: Answer, activity: Poll) -> None:
    """Raises AnswerError for a question or option that there is not, and for too many choices."""
    questions = asked(activity)
    unknown("answers", answer.answers, questions)
    for key, given in answer.answers.items():
        question, _ = questions[key]
        field = f"answers.{key}"
        unknown(f"{field}.chosen", given.chosen, [option.id for option in question.options])
        if len(given.chosen) != len(set(given.chosen)):
            raise AnswerError(f"{field}.chosen", "an option was chosen twice")
        limit = 1 if question.type == "single" else question.limit or len(question.options)
        if len(given.chosen) > limit:
            raise AnswerError(f"{field}.chosen", f"at most {limit} can be chosen")
        if given.value is not None and (question.type != "scale" or given.value > question.steps):
            raise AnswerError(f"{field}.value", "this question has no such step")
