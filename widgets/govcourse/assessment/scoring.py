"""The scoring of an assessment, for one respondent and for a room. Rules: "Scoring" in the instrument's data."""

import bisect
import itertools
import math
import statistics as stats
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from typing_extensions import TypedDict

from govcourse.content import models
from govcourse.content.models import Instrument
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


class Distribution(TypedDict):
    """Many respondents on one statement or dimension; figures are None when nobody answered."""

    n: int
    dont_know: float  # share of all who gave any response, 0–1
    absent: int  # of n: "there is none", which counts as the lowest step
    evidence: int  # responses that come with a line of evidence
    mean: float | None
    median: float | None
    q1: float | None
    q3: float | None
    iqr: float | None
    counts: tuple[int, int, int, int, int]
    consensus: float | None


class DimensionFigures(Distribution):
    """All responses to a dimension together, the mean of the respondents' scores, the median of their targets."""

    id: str
    title: str
    respondents: int
    score: float | None
    target: float | None
    gap: float | None


class Position(TypedDict):
    """Where a room's people place their government beside two invented ministries: counts of 1 (below both) to 5 (above both).

    `n` have a place, `unplaced` rated the two alike or the weaker one higher. Of fewer than were asked for nothing is said.
    """

    id: str
    title: str
    n: int
    unplaced: int
    counts: tuple[int, int, int, int, int]
    median: float


class Debrief(TypedDict):
    """A room. The last four are ids; shares of what is `missing`, of `dont_know` and with `evidence` are 0–1.

    `retired` are the people who also answered statements of an earlier edition, which count nowhere.
    """

    n: int
    missing: float
    dont_know: float
    evidence: float
    retired: int
    vignettes: list[Position]
    dimensions: list[DimensionFigures]
    statements: dict[str, Distribution]
    disagreement: list[str]
    strongest: list[str]
    weakest: list[str]
    gaps: list[str]


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


def asked(dimension: models.Dimension, answer: Json) -> list[Json]:
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


def consensus(values: list[float]) -> float | None:
    """Cns of Tastle and Wierman (2007) on 1–5: 1 when all agree, 0 when split between the ends."""
    return _consensus(Counter(values)) if values else None


def _consensus(counts: Mapping[Any, int]) -> float:
    n = sum(counts.values())
    mu = sum(value * count for value, count in counts.items()) / n
    total = sum(count / n * math.log2(1 - abs(value - mu) / 4) for value, count in counts.items())
    return max(0.0, 1 + total)


def distribution(given: Sequence[Json]) -> Distribution:
    """Figures of one statement over a room, from the responses to it; don't-knows are counted apart."""
    values = [item["value"] for item in given if item.get("value") is not None]
    unknown = sum(bool(item.get("dont_know")) for item in given)
    counts, n = Counter(values), len(values)
    q1, median, q3 = _quartiles(counts) if n else (None, None, None)
    return Distribution(
        n=n,
        dont_know=unknown / (n + unknown) if n + unknown else 0.0,
        absent=sum(bool(item.get("absent")) for item in given),
        evidence=sum(bool(item.get("evidence")) for item in given),
        mean=sum(value * count for value, count in counts.items()) / n if n else None,
        median=median,
        q1=q1,
        q3=q3,
        iqr=None if q1 is None or q3 is None else q3 - q1,
        counts=(counts[1], counts[2], counts[3], counts[4], counts[5]),
        consensus=_consensus(counts) if n else None,
    )


def _quartiles(counts: Counter[int]) -> list[float]:
    """As statistics.quantiles has them with the method "inclusive", from counts: nothing is sorted."""
    steps, n = sorted(counts), counts.total()
    ends = list(itertools.accumulate(counts[step] for step in steps))

    def at(place: int) -> int:
        return steps[bisect.bisect_right(ends, place)]

    found = []
    for quarter in (1, 2, 3):
        place, rest = divmod((n - 1) * quarter, 4)
        low, high = at(place), at(min(place + 1, n - 1))
        found.append(low + (high - low) * rest / 4)
    return found


MOST = 5  # statements in a list of the strongest, the weakest, the most disputed


