"""What joint answers tell a browser, as types."""

from pydantic import JsonValue
from typing_extensions import TypedDict

from govcourse.content.instruments import Instrument
from govcourse.kinds.shapes import Counted


class Spec(TypedDict):
    """`example_of` is the example of the assessment that each answered alone."""

    instrument: Instrument
    example_of: dict[str, JsonValue] | None


class Reason(TypedDict):
    value: int | None
    text: str


class Objection(TypedDict):
    value: int | None
    who: str
    why: str


class Agreed(TypedDict):
    """What several came to on one statement: `n` took it up, `counts` are joint answers from 1 to 5."""

    n: int
    counts: tuple[int, int, int, int, int]
    dont_know: int
    split: int
    reasons: list[Reason]
    dissents: list[Objection]


class Figures(Counted):
    """By statement, as far as anybody took it up; `theories` is how many theories of change there are."""

    statements: dict[str, Agreed]
    theories: int


class Low(TypedDict):
    """A joint answer at or below the middle of the scale."""

    id: str
    title: str
    value: int
    reason: str


class Derived(TypedDict):
    """The lowest first; those of one step as the assessment has them."""

    low: list[Low]


class Asked(TypedDict):
    id: str
    title: str


class Facts(TypedDict):
    statements: list[Asked]
