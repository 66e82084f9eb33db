"""What an answer to a poll may be."""

from typing import Annotated

from pydantic import Field

from govcourse.kinds.answers import AnswerModel, Id, Long, Origin


class Given(AnswerModel):
    """The answer to one question; `text` is the open answer, or what an open option means."""

    chosen: Annotated[list[Id], Field(max_length=30)] = []
    text: Long = ""
    value: Annotated[int, Field(ge=1, le=10)] | None = None
    origin: Origin | None = None


class Answer(AnswerModel):
    answers: dict[str, Given] = {}
