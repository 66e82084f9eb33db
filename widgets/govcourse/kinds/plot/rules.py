"""Quadrant, rank and expected value, of one answer and of a room. One file of worked examples tests this and rules.ts."""

import statistics
from typing import Literal, cast

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.plot.activity import Plot
from govcourse.kinds.plot.shapes import Placed, Ranked, Side

ENOUGH = 3  # a plot of fewer compares nothing


def expected(money: Json) -> float | None:
    """probability × benefits − costs, as costs are paid in any case; None unless all three are known.

    With a pilot, which costs `pilot` and after which one goes on with the probability `go_on`: −pilot + go_on × that.
    """
    benefits, costs, probability = (money.get(name) for name in ("benefits", "costs", "probability"))
    if benefits is None or costs is None or probability is None:
        return None
    pilot, go_on = money.get("pilot"), money.get("go_on")
    worth: float = probability * benefits - costs
    return worth if pilot is None or go_on is None else go_on * worth - pilot


def by_workshop(money: Json) -> float | None:
    """The workshop's formula, (benefits − costs) × probability, which forgets what a failure costs."""
    benefits, costs, probability = (money.get(name) for name in ("benefits", "costs", "probability"))
    if benefits is None or costs is None or probability is None:
        return None
    worth: float = (benefits - costs) * probability
    return worth


def side(value: float) -> Side:
    return "high" if value >= 50 else "low"


def is_placed(item: Json) -> bool:
    return item.get("x") is not None and item.get("y") is not None


def ranking(items: list[Json], rule: Literal["product", "sum"] = "product") -> list[Ranked]:
    """Items that were placed, from best to worst, each with `score` (0–100), `quadrant` (x side, y side), `expected` value and that `by_workshop`.

    `rule` "product" gives x·y/100, "sum" gives (x + y)/2. Ties go by expected value, then stay in order.
    """
    ranked: list[Ranked] = []
    for item in filter(is_placed, items):
        x, y = item["x"], item["y"]
        score = x * y / 100 if rule == "product" else (x + y) / 2
        money = item.get("money", {})
        values = {"expected": expected(money), "by_workshop": by_workshop(money)}
        judged = {"score": score, "quadrant": (side(x), side(y)), **values}
        ranked.append(cast(Ranked, {**item, **judged}))
    return sorted(ranked, key=lambda one: (-one["score"], -_or_last(one["expected"])))


def _or_last(value: float | None) -> float:
    return float("-inf") if value is None else value


def placed(activity: Plot, answers: list[Json]) -> list[Placed]:
    """All entries that a room placed, ranked; entries of one name stand once, at their mean place, with how many placed them (`n`)."""
    by_name: dict[str, list[Json]] = {}
    for answer in answers:
        for item in answer.get("items", []):
            if (name := words(item.get("name"))) and is_placed(item):
                by_name.setdefault(name.casefold(), []).append(item)
    items = [
        {
            **some[0],
            "id": f"{n}",
            "n": len(some),
            "x": statistics.fmean(one["x"] for one in some),
            "y": statistics.fmean(one["y"] for one in some),
        }
        for n, some in enumerate(by_name.values(), 1)
    ]
    return cast(list[Placed], ranking(items, activity.rank))
