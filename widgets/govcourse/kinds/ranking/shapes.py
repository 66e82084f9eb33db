"""What the ranking tells a browser, as types."""

from govcourse.kinds.shapes import Counted, Titled


class Standing(Titled):
    """One thing over all who ranked it (`n`). Ranks begin at 1; `q1` and `q3` are the quartiles (inclusive method).

    `points` are Borda's: in each order one for everything that stands behind it, what was left waiting included.
    `share` is what it got of the points that it could have got, 0–1.
    """

    n: int
    points: int
    share: float
    first: int
    median: float
    q1: float
    q3: float


class Figures(Counted):
    """Of those who put anything in order; most points first."""

    standings: list[Standing]
