"""What an answer to the workspace may be."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.content.for_people import FOR_PEOPLE
from govcourse.kinds.answers import AnswerModel, Group, Id, Judged, Long, Move, Note
from govcourse.kinds.workspace.photos import FITS

PHOTOS = 4  # in one workspace


class Form(AnswerModel):
    """One result of a stage; `photo` is a JPEG or PNG as a data URL, `alt` says what it shows."""

    id: Id
    fields: dict[str, Long] = {}
    photo: Annotated[str, StringConstraints(max_length=FITS)] = ""
    alt: Annotated[str, StringConstraints(max_length=300), FOR_PEOPLE] = ""


class Stage(AnswerModel):
    converging: bool = False
    notes: Annotated[list[Note], Field(max_length=200)] = []
    groups: Annotated[list[Group], Field(max_length=30)] = []
    forms: Annotated[list[Form], Field(max_length=10)] = []


class Answer(Judged):
    """`moves` is the way through the stages, with why one went back."""

    stages: dict[str, Stage] = {}
    moves: Annotated[list[Move], Field(max_length=100)] = []
