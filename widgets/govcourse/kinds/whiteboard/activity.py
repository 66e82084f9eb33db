"""What an activity of a whiteboard says in data/activities/."""

from typing import Annotated, Literal

from pydantic import Field

from govcourse.content.activity import ActivityBase, Count
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text


class Phase(Strict):
    """What a phase allows: adding notes, grouping them, voting, commenting."""

    id: Id
    title: Text
    about: Text
    minutes: Count
    allows: list[Literal["write", "group", "vote", "comment"]]


class Seed(Strict):
    id: Id
    text: Text
    author: Text


class Whiteboard(ActivityBase):
    """`each` is how many notes one participant writes, `deal` on how many of the others' they are asked to comment (all of
    them unless it is given); `seeds` are notes of ours for those who learn alone."""

    prompt: Text
    phases: Annotated[list[Phase], Field(min_length=1)]
    comment_prompt: Text | None = None
    votes: Annotated[int, Field(ge=0, le=20)] = 3
    each: Count | None = None
    deal: Count | None = None
    seeds: list[Seed] = []

    def parts(self) -> list[str]:
        return ["notes"]
