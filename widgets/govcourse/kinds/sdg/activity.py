"""What an activity of the SDG selector says in data/activities/."""

from typing import Annotated

from pydantic import Field

from govcourse.content.activity import ActivityBase
from govcourse.content.models import Entry


class Sdg(ActivityBase):
    questions: Annotated[list[Entry], Field(min_length=3, max_length=3)]
    seconds: Annotated[int, Field(gt=0)]
    words_per_minute: Annotated[int, Field(gt=0)]
