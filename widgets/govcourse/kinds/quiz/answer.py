"""What an answer to a quiz may be."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.kinds.answers import AnswerModel, Id, Long


class Given(AnswerModel):
    """One question: options chosen (in "order", all of them in order), or pairs; `tries` so far."""

    chosen: Annotated[list[Id], Field(max_length=10)] = []
    pairs: dict[str, Id] = {}
    reason: Long = ""
    checked: bool = False
    tries: Annotated[int, Field(ge=0, le=1000)] = 0


class Answer(AnswerModel):
    """`seed` says which questions were drawn for this person, and in which order options stand."""

    answers: dict[str, Given] = {}
    seed: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{0,12}$")] = ""
