"""What the estimate tells a browser, as types."""

from typing_extensions import TypedDict

from govcourse.kinds.shapes import Counted


class Step(TypedDict):
    """Estimates from `low` up to `high`; the last step has those of `high` too."""

    low: float
    high: float
    count: int


class Spread(Counted):
    """Of one round: how many lie in each step, and the quartiles (inclusive method); none where `n` is 0 or too few."""

    steps: list[Step]
    quartiles: list[float]


class Figures(Counted):
    first: Spread
    second: Spread


class Results(TypedDict):
    question: str
    unit: str
