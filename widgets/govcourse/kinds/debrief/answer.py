"""What an answer to the debrief may be."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.content.for_people import FOR_PEOPLE
from govcourse.kinds.answers import AnswerModel, Id, Line, Long


class Carried(AnswerModel):
    """A gap that goes into the plan: dimension, and the words that the plan gets."""

    id: Id
    name: Line = ""
    note: Annotated[str, StringConstraints(max_length=300), FOR_PEOPLE] = ""


class Answer(AnswerModel):
    """A note per step, and the gaps that are carried on."""

    notes: dict[str, Long] = {}
    carried: Annotated[list[Carried], Field(max_length=20)] = []
