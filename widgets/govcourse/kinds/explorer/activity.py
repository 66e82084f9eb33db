"""What an activity of the case explorer says in data/activities/."""

from typing import Annotated

from pydantic import Field

from govcourse.content.activity import ActivityBase
from govcourse.content.models import Entry


class Explorer(ActivityBase):
    facets: Annotated[list[Entry], Field(min_length=1)]
