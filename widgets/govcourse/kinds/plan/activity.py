"""What an activity of the action-plan builder says in data/activities/."""

from typing import Annotated, Literal

from pydantic import Field

from govcourse.content.activity import ActivityBase
from govcourse.content.models import Entry, Text


class Plan(ActivityBase):
    """With `frame`, goals stand under the five principles."""

    components: Annotated[list[Entry], Field(min_length=7, max_length=7)]
    horizon: Text
    frame: Literal["principles"] | None = None

    def parts(self) -> list[str]:
        return ["goals", "steps", "sharing"]
