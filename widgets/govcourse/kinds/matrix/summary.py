"""Figures of the matrix: profile, what is urgent in it, totals, what rows add up to. Worked examples test this and totals.ts."""

from govcourse.content.activity_models import Matrix
from govcourse.kinds.answers import words
from govcourse.kinds.matrix import model


def _values(activity: Matrix) -> dict[str, int]:
    return {level["id"]: level["value"] for level in model.levels(activity)}


def _asked(activity: Matrix) -> list[str]:
    return [ask.id for ask in activity.asks if ask.type == "level"]


def profile(activity: Matrix, answer: dict) -> list[dict]:
    """Per row its value and its target (the second level asked), None where nothing was chosen."""
    values, asks = _values(activity), _asked(activity)
    found = []
    for row in model.rows(activity):
        cell = answer.get("cells", {}).get(row["id"], {})
        value, target = (values.get(cell.get(ask, "")) for ask in [*asks, "", ""][:2])
        found.append({"id": row["id"], "title": row["title"], "value": value, "target": target})
    return found


def urgent(activity: Matrix, answer: dict) -> list[dict]:
    """The rows with a value and their `gap` below the target: the widest gap first, then the worst value."""
    up = -1 if activity.best == "low" else 1
    found = [
        {**one, "gap": 0 if one["target"] is None else up * (one["target"] - one["value"])}
        for one in profile(activity, answer)
        if one["value"] is not None
    ]
    return sorted(found, key=lambda one: (-max(0, one["gap"]), up * one["value"]))


def totals(activity: Matrix, answer: dict) -> list[dict]:
    """Per option: the sum of weight × value, its terms, and the most it could be; highest first.

    Without weights every row counts once. Rows without a level count nothing.
    """
    values, ask = _values(activity), _asked(activity)[0]
    weights = answer.get("weights", {})
    rows = [row["id"] for row in model.rows(activity)] + model.own(activity)
    found = []
    for option in answer.get("options", []):
        terms = []
        for row in rows:
            value = values.get(option.get("marks", {}).get(row, {}).get(ask, ""))
            weight = weights.get(row, 0) if activity.weights else 1
            if value is not None and weight:
                terms.append({"row": row, "weight": weight, "value": value})
        total = sum(term["weight"] * term["value"] for term in terms)
        most = sum(term["weight"] for term in terms) * max(values.values())
        found.append({"id": option["id"], "title": option.get("title", ""), "total": total, "most": most, "terms": terms})  # fmt: skip
    return sorted(found, key=lambda one: -one["total"])


def served(activity: Matrix, answer: dict) -> list[dict]:
    """Per row the sum of its values over all options, highest first; rows of nothing are left out."""
    values, ask = _values(activity), _asked(activity)[0]
    found = []
    for row in model.rows(activity):
        marks = [option.get("marks", {}).get(row["id"], {}) for option in answer.get("options", [])]
        total = sum(values.get(mark.get(ask, ""), 0) for mark in marks)
        if total:
            found.append({"id": row["id"], "title": row["title"], "total": total})
    return sorted(found, key=lambda one: -one["total"])


def progress(activity: Matrix, answer: dict) -> tuple[int, int]:
    """Rows with a level; or options with a name and a level, of those that are asked for at least."""
    asks = _asked(activity)
    if not activity.options:
        rows = model.rows(activity)
        cells = answer.get("cells", {})
        return sum(any(cells.get(row["id"], {}).get(ask) for ask in asks) for row in rows), len(rows)
    filled = [
        option for option in answer.get("options", [])
        if words(option.get("title")) and any(cell.get(ask) for cell in option.get("marks", {}).values() for ask in asks)
    ]  # fmt: skip
    return min(len(filled), activity.options.at_least), activity.options.at_least
