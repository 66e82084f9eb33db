"""Quadrant, rank and net value, of one answer and of a room. One file of worked examples tests this and rules.ts."""

import statistics
from typing import Literal, cast

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.plot.activity import Plot
from govcourse.kinds.plot.shapes import Placed, Ranked, Side

ENOUGH = 3  # a plot of fewer compares nothing


def net_value(money: Json) -> float | None:
    """(benefits − costs) × probability of success; None unless all three are known."""
    benefits, costs, probability = (money.get(name) for name in ("benefits", "costs", "probability"))
    if benefits is None or costs is None or probability is None:
        return None
    worth: float = (benefits - costs) * probability
    return worth


def side(value: float) -> Side:
    return "high" if value >= 50 else "low"


def ranking(items: list[Json], rule: Literal["product", "sum"] = "product") -> list[Ranked]:
    """Items from best to worst, each with `score` (0–100), `quadrant` (x side, y side) and `net`.

    `rule` "product" gives x·y/100, "sum" gives (x + y)/2. Ties go by net value, then stay in order.
    """
    ranked: list[Ranked] = []
    for item in items:
        x, y = item.get("x", 50), item.get("y", 50)
        score = x * y / 100 if rule == "product" else (x + y) / 2
        judged = {"score": score, "quadrant": (side(x), side(y)), "net": net_value(item.get("money", {}))}
        ranked.append(cast(Ranked, {**item, **judged}))
    return sorted(ranked, key=lambda i: (-i["score"], -(i["net"] if i["net"] is not None else float("-inf"))))


def placed(activity: Plot, answers: list[Json]) -> list[Placed]:
    """All entries of a room, ranked; entries of one name stand once, at their mean place, with how many placed them (`n`)."""
    by_name: dict[str, list[Json]] = {}
    for answer in answers:
        for item in answer.get("items", []):
            if name := words(item.get("name")):
                by_name.setdefault(name.casefold(), []).append(item)
    items = [
        {
            **some[0],
            "id": f"{n}",
            "n": len(some),
            "x": statistics.fmean(one.get("x", 50) for one in some),
            "y": statistics.fmean(one.get("y", 50) for one in some),
        }
        for n, some in enumerate(by_name.values(), 1)
    ]
    return cast(list[Placed], ranking(items, activity.rank))
