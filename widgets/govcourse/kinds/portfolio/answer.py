"""What an answer to the portfolio may be."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.content.for_people import FOR_PEOPLE
from govcourse.kinds.answers import AnswerModel, Id, Long


class Answer(AnswerModel):
    """The name on the certificate, whether a code was asked for it, activities that are left out, and a note on any of them."""

    name: Annotated[str, StringConstraints(max_length=100), FOR_PEOPLE] = ""
    issued: bool = False
    left_out: Annotated[list[Id], Field(max_length=100)] = []
    notes: dict[str, Long] = {}
