"""Figures of the plot: quadrant, rank, net value. One file of worked examples tests this and rank.ts."""

from govcourse.kinds.plot.activity import Plot
from govcourse.kinds.answers import words

ENOUGH = 3  # a plot of fewer compares nothing


def net_value(money: dict) -> float | None:
    """(benefits − costs) × probability of success; None unless all three are known."""
    parts = [money.get(name) for name in ("benefits", "costs", "probability")]
    return None if None in parts else (parts[0] - parts[1]) * parts[2]


def side(value: float) -> str:
    return "high" if value >= 50 else "low"


def ranking(items: list[dict], rule: str = "product") -> list[dict]:
    """Items from best to worst, each with `score` (0–100), `quadrant` (x side, y side) and `net`.

    `rule` "product" gives x·y/100, "sum" gives (x + y)/2. Ties go by net value, then stay in order.
    """
    ranked = []
    for item in items:
        x, y = item.get("x", 50), item.get("y", 50)
        score = x * y / 100 if rule == "product" else (x + y) / 2
        ranked.append(
            {**item, "score": score, "quadrant": (side(x), side(y)), "net": net_value(item.get("money", {}))}
        )
    return sorted(ranked, key=lambda i: (-i["score"], -(i["net"] if i["net"] is not None else float("-inf"))))
