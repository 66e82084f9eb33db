"""What an activity of a country's profile says in data/activities/."""

from typing import Annotated

from pydantic import Field

from govcourse.content.activity import ActivityBase
from govcourse.content.models import Entry, Text


class Profile(ActivityBase):
    """A country in the mirrors of others: `questions` for one's own reading, `cautions` on what an index is and is not, and
    `places`, what stands before anybody sees a rank."""

    questions: Annotated[list[Entry], Field(min_length=1, max_length=6)]
    cautions: Annotated[list[Entry], Field(min_length=1)]
    places: Text
