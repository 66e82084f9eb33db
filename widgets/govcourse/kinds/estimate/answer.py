"""What an answer to an estimate may be."""

from typing import Annotated

from pydantic import Field

from govcourse.kinds.answers import AnswerModel, Long

Number = Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)]


class Answer(AnswerModel):
    """The estimate before and after the talk; `reason` is what the first one rests on."""

    first: Number | None = None
    reason: Long = ""
    second: Number | None = None
