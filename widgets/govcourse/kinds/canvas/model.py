"""The canvas: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field

from govcourse.content.activity_models import Canvas
from govcourse.kinds.answers import AnswerError, AnswerModel, Long, Move, Origin, known_moves, unknown


class Answer(AnswerModel):
    """Text per field; `marks` are ticked fields, `moves` the way through the stages, `origins` by field."""

    fields: dict[str, Long] = {}
    marks: dict[str, bool] = {}
    moves: Annotated[list[Move], Field(max_length=100)] = []
    origins: dict[str, Annotated[list[Origin], Field(max_length=40)]] = {}
    seconds: Annotated[int, Field(ge=0, le=36000)] | None = None


def stages(activity: Canvas) -> list[str]:
    """Fields that a solution goes through, in order."""
    through = {group.id for group in activity.groups if group.stages}
    return [field.id for field in activity.fields if field.group in through]


def markable(activity: Canvas) -> list[str]:
    """Fields that can be ticked."""
    mark = activity.mark
    return [field.id for field in activity.fields if mark and mark.group in (None, field.group)]


def spec(activity: Canvas) -> dict:
    return {"stages": stages(activity), "markable": markable(activity)}


def ids(activity: Canvas) -> dict[str, list[str]]:
    names = [field.id for field in activity.fields]
    return {"fields": names, "marks": markable(activity), "origins": names}


def check(answer: Answer, activity: Canvas) -> None:
    """Raises AnswerError for a field or stage that the canvas does not have, or too many marks."""
    for field, allowed in ids(activity).items():
        unknown(field, getattr(answer, field), allowed)
    limit = activity.mark.limit if activity.mark else 0
    if sum(answer.marks.values()) > limit:
        raise AnswerError("marks", f"at most {limit} can be marked")
    known_moves(answer.moves, stages(activity))
