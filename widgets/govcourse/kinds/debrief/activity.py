"""What an activity of the debrief says in data/activities/."""

from typing import Annotated, Literal

from pydantic import Field

from govcourse.content.activity import ActivityBase
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text


class Step(Strict):
    id: Literal["who", "dimensions", "disagreement", "extremes", "gaps", "own", "forward"]
    title: Text
    about: Text
    prompt: Text


class Debrief(ActivityBase):
    """Reads the answers to activity `of`."""

    of: Id
    steps: Annotated[list[Step], Field(min_length=1)]

    def names(self) -> list[str]:
        return [self.of]
