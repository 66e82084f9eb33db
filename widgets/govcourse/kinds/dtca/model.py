"""The DTCA form: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from govcourse import content
from govcourse.content.activity_models import Dtca
from govcourse.kinds.answers import AnswerModel, unknown


class Item(AnswerModel):
    value: Annotated[int, Field(ge=1, le=5)] | None = None
    dont_know: bool = False
    comment: Annotated[str, StringConstraints(max_length=2000)] = ""

    @model_validator(mode="after")
    def one_response(self):
        if self.dont_know and self.value is not None:
            raise ValueError("choose either a step of the scale or “don't know”, not both")
        return self


class Answer(AnswerModel):
    items: dict[str, Item] = {}
    targets: dict[str, Annotated[int, Field(ge=1, le=5)]] = {}


def spec(activity: Dtca) -> dict:
    """The instrument, for the view."""
    return {"instrument": content.instrument(activity.instrument).model_dump()}


def ids(activity: Dtca) -> dict[str, list[str]]:
    """The keys that `items` and `targets` may have."""
    dimensions = content.instrument(activity.instrument).dimensions
    return {
        "items": [statement.id for dimension in dimensions for statement in dimension.statements],
        "targets": [dimension.id for dimension in dimensions],
    }


def check(answer: Answer, activity: Dtca) -> None:
    """Raises AnswerError for a statement or a dimension that the instrument does not have."""
    allowed = ids(activity)
    unknown("items", answer.items, allowed["items"])
    unknown("targets", answer.targets, allowed["targets"])
