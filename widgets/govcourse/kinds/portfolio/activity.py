"""What an activity of the portfolio says in data/activities/."""

from typing import Annotated

from pydantic import Field

from govcourse.content.activity import ActivityBase, Count
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text


class Certificate(Strict):
    """`required` are the activities that count, once `share` per cent of one is done; `at_least` of them are needed."""

    title: Text
    text: Text
    required: Annotated[list[Id], Field(min_length=1)]
    at_least: Count
    share: Annotated[int, Field(ge=1, le=100)] = 50


class Portfolio(ActivityBase):
    certificate: Certificate

    def names(self) -> list[str]:
        return self.certificate.required
