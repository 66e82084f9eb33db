"""What an activity of the portfolio says in data/activities/."""

from govcourse.content.activity import Gathering


class Portfolio(Gathering):
    """No more than all that gather say."""
