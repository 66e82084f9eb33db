"""The whiteboard: what one participant's answer is, and what its view is told."""

import re
from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.content.activity_models import Whiteboard
from govcourse.kinds.answers import AnswerError, AnswerModel, Group, Id, Long, Note, budget, unique

LIMIT = 300  # notes on one board
NOTE = re.compile(r"[a-z0-9-]{1,40}")  # ids of notes, also of those by others


class Answer(AnswerModel):
    """One's own notes and groups; dots and comments go to any note of the board, by its id."""

    phase: Annotated[str, StringConstraints(max_length=40)] = ""
    notes: Annotated[list[Note], Field(max_length=LIMIT)] = []
    groups: Annotated[list[Group], Field(max_length=40)] = []
    votes: Annotated[dict[str, Annotated[int, Field(ge=0, le=20)]], Field(max_length=LIMIT)] = {}
    comments: Annotated[dict[str, Long], Field(max_length=LIMIT)] = {}


def spec(activity: Whiteboard) -> dict:
    return {"limit": LIMIT}


def ids(activity: Whiteboard) -> dict[str, list[Id]]:
    return {}


def check(answer: Answer, activity: Whiteboard) -> None:
    """Raises AnswerError for two entries of one id, a group or phase that is not there, or too many dots."""
    unique("notes", answer.notes)
    unique("groups", answer.groups)
    groups = {group.id for group in answer.groups} | {""}
    for index, note in enumerate(answer.notes):
        if note.group not in groups:
            raise AnswerError(f"notes.{index}.group", "there is no such group")
    if answer.phase and answer.phase not in {phase.id for phase in activity.phases}:
        raise AnswerError("phase", "there is no such phase")
    for field in ("votes", "comments"):
        for id in getattr(answer, field):
            if not NOTE.fullmatch(id):
                raise AnswerError(f"{field}.{id[:40]}", "no note has such an id")
    budget("votes", answer.votes.values(), activity.votes)
