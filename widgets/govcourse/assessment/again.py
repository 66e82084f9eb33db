"""An assessment beside the same one at an earlier time: of one respondent, and of a room. Worked examples hold it equal to again.ts."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from typing_extensions import TypedDict

from govcourse.assessment.debrief import Debrief
from govcourse.assessment.scoring import asked, mean_of
from govcourse.content.instruments import Instrument
from govcourse.json_types import Json

FEW = 5  # of fewer respondents nothing is kept


class Change(TypedDict):
    """One respondent's dimension: its score `before` and `now` (1–5), None where too little was answered; of the statements that
    have a step at both times (`both`) so many are higher now (`up`), or lower (`down`)."""

    id: str
    title: str
    before: float | None
    now: float | None
    change: float | None
    both: int
    up: int
    down: int


def changes(answer: Json, instrument: Instrument) -> list[Change]:
    """What an answer and what it holds of an `earlier` time come to, in course order; nothing without an earlier time."""
    earlier = answer.get("earlier")
    if not earlier:
        return []
    found: list[Change] = []
    for dimension in instrument.dimensions:
        then, today = ([one.get("value") for one in asked(dimension, at)] for at in (earlier, answer))
        before, now = mean_of(then), mean_of(today)
        pairs = [(a, b) for a, b in zip(then, today, strict=False) if a is not None and b is not None]
        found.append(
            {
                "id": dimension.id,
                "title": dimension.title,
                "before": before,
                "now": now,
                "change": None if before is None or now is None else now - before,
                "both": len(pairs),
                "up": sum(b > a for a, b in pairs),
                "down": sum(b < a for a, b in pairs),
            }
        )
    return found


# ---- a room

OnScale = Annotated[float, Field(ge=1, le=5, allow_inf_nan=False)]


class KeptDimension(BaseModel):
    """A room's figures of a dimension: how many have a score, the mean of these, and the middle half of all responses."""

    model_config = ConfigDict(extra="forbid")

    respondents: Annotated[int, Field(ge=FEW, le=1_000_000, strict=True)]
    score: OnScale
    median: OnScale
    q1: OnScale
    q3: OnScale
    consensus: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Kept(BaseModel):
    """What is kept of a room to look back at: figures of at least five, nobody's answers."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, StringConstraints(strict=True, max_length=200)]
    on: Annotated[
        str, StringConstraints(strict=True, pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
    ]
    n: Annotated[int, Field(ge=FEW, le=1_000_000, strict=True)]
    dimensions: Annotated[dict[str, KeptDimension], Field(min_length=1, max_length=50)]


def kept(figures: Debrief, title: str, on: str) -> Kept | None:
    """What may be kept of a room's debrief; None of fewer than five."""
    dimensions = {
        row["id"]: KeptDimension(
            respondents=row["respondents"],
            score=row["score"],
            median=row["median"] or 1,
            q1=row["q1"] or 1,
            q3=row["q3"] or 1,
            consensus=row["consensus"] or 0,
        )
        for row in figures["dimensions"]
        if row["respondents"] >= FEW and row["score"] is not None
    }
    if figures["n"] < FEW or not dimensions:
        return None
    return Kept(title=title[:200], on=on, n=figures["n"], dimensions=dimensions)
