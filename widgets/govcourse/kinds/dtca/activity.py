"""What an activity of the capability assessment says in data/activities/."""

from govcourse.content.activity import ActivityBase
from govcourse.content.models import Id


class Dtca(ActivityBase):
    instrument: Id
