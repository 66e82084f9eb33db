"""What an answer to a canvas may be."""

from typing import Annotated

from pydantic import Field

from govcourse.kinds.answers import Judged, Long, Move, Origin


class Answer(Judged):
    """Text per field; `marks` are ticked fields, `moves` the way through the stages, `origins` by field."""

    fields: dict[str, Long] = {}
    marks: dict[str, bool] = {}
    moves: Annotated[list[Move], Field(max_length=100)] = []
    origins: dict[str, Annotated[list[Origin], Field(max_length=40)]] = {}
    seconds: Annotated[int, Field(ge=0, le=36000)] | None = None
