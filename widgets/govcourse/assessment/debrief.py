"""What a room's answers to an assessment come to: distributions, agreement, gaps. Worked examples hold it equal to debrief.ts."""

import bisect
import itertools
import math
import statistics as stats
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import TypedDict

from govcourse.assessment.scoring import asked, mean_of, place
from govcourse.content.instruments import Instrument
from govcourse.json_types import Json

MOST = 5  # statements in a list of the strongest, the weakest, the most disputed


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


class Spread(TypedDict):
    """How some people answered a statement: `counts` from 1 to 5, and how far they agree."""

    n: int
    counts: tuple[int, int, int, int, int]
    consensus: float | None


class OfTeam(TypedDict):
    """How `n` of a team answered, by statement, as far as that may be shown."""

    n: int
    statements: dict[str, Spread]


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


def respondents(answers: list[Json], instrument: Instrument) -> list[Json]:
    """The answers that respond to any statement of this edition."""
    ids = {one.id for one in instrument.statements}
    return [answer for answer in answers if not ids.isdisjoint(answer.get("items", {}))]


def debrief(answers: list[Json], instrument: Instrument, least: int = 1) -> Debrief:
    """What session 2 discusses.

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


def of_team(inside: list[Json], outside: list[Json], instrument: Instrument, least: int) -> OfTeam:
    """How those `inside` answered, where all are shown too: nothing of fewer than `least` of them, and nothing from which
    the answers of fewer than `least` outside would follow by subtraction."""
    found: dict[str, Spread] = {}
    others = debrief(outside, instrument)["statements"]
    for id, one in debrief(inside, instrument)["statements"].items():
        rest = others[id]["n"]
        if one["n"] >= least and (rest == 0 or rest >= least):
            found[id] = {"n": one["n"], "counts": one["counts"], "consensus": one["consensus"]}
    return {"n": len(inside), "statements": found}


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
