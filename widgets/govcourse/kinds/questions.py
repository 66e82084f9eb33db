"""Questions that people of a room ask their facilitator: in which order they stand, and who sees which.

Their authors are told to nobody. What a facilitator hides or approves is bound to keys, as with notes.
"""

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import TYPE_CHECKING, Any

from typing_extensions import TypedDict

from govcourse.kinds.moderation import held_back, key

if TYPE_CHECKING:
    from govcourse.store import Question

Z = 1.96  # standard deviations: 95 % sure


class QuestionShown(TypedDict):
    """A question as the room sees it, with how many are for it and against."""

    id: str
    text: str
    up: int
    down: int
    answered: bool


class QuestionListed(QuestionShown):
    """As facilitators see it; `key` is what moderation knows it by."""

    key: str
    hidden: bool


class QuestionsModerated(TypedDict):
    """Keys of what was hidden and approved; with `moderate`, only what is approved is seen."""

    moderate: bool
    hidden: list[str]
    approved: list[str]


def wilson(up: int, down: int) -> float:
    """The lower bound of Wilson's interval for the share that is for it, 0–1: few votes prove less than many; 0 without any."""
    n = up + down
    if n == 0:
        return 0.0
    share = up / n
    margin = Z * sqrt((share * (1 - share) + Z * Z / (4 * n)) / n)
    return max(0.0, (share + Z * Z / (2 * n) - margin) / (1 + Z * Z / n))


def moderated(settings: Mapping[str, Any]) -> QuestionsModerated:
    """What the settings of a room say of its questions."""
    return {
        "moderate": settings.get("questions_moderate", False),
        "hidden": settings.get("questions_hidden", []),
        "approved": settings.get("questions_approved", []),
    }


def listed(questions: "list[Question]", settings: Mapping[str, Any]) -> list[QuestionListed]:
    """As facilitators see them, those that wait for an answer first, and of these the most wanted; of equals, those against
    which fewer are, then the older."""
    keys = {one.id: key(one.author, one.id, one.text) for one in questions}
    unseen = held_back(keys.values(), moderated(settings))
    ordered = sorted(
        questions, key=lambda one: (one.answered, -wilson(one.up, one.down), one.down, one.asked)
    )
    return [
        {
            "id": one.id,
            "text": one.text,
            "up": one.up,
            "down": one.down,
            "answered": one.answered,
            "key": keys[one.id],
            "hidden": keys[one.id] in unseen,
        }
        for one in ordered
    ]


def for_room(all: Iterable[QuestionListed]) -> list[QuestionShown]:
    """Of these what the room itself sees."""
    return [
        {
            "id": one["id"],
            "text": one["text"],
            "up": one["up"],
            "down": one["down"],
            "answered": one["answered"],
        }
        for one in all
        if not one["hidden"]
    ]
