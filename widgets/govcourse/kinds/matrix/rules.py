"""What a matrix is made of, and what it adds up to: profile, what is urgent in it, totals. Worked examples test this and rules.ts."""

import statistics

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.matrix.activity import Matrix, MatrixLevel, MatrixRow
from govcourse.kinds.matrix.shapes import (
    Column,
    Derived,
    Facts,
    Median,
    Placed,
    Served,
    Term,
    Total,
    Up,
    Urgent,
)


def rows(activity: Matrix) -> list[MatrixRow]:
    """The rows that the course gives, and where there are any, their group and level descriptions."""
    match activity.rows_from:
        case "pillars":
            return [MatrixRow(**one.model_dump()) for one in content.pillars().pillars]
        case "principles":
            return [_row(one.id, one.title, one.about) for one in content.principles()]
        case "public-values":
            return [_row(one.id, one.title, one.about) for one in content.public_values()]
        case "obstacles":
            names = content.texts()["matrix"]
            return [_row(o.id, o.title, o.about, names[f"side_{o.side}"]) for o in content.obstacles()]
        case "sdgs":
            return [_row(f"sdg-{g.number}", f"{g.number}. {g.title}", g.why) for g in content.goals().goals]
    return activity.rows


def _row(id: str, title: str, about: str, group: str | None = None) -> MatrixRow:
    return MatrixRow(id=id, title=title, about=about, group=group)


def levels(activity: Matrix) -> list[MatrixLevel]:
    """Levels with their value; the pillars bring their own, 1 to 4."""
    if activity.rows_from == "pillars" and not activity.levels:
        return [MatrixLevel(**one.model_dump(), value=n) for n, one in enumerate(content.pillars().levels, 1)]
    return activity.levels


def own(activity: Matrix) -> list[str]:
    return [f"own-{n}" for n in range(1, activity.own_rows + 1)]


def facts(activity: Matrix) -> Facts:
    """What rules.ts needs to know of the activity."""
    return {
        "rows": [{"id": row.id, "title": row.title} for row in rows(activity)],
        "levels": [{"id": one.id, "title": one.title, "value": one.value} for one in levels(activity)],
        "asks": [{"id": ask.id, "type": ask.type} for ask in activity.asks],
        "own": own(activity),
        "weights": activity.weights,
        "options": activity.options is not None,
        "best": activity.best,
    }


def derived(activity: Matrix, answer: Json) -> Derived:
    """For the outline: `options` with their totals, marks and what came along, or `up`, the gaps to a target, the widest first."""
    if activity.options:
        given = {one["id"]: one for one in answer.get("options", [])}
        return {"options": [_column(one, given[one["id"]]) for one in totals(activity, answer)]}
    titles = {level.value: level.title for level in levels(activity)}
    up: list[Up] = [
        {**one, "today": titles[one["value"]], "to": titles[one["target"]]}
        for one in urgent(activity, answer)
        if one["gap"] > 0 and one["target"] is not None
    ]
    return {"up": up}


def _column(total: Total, given: Json) -> Column:
    marks, owner, evidence = given.get("marks", {}), given.get("owner", ""), given.get("evidence", "")
    return {**total, "marks": marks, "owner": owner, "evidence": evidence}


def _values(activity: Matrix) -> dict[str, int]:
    return {level.id: level.value for level in levels(activity)}


def _asked(activity: Matrix) -> list[str]:
    return [ask.id for ask in activity.asks if ask.type == "level"]


def profile(activity: Matrix, answer: Json) -> list[Placed]:
    """Per row its value and its target (the second level asked), None where nothing was chosen."""
    values, asks = _values(activity), _asked(activity)
    found: list[Placed] = []
    for row in rows(activity):
        cell = answer.get("cells", {}).get(row.id, {})
        value, target = (values.get(cell.get(ask, "")) for ask in [*asks, "", ""][:2])
        found.append({"id": row.id, "title": row.title, "value": value, "target": target})
    return found


def medians(activity: Matrix, answers: list[Json]) -> list[Median]:
    """Per row the median of today and of the target over those who placed it, and how many they are (`n`)."""
    profiles = [profile(activity, answer) for answer in answers]
    found: list[Median] = []
    for place in zip(*profiles, strict=True):
        now = [one["value"] for one in place if one["value"] is not None]
        then = [one["target"] for one in place if one["target"] is not None]
        if now:
            target = statistics.median(then) if then else None
            found.append(
                {
                    "id": place[0]["id"],
                    "title": place[0]["title"],
                    "n": len(now),
                    "value": statistics.median(now),
                    "target": target,
                }
            )
    return found


def urgent(activity: Matrix, answer: Json) -> list[Urgent]:
    """The rows with a value and their `gap` below the target: the widest gap first, then the worst value."""
    up = -1 if activity.best == "low" else 1
    found: list[Urgent] = []
    for one in profile(activity, answer):
        value, target = one["value"], one["target"]
        if value is not None:
            gap = 0 if target is None else up * (target - value)
            found.append(
                {"id": one["id"], "title": one["title"], "value": value, "target": target, "gap": gap}
            )
    return sorted(found, key=lambda one: (-max(0, one["gap"]), up * one["value"]))


def totals(activity: Matrix, answer: Json) -> list[Total]:
    """Per option: the sum of weight × value, its terms, and the most it could be; highest first.

    Without weights every row counts once. Rows without a level count nothing.
    """
    values, ask = _values(activity), _asked(activity)[0]
    weights = answer.get("weights", {})
    names = [row.id for row in rows(activity)] + own(activity)
    found: list[Total] = []
    for option in answer.get("options", []):
        terms: list[Term] = []
        for row in names:
            value = values.get(option.get("marks", {}).get(row, {}).get(ask, ""))
            weight = weights.get(row, 0) if activity.weights else 1
            if value is not None and weight:
                terms.append({"row": row, "weight": weight, "value": value})
        total = sum(term["weight"] * term["value"] for term in terms)
        most = sum(term["weight"] for term in terms) * max(values.values())
        found.append({"id": option["id"], "title": option.get("title", ""), "total": total, "most": most, "terms": terms})  # fmt: skip
    return sorted(found, key=lambda one: -one["total"])


def served(activity: Matrix, answer: Json) -> list[Served]:
    """Per row the sum of its values over all options, highest first; rows of nothing are left out."""
    values, ask = _values(activity), _asked(activity)[0]
    found: list[Served] = []
    for row in rows(activity):
        marks = [option.get("marks", {}).get(row.id, {}) for option in answer.get("options", [])]
        total = sum(values.get(mark.get(ask, ""), 0) for mark in marks)
        if total:
            found.append({"id": row.id, "title": row.title, "total": total})
    return sorted(found, key=lambda one: -one["total"])
