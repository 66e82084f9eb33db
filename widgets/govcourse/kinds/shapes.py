"""The types that kinds share for what they tell a browser; kinds/<name>/shapes.py has those of its own.

TypedDict is that of typing_extensions, as pydantic reads no other before Python 3.12.
"""

from typing import Literal

from pydantic import JsonValue
from typing_extensions import TypedDict

from govcourse.content.activity import Owner
from govcourse.kinds.outline import ShownOutline


class Nothing(TypedDict):
    """Of a kind that has nothing to tell."""


class Counted(TypedDict):
    """Figures of a room say at least how many answers they are about."""

    n: int


class Titled(TypedDict):
    id: str
    title: str


class Ask(TypedDict):
    """What the projector shows while an exercise is open: a question with what can be chosen, or what is to be done."""

    text: str
    options: list[str]
    kind: Literal["choose", "do"]


class Origin(TypedDict):
    """As answers.Origin, in an answer as it is stored."""

    activity: str
    entry: str


class PosedOption(TypedDict):
    """`match` is its other half, in a question that pairs."""

    id: str
    text: str
    right: bool
    match: str | None
    feedback: str


class Posed(TypedDict):
    """A question that has a right answer, for the item bank: `right` are ids of options with spaces between them."""

    id: str
    text: str
    type: str
    objective: str | None
    level: str | None
    options: list[PosedOption]
    right: str
    explanation: str


class Earned(TypedDict):
    """Which activities count for the certificate, how many are needed, and whether it is earned."""

    counted: list[str]
    need: int
    earned: bool


class Brief(TypedDict):
    """An activity as other exercises read its answers."""

    id: str
    kind: str
    title: str
    sessions: list[int]
    minutes: int
    owner: Owner
    outline: ShownOutline


class Source(Brief):
    """What an activity may read; `into` are the parts that take its entries, "" for an activity without parts."""

    into: list[str]


class Taker(Titled):
    """An activity that takes what is made in another."""

    sessions: list[int]


class Led(Titled):
    """A phase, or a stage, into which a facilitator takes a room; `minutes` are meant for it. In one that is `blind` nobody sees
    results, as everybody makes their own."""

    minutes: int
    blind: bool


class Told(TypedDict):
    """What every view is told, beside its activity's own fields and its kind's Spec; `extras` are the parts that are switched
    on, `led` the phase in which a room is, where its facilitator leads it."""

    outline: ShownOutline
    sources: list[Source]
    takers: list[Taker]
    documents: list[str]
    schema: dict[str, JsonValue]
    extras: list[str]
    led: str | None
