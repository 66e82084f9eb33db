"""What an activity of a ranking says in data/activities/."""

from pydantic import model_validator

from govcourse.content.activity import ActivityBase, Count
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text


class RankingOption(Strict):
    """What everybody puts in order; `about` explains it."""

    id: Id
    title: Text
    about: Text | None = None


class Ranking(ActivityBase):
    """Things to put in order: `options` of the course, and with `own` what people add or bring in, `limit` in all."""

    question: Text  # asked of two of them
    item: Text
    options: list[RankingOption] = []
    own: bool = True
    at_least: Count = 3
    limit: Count = 20

    @model_validator(mode="after")
    def something_to_order(self) -> "Ranking":
        ids = [option.id for option in self.options]
        if len(ids) != len(set(ids)):
            raise ValueError("two options have one id")
        if not self.own and len(ids) < 2:
            raise ValueError("there must be two things to put in order, or people's own")
        if len(ids) > self.limit:
            raise ValueError(f"there are more options than the limit of {self.limit}")
        return self