def respondents(answers: list[Json], instrument: Instrument) -> list[Json]:
    """The answers that respond to any statement of this edition."""
    ids = {one.id for one in instrument.statements}
    return [answer for answer in answers if not ids.isdisjoint(answer.get("items", {}))]


def debrief(answers: list[Json], instrument: Instrument, least: int = 1) -> Debrief:
    """What session 2 discusses. Worked examples test this and debrief.ts.

    `dimensions` in course order: figures of all their responses together, `score` (mean of the respondents' scores),
    `target` (median of their targets), `gap`. `statements` in course order with their distributions. Lists of ids:
    `disagreement` (lowest consensus first), `strongest`, `weakest`, `gaps` (largest first; ties by lower score).
    Places beside the vignettes are said of dimensions that `least` people placed.
    """
    statements: dict[str, Distribution] = {}
    rows: list[DimensionFigures] = []
    all_asked = unknowns = 0
    for dimension in instrument.dimensions:
        each = [asked(dimension, answer) for answer in answers]
        all_asked += sum(map(len, each))
        unknowns += sum(bool(item.get("dont_know")) for given in each for item in given)
        for number, statement in enumerate(dimension.statements):
            statements[statement.id] = distribution([given[number] for given in each if number < len(given)])
        scores = [
            mean for given in each if (mean := mean_of([item.get("value") for item in given])) is not None
        ]
        targets = [
            target
            for answer in answers
            if (target := answer.get("targets", {}).get(dimension.id)) is not None
        ]
        score = stats.fmean(scores) if scores else None
        target = stats.median(targets) if targets else None
        rows.append(
            {
                "id": dimension.id, "title": dimension.title, "respondents": len(scores), "score": score, "target": target,
                "gap": None if score is None or target is None else target - score,
                **distribution([item for given in each for item in given]),
            }
        )  # fmt: skip
    responses = sum(row["n"] for row in rows)
    means = {id: one["mean"] for id, one in statements.items() if one["mean"] is not None}
    disputed = {
        id: one["consensus"]
        for id, one in statements.items()
        if one["n"] > 1 and one["consensus"] is not None and one["consensus"] < 1
    }
    wanting = [
        (-row["gap"], row["score"], row["id"])
        for row in rows
        if row["gap"] is not None and row["score"] is not None and row["gap"] > 0
    ]
    given_any = responses + unknowns
    retired = {one.id for one in instrument.retired}
    return {
        "n": len(answers),
        "missing": (all_asked - given_any) / all_asked if all_asked else 0.0,
        "dont_know": unknowns / given_any if given_any else 0.0,
        "evidence": sum(row["evidence"] for row in rows) / given_any if given_any else 0.0,
        "retired": sum(not retired.isdisjoint(answer.get("items", {})) for answer in answers),
        "vignettes": _positions(answers, instrument, least),
        "dimensions": rows,
        "statements": statements,
        "disagreement": sorted(disputed, key=lambda id: disputed[id])[:MOST],
        "strongest": sorted(means, key=lambda id: -means[id])[:MOST],
        "weakest": sorted(means, key=lambda id: means[id])[:MOST],
        "gaps": [id for *_, id in sorted(wanting, key=lambda one: one[:2])],
    }


def _positions(answers: list[Json], instrument: Instrument, least: int) -> list[Position]:
    found: list[Position] = []
    for dimension in instrument.dimensions:
        rated = [answer.get("vignettes", {}).get(dimension.id, {}) for answer in answers]
        whole = [one for one in rated if all(one.get(key) is not None for key in ("own", "low", "high"))]
        places = [place(one["own"], one["low"], one["high"]) for one in whole]
        known = [one for one in places if one is not None]
        if known and len(known) >= least:
            counts = Counter(known)
            found.append(
                {
                    "id": dimension.id,
                    "title": dimension.title,
                    "n": len(known),
                    "unplaced": len(places) - len(known),
                    "counts": (counts[1], counts[2], counts[3], counts[4], counts[5]),
                    "median": float(stats.median(known)),
                }
            )
    return found
