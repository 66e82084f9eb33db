"""What an answer to a whiteboard may be."""

import re
from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.kinds.answers import Group, Judged, Long, Note

LIMIT = 300  # notes on one board
NOTE = re.compile(r"[a-z0-9-]{1,40}")  # ids of notes, also of those by others


class Answer(Judged):
    """One's own notes and groups; dots and comments go to any note of the board, by its id."""

    phase: Annotated[str, StringConstraints(max_length=40)] = ""
    notes: Annotated[list[Note], Field(max_length=LIMIT)] = []
    groups: Annotated[list[Group], Field(max_length=40)] = []
    votes: Annotated[dict[str, Annotated[int, Field(ge=0, le=20)]], Field(max_length=LIMIT)] = {}
    comments: Annotated[dict[str, Long], Field(max_length=LIMIT)] = {}
