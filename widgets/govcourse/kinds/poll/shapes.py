"""What the poll tells a browser, as types."""

from typing_extensions import TypedDict

from govcourse.kinds.moderation import Note
from govcourse.kinds.poll.activity import Question
from govcourse.kinds.shapes import Counted


class Asked(Question):
    """A question as it is asked: the key of its answer and, where it is asked in each, its session."""

    key: str
    session: int | None


class Spec(TypedDict):
    asked: list[Asked]


class Bar(TypedDict):
    """An option or a step: how many chose it, and their share of those who answered, 0–1."""

    id: str
    count: int
    share: float


class Tally(Counted):
    """`n` who answered; texts as given, where they are one's own: a room's are `notes`."""

    bars: list[Bar]
    texts: list[str]


class Figures(Counted):
    """A tally for each key of an answer. `notes` are what was written, each text once: its `group` is that key, `votes` are how many wrote it.

    Before moderation, which makes a moderation.Board of them.
    """

    questions: dict[str, Tally]
    notes: list[Note]
