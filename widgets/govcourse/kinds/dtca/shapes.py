"""What the assessment tells a browser, as types."""

from typing_extensions import TypedDict

from govcourse.assessment import scoring
from govcourse.assessment.debrief import Debrief
from govcourse.content.instruments import Instrument
from govcourse.kinds.shapes import Counted


class Spec(TypedDict):
    instrument: Instrument


class TooFew(Counted):
    """Of fewer than `too_few` people a room sees only how many they are."""

    too_few: int


Figures = Debrief | TooFew


class Derived(TypedDict):
    """Dimensions with an answer; those below their target, largest gap first; and the lines of evidence by dimension."""

    scores: list[scoring.Dimension]
    gaps: list[scoring.Dimension]
    evidence: dict[str, list[str]]


class Facts(TypedDict):
    instrument: scoring.Facts
