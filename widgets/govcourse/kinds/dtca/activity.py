"""What an activity of the capability assessment says in data/activities/."""

from govcourse.content.activity import Assessing


class Dtca(Assessing):
    """No more than all that assess say."""
