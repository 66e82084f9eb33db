"""What is worked out from the entries of a plot, as types."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from govcourse.kinds.shapes import Origin

Side = Literal["low", "high"]


class Money(TypedDict, total=False):
    benefits: float | None
    costs: float | None
    probability: float | None
    pilot: float | None
    go_on: float | None


class Judged(TypedDict):
    """`score` is 0–100, `quadrant` the sides of x and y, `expected` and `by_workshop` the values in money."""

    id: str
    score: float
    quadrant: tuple[Side, Side]
    expected: float | None
    by_workshop: float | None
    fields: NotRequired[dict[str, str]]
    money: NotRequired[Money]
    origin: NotRequired[Origin | None]


class Ranked(Judged):
    """An entry that was placed; what was not given is not there."""

    name: NotRequired[str]
    x: float
    y: float


class Placed(Judged):
    """An entry of a room, at the mean of its places, with how many placed it."""

    name: str
    x: float
    y: float
    n: int
