"""What an activity of joint answers says in data/activities/."""

from govcourse.content.activity import ActivityBase
from govcourse.content.models import Id


class Together(ActivityBase):
    """Goes through the statements of the assessment `of`, which each has answered alone before."""

    of: Id

    def names(self) -> list[str]:
        return [self.of]
