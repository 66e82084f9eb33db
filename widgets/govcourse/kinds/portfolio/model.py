"""The portfolio: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse import content
from govcourse.content.activity_models import Portfolio
from govcourse.kinds.answers import AnswerModel, Id, Long, unknown


class Answer(AnswerModel):
    """The name on the certificate, activities that are left out, and a note on any of them."""

    name: Annotated[str, StringConstraints(max_length=100)] = ""
    left_out: Annotated[list[Id], Field(max_length=100)] = []
    notes: dict[str, Long] = {}


def reads(activity: Portfolio) -> list[str]:
    """Everything that the learner does."""
    return [one.id for one in content.in_course_order() if one.id != activity.id]


def spec(activity: Portfolio) -> dict:
    return {
        "course": content.course().title,
        "titles": {session.number: session.title for session in content.sessions()},
    }


def ids(activity: Portfolio) -> dict[str, list[str]]:
    return {"notes": reads(activity)}


def check(answer: Answer, activity: Portfolio) -> None:
    """Raises AnswerError for an activity that the course does not have."""
    unknown("left_out", answer.left_out, reads(activity))
    unknown("notes", answer.notes, reads(activity))
