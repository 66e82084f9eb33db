"""The DTCA's figures, for one respondent and for a room. Rules: "Scoring" in the instrument's data."""

import math
import statistics as stats
from dataclasses import dataclass

from govcourse.content.models import Instrument


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


@dataclass(frozen=True)
class Distribution:
    """Many respondents on one statement or dimension; figures are None when nobody answered."""

    n: int
    dont_know: float  # share of all who gave any response, 0–1
    mean: float | None
    median: float | None
    iqr: float | None
    counts: tuple[int, int, int, int, int]
    consensus: float | None


def mean_of(values: list[int | None]) -> float | None:
    """Mean of the answered statements, given when at least 60 % (rounded up) are answered."""
    answered = [value for value in values if value is not None]
    return stats.fmean(answered) if answered and len(answered) >= math.ceil(0.6 * len(values)) else None


def percent(mean: float | None) -> float | None:
    return None if mean is None else (mean - 1) / 4 * 100


def band(mean: float | None, instrument: Instrument) -> str | None:
    if mean is None:
        return None
    return [step.id for step in instrument.bands if mean >= step.at_least][-1]


def profile(answer: dict, instrument: Instrument) -> Profile:
    """The profile of one answer document (`{"items": {...}, "targets": {...}}`)."""
    items, targets = answer.get("items", {}), answer.get("targets", {})
    rows = []
    for dimension in instrument.dimensions:
        given = [items.get(statement.id, {}) for statement in dimension.statements]
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
    gaps = sorted(
        (row for row in rows if row.gap is not None and row.gap > 0), key=lambda r: (-r.gap, r.mean)
    )
    return Profile(rows, overall, band(overall, instrument), gaps)


def consensus(values: list[float]) -> float | None:
    """Cns of Tastle and Wierman (2007) on 1–5: 1 when all agree, 0 when split between the ends."""
    if not values:
        return None
    mu = stats.fmean(values)
    shares = {value: values.count(value) / len(values) for value in set(values)}
    total = sum(p * math.log2(1 - abs(value - mu) / 4) for value, p in shares.items())
    return max(0.0, 1 + total)


def distribution(values: list[int], dont_know: int = 0) -> Distribution:
    """Figures of one statement over a room; `values` are 1–5, don't-knows are counted apart."""
    n = len(values)
    quartiles = stats.quantiles(values, n=4, method="inclusive") if n > 1 else [values[0]] * 3 if n else None
    return Distribution(
        n=n,
        dont_know=dont_know / (n + dont_know) if n + dont_know else 0.0,
        mean=stats.fmean(values) if n else None,
        median=stats.median(values) if n else None,
        iqr=quartiles[2] - quartiles[0] if quartiles else None,
        counts=tuple(values.count(step) for step in range(1, 6)),
        consensus=consensus(values),
    )


def room(answers: list[dict], instrument: Instrument) -> dict[str, Distribution]:
    """Distribution per statement id over the answer documents of a room."""
    figures = {}
    for dimension in instrument.dimensions:
        for statement in dimension.statements:
            given = [answer.get("items", {}).get(statement.id, {}) for answer in answers]
            values = [item["value"] for item in given if item.get("value") is not None]
            figures[statement.id] = distribution(values, sum(bool(item.get("dont_know")) for item in given))
    return figures
