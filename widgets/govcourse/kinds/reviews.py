"""Review by another team: what a review is, whose work is dealt to whom, and what a room's reviews come to."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Annotated, Any, NotRequired

from pydantic import Field, StringConstraints
from typing_extensions import TypedDict

from govcourse.content.activity import ActivityBase
from govcourse.content.for_people import FOR_PEOPLE
from govcourse.json_types import Json
from govcourse.kinds.access import SMALLEST, enough, sees, threshold
from govcourse.kinds.answers import AnswerError, AnswerModel, parsed
from govcourse.kinds.moderation import digest, held_back

if TYPE_CHECKING:
    from govcourse.store import Review

Short = Annotated[str, StringConstraints(max_length=500), FOR_PEOPLE]


class Answer(AnswerModel):
    """`level` is which of the activity's three `good` the work is most like, 0 for none yet. Only what is `sent` leaves its reviewer."""

    level: Annotated[int, Field(ge=0, le=3)] = 0
    works: Short = ""
    better: Short = ""
    sent: bool = False


class Reviewed(TypedDict):
    """How many of `n` reviews chose each of the three; instead `too_few`, how many people have to have given one."""

    n: int
    levels: list[int]
    too_few: NotRequired[int]


class ReviewTold(TypedDict):
    """What others say of a work; `by` is a team's name, None for a person."""

    by: str | None
    level: int
    works: str
    better: str


def reviewable(activity: ActivityBase) -> bool:
    """Whether others may review work of this activity: it says what is good, and is not private."""
    return activity.good is not None and sees("facilitator", activity)


def checked(document: object) -> Json:
    """A review as it is stored. Raises AnswerError, also for one that is sent and chooses none of the three."""
    review = parsed(Answer, document)
    if review.sent and not review.level:
        raise AnswerError("level", "reviews.review_choose")
    kept: Json = review.model_dump(exclude_unset=True)
    return kept


def written(answer: Json) -> bool:
    """Whether there is anything to review: what somebody thinks of their own answer is none of it."""
    return _holds({name: value for name, value in answer.items() if name != "judged"})


def _holds(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(_holds, value.values() if isinstance(value, dict) else value))
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def in_turn(groups: Iterable[Sequence[str]]) -> list[str]:
    """One of each group after the other, so that those who work together do not stand side by side."""
    return [one for row in zip_longest(*groups) for one in row if one is not None]


def dealable(reviewer: str, circle: Sequence[str], works: Iterable[str]) -> list[str]:
    """Whose work `reviewer` may be dealt: never their own, and first that of whoever comes next in the circle of all.

    Where everybody has written, each is next to one other: everybody is reviewed once. What was dealt less goes before
    what comes first; the store counts that, as it deals.
    """
    there, place = set(works), circle.index(reviewer) if reviewer in circle else -1
    return [
        one for one in (*circle[place + 1 :], *circle[: max(place, 0)]) if one in there and one != reviewer
    ]


def given(reviews: Iterable["Review"], settings: Json) -> list["Review"]:
    """Those that were sent, without what the facilitator holds back; `settings` are those of the room's activity."""
    sent = [one for one in reviews if one.document.get("sent")]
    unseen = held_back(map(key, sent), settings)
    return [one for one in sent if key(one) not in unseen]


def key(review: "Review") -> str:
    """What moderation knows a review by: it is shown only as it was approved."""
    said = (str(review.document.get(name, "")) for name in ("level", "works", "better"))
    return f"{review.id}.{digest(review.reviewer, *said)}"


def told(review: "Review", teams: Mapping[str, str]) -> ReviewTold:
    """A review as others read it; `teams` are names."""
    said = review.document
    return {
        "by": teams.get(review.reviewer),
        "level": said.get("level", 0),
        "works": said.get("works", ""),
        "better": said.get("better", ""),
    }


def reviewed(reviews: Sequence["Review"], members: Mapping[str, int], least: int = SMALLEST) -> Reviewed:
    """What reviews come to, from `least` people on who gave them: a team is as many as its `members`."""
    people = sum(members.get(one, 1) for one in {one.reviewer for one in reviews})
    if not enough(people, least):
        return {"n": len(reviews), "levels": [], "too_few": threshold(least)}
    chosen = [one.document.get("level", 0) for one in reviews]
    return {"n": len(reviews), "levels": [chosen.count(level) for level in (1, 2, 3)]}
