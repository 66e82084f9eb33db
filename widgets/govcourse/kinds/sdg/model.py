"""The SDG selector: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse import content
from govcourse.content.activity_models import Sdg
from govcourse.kinds.answers import AnswerModel, unknown


class Answer(AnswerModel):
    """`seconds` is how long the last rehearsal took."""

    goal: Annotated[int, Field(ge=1, le=17)] | None = None
    notes: dict[str, Annotated[str, StringConstraints(max_length=2000)]] = {}
    pitch: Annotated[str, StringConstraints(max_length=5000)] = ""
    seconds: Annotated[int, Field(ge=0, le=3600)] | None = None


def spec(activity: Sdg) -> dict:
    """The 17 goals, for the view."""
    return content.goals().model_dump()


def brief(activity: Sdg) -> dict:
    """Titles only."""
    return {"goals": [{"title": goal.title} for goal in content.goals().goals]}


def ids(activity: Sdg) -> dict[str, list[str]]:
    return {"notes": [question.id for question in activity.questions]}


def check(answer: Answer, activity: Sdg) -> None:
    """Raises AnswerError for a note on a question that the activity does not ask."""
    unknown("notes", answer.notes, ids(activity)["notes"])
