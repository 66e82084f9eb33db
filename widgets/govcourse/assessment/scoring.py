"""The scoring of an assessment for one respondent. Rules: "Scoring" in the instrument's data."""

import math
import statistics as stats
from collections.abc import Sequence
from dataclasses import dataclass

from typing_extensions import TypedDict

from govcourse.content import instruments
from govcourse.content.instruments import Instrument
from govcourse.json_types import Json


@dataclass(frozen=True)
class Dimension:
    """One respondent's dimension. `mean` is on 1–5, unrounded; None when too few statements are answered."""

    id: str
    title: str
    answered: int
    dont_know: int
    of: int
    mean: float | None
    percent: float | None
    band: str | None
    target: int | None
    gap: float | None


@dataclass(frozen=True)
class Profile:
    """One respondent: dimensions in course order, and those below their target, largest gap first."""

    dimensions: list[Dimension]
    overall: float | None
    band: str | None
    gaps: list[Dimension]


class BandFact(TypedDict):
    id: str
    at_least: float


class StatementFact(TypedDict):
    id: str
    absent: str | None


class DimensionFact(TypedDict):
    id: str
    title: str
    statements: list[StatementFact]


class Facts(TypedDict):
    bands: list[BandFact]
    dimensions: list[DimensionFact]


def facts(instrument: Instrument) -> Facts:
    """What rules.ts needs to know of the instrument."""
    return {
        "bands": [{"id": band.id, "at_least": band.at_least} for band in instrument.bands],
        "dimensions": [
            {
                "id": one.id,
                "title": one.title,
                "statements": [{"id": s.id, "absent": s.absent} for s in one.statements],
            }
            for one in instrument.dimensions
        ],
    }


ABSENT = 1  # the step that "there is none" counts as


def asked(dimension: instruments.Dimension, answer: Json) -> list[Json]:
    """What was responded to the statements that were asked: where there is none of what they are about, only to the first."""
    items = answer.get("items", {})
    given: list[Json] = [items.get(statement.id, {}) for statement in dimension.statements]
    if dimension.gate and given[0].get("absent"):
        return [{**given[0], "value": ABSENT}]
    return given


def place(own: int | None, low: int | None, high: int | None) -> int | None:
    """Where one's own rating stands beside those of two vignettes, 1 (below both) to 5 (above both).

    None when one is missing, or when the vignettes were not told apart. Source: King, Murray, Salomon and Tandon (2004).
    """
    if own is None or low is None or high is None or low >= high:
        return None
    return 1 + (own >= low) + (own > low) + (own >= high) + (own > high)


def mean_of(values: Sequence[int | None]) -> float | None:
    """Mean of the answered statements, given when at least 60 % (rounded up) are answered."""
    answered = [value for value in values if value is not None]
    return (
        sum(answered) / len(answered) if answered and len(answered) >= math.ceil(0.6 * len(values)) else None
    )


def percent(mean: float | None) -> float | None:
    return None if mean is None else (mean - 1) / 4 * 100


def band(mean: float | None, instrument: Instrument) -> str | None:
    if mean is None:
        return None
    return [step.id for step in instrument.bands if mean >= step.at_least][-1]


def profile(answer: Json, instrument: Instrument) -> Profile:
    """The profile of one answer document (`{"items": {...}, "targets": {...}}`)."""
    targets = answer.get("targets", {})
    rows = []
    for dimension in instrument.dimensions:
        given = asked(dimension, answer)
        values = [item.get("value") for item in given]
        mean, target = mean_of(values), targets.get(dimension.id)
        rows.append(
            Dimension(
                id=dimension.id,
                title=dimension.title,
                answered=sum(value is not None for value in values),
                dont_know=sum(bool(item.get("dont_know")) for item in given),
                of=len(given),
                mean=mean,
                percent=percent(mean),
                band=band(mean, instrument),
                target=target,
                gap=None if mean is None or target is None else target - mean,
            )
        )
    means = [row.mean for row in rows if row.mean is not None]
    overall = stats.fmean(means) if len(means) >= len(rows) - 1 and means else None
    found = [
        (row.gap, row.mean, row)
        for row in rows
        if row.gap is not None and row.mean is not None and row.gap > 0
    ]
    gaps = [row for *_, row in sorted(found, key=lambda one: (-one[0], one[1]))]
    return Profile(rows, overall, band(overall, instrument), gaps)
