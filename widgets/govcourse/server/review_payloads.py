"""What the server tells browsers of reviews by another team, as types: payloads.py has the rest."""

from typing_extensions import TypedDict

from govcourse.json_types import Json
from govcourse.kinds.reader import PartRead
from govcourse.kinds.reviews import Reviewed, ReviewTold


class DealtWork(TypedDict):
    """Others' work to review, and the review so far; `of` is a team's name, None for a person's work."""

    id: str
    of: str | None
    parts: list[PartRead]
    answer: Json
    version: int


class MyReviews(TypedDict):
    """`more` says whether one more work can be dealt; `judged` is what the author chose for their own."""

    dealt: list[DealtWork]
    more: bool
    received: list[ReviewTold]
    judged: int


class ReviewListed(ReviewTold):
    """As facilitators see it; `of` is the team whose work it is about, None for a person's. `key` is what moderation knows it by."""

    id: str
    key: str
    of: str | None
    hidden: bool


class RoomReviews(TypedDict):
    """How many works were `dealt`, how many reviews `sent`, and what those come to that nobody hid."""

    dealt: int
    sent: int
    reviewed: Reviewed
    reviews: list[ReviewListed]
