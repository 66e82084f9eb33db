"""What an activity of the design-thinking workspace says in data/activities/."""

from typing import Annotated

from pydantic import Field

from govcourse.content.activity import ActivityBase, Count
from govcourse.content.loading import Strict
from govcourse.content.models import Entry, Id, Text


class Form(Strict):
    """What is worked out from the notes of a stage: up to `at_most` filled-in forms; `photo` allows a picture."""

    item: Text
    at_most: Count
    fields: Annotated[list[Entry], Field(min_length=1)]
    photo: bool = False


class Stage(Strict):
    """First divergent (notes, with `tags`), then convergent (groups, dots, choice, form). `offers` feeds what is chosen."""

    id: Id
    title: Text
    about: Text
    diverge: Text
    converge: Text
    minutes: Count
    note: Text
    tags: list[Entry] = []
    starts: Text | None = None
    choose: Count
    offers: bool = False
    form: Form | None = None


class Workspace(ActivityBase):
    stages: Annotated[list[Stage], Field(min_length=2)]
    votes: Annotated[int, Field(ge=0, le=20)] = 3
