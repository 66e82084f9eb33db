"""What an answer to the assessment may be."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from govcourse.content.for_people import FOR_PEOPLE
from govcourse.kinds.answers import AnswerModel


class Item(AnswerModel):
    value: Annotated[int, Field(ge=1, le=5)] | None = None
    dont_know: bool = False
    comment: Annotated[str, StringConstraints(max_length=2000), FOR_PEOPLE] = ""

    @model_validator(mode="after")
    def one_response(self) -> Self:
        if self.dont_know and self.value is not None:
            raise ValueError("choose either a step of the scale or “don't know”, not both")
        return self


class Answer(AnswerModel):
    items: dict[str, Item] = {}
    targets: dict[str, Annotated[int, Field(ge=1, le=5)]] = {}
