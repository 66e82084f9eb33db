"""What the matrix tells a browser, as types."""

from typing import Literal

from typing_extensions import TypedDict

from govcourse.kinds.matrix.activity import MatrixLevel, MatrixRow
from govcourse.kinds.shapes import Titled


class Spec(TypedDict):
    """`own` are the ids of rows that can be added; `note` says whose the descriptions are."""

    rows: list[MatrixRow]
    levels: list[MatrixLevel]
    own: list[str]
    note: str | None


class Placed(Titled):
    """A row with the values of its level and of its target."""

    value: int | None
    target: int | None


class Urgent(Titled):
    """A row that has a value, with its `gap` below the target."""

    value: int
    target: int | None
    gap: int


class Up(Urgent):
    """The titles of both levels."""

    today: str
    to: str


class Median(Titled):
    """A row over the `n` who placed it."""

    n: int
    value: float
    target: float | None


class Term(TypedDict):
    row: str
    weight: int
    value: int


class Total(Titled):
    """A column: what its terms come to, and the most that they could."""

    total: int
    most: int
    terms: list[Term]


class Column(Total):
    """With its cells, by row and by what is asked, and what came along with it."""

    marks: dict[str, dict[str, str]]
    owner: str
    evidence: str


class Served(Titled):
    total: int


class Columns(TypedDict):
    """The learner's columns, highest total first."""

    options: list[Column]


class Gaps(TypedDict):
    """The rows below their target, the widest gap first."""

    up: list[Up]


Derived = Columns | Gaps


class LevelFact(Titled):
    value: int


class AskFact(TypedDict):
    id: str
    type: Literal["level", "text"]


class Facts(TypedDict):
    rows: list[Titled]
    levels: list[LevelFact]
    asks: list[AskFact]
    own: list[str]
    weights: bool
    options: bool
    best: Literal["high", "low"]
