"""What an activity of a poll says in data/activities/."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from govcourse.content.activity import ActivityBase, Count
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text


class PollOption(Strict):
    """Whoever chooses an `open` option says in words what is meant."""

    id: Id
    title: Text
    about: Text | None = None
    open: bool = False


class Question(Strict):
    """`limit` is how many options of a multiple choice; a scale goes from `low` (1) to `high` (`steps`)."""

    id: Id
    text: Text
    type: Literal["single", "multiple", "open", "scale"]
    options: list[PollOption] = []
    limit: Count | None = None
    steps: Annotated[int, Field(ge=2, le=10)] = 5
    low: Text | None = None
    high: Text | None = None

    @model_validator(mode="after")
    def options_fit(self) -> Self:
        if (self.type in ("single", "multiple")) != bool(self.options):
            raise ValueError("a choice has options, other questions have none")
        if self.type == "scale" and not (self.low and self.high):
            raise ValueError("a scale says what its low and its high end mean")
        return self


class Poll(ActivityBase):
    """With `each_session`, the questions are asked once in every session."""

    questions: Annotated[list[Question], Field(min_length=1)]
    each_session: bool = False

    def parts(self) -> list[str]:
        return [question.id for question in self.questions]
