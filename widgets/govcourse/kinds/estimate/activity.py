"""What an activity of an estimate says in data/activities/."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from govcourse.content.activity import ActivityBase, Count
from govcourse.content.loading import Strict
from govcourse.content.models import Text


class Round(Strict):
    """A phase into which a facilitator takes the room; `minutes` are meant for it."""

    title: Text
    minutes: Count


class Estimate(ActivityBase):
    """A number from `low` to `high`, in `unit`, estimated before (`first`) and after (`second`) a `talk`; what to `consider` in between."""

    question: Text
    unit: Text
    low: int = 0
    high: int
    consider: Annotated[list[Text], Field(min_length=1)]
    first: Round
    talk: Round
    second: Round

    @model_validator(mode="after")
    def something_between(self) -> Self:
        if self.low >= self.high:
            raise ValueError("the highest estimate is above the lowest")
        return self
