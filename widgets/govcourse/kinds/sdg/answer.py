"""What an answer to the SDG selector may be."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.content.for_people import FOR_PEOPLE
from govcourse.kinds.answers import Judged


class Answer(Judged):
    """`seconds` is how long the last rehearsal took."""

    goal: Annotated[int, Field(ge=1, le=17)] | None = None
    notes: dict[str, Annotated[str, StringConstraints(max_length=2000), FOR_PEOPLE]] = {}
    pitch: Annotated[str, StringConstraints(max_length=5000), FOR_PEOPLE] = ""
    seconds: Annotated[int, Field(ge=0, le=3600)] | None = None
