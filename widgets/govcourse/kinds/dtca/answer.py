"""What an answer to the assessment may be."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from govcourse.content.for_people import FOR_PEOPLE
from govcourse.kinds.answers import AnswerError, AnswerModel, Date, Line

Step = Annotated[int, Field(ge=1, le=5)]


class Item(AnswerModel):
    """`absent`: there is nothing that the statement could be about. `evidence` is what a sceptic would accept."""

    value: Step | None = None
    dont_know: bool = False
    absent: bool = False
    evidence: Line = ""
    comment: Annotated[str, StringConstraints(max_length=2000), FOR_PEOPLE] = ""

    @model_validator(mode="after")
    def one_response(self) -> Self:
        if (self.value is not None) + self.dont_know + self.absent > 1:
            raise AnswerError("", "one_response")
        return self


class Rated(AnswerModel):
    """One's own government and two invented ministries on one statement."""

    own: Step | None = None
    low: Step | None = None
    high: Step | None = None


class Earlier(AnswerModel):
    """What the same person answered at another time, as their answers file of that day (`on`) had it."""

    on: Date = ""
    items: dict[str, Item] = {}
    targets: dict[str, Step] = {}


class Answer(AnswerModel):
    items: dict[str, Item] = {}
    targets: dict[str, Step] = {}
    vignettes: dict[str, Rated] = {}
    earlier: Earlier | None = None
