"""What an answer to a ranking may be."""

from typing import Annotated

from pydantic import Field

from govcourse.kinds.answers import AnswerModel, Id, Judged, Line, Origin


class Entry(AnswerModel):
    """One thing: an option of the course by its id alone, or one's own with its `name`."""

    id: Id
    name: Line = ""
    origin: Origin | None = None


class Answer(Judged):
    """`ranked` is the order, the first one best; `waiting` are one's own that stand in no order yet."""

    ranked: Annotated[list[Entry], Field(max_length=100)] = []
    waiting: Annotated[list[Entry], Field(max_length=100)] = []
