"""The matrix: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field

from govcourse import content
from govcourse.content.activity_models import Matrix
from govcourse.kinds.answers import AnswerError, AnswerModel, Id, Line, Long, Origin, unique, unknown

Cell = dict[str, Long]  # per ask: the id of a level, or text


class Option(AnswerModel):
    """A column of the learner's own, with a cell per row."""

    id: Id
    title: Line = ""
    marks: dict[str, Cell] = {}
    origin: Origin | None = None


class Answer(AnswerModel):
    """`titles` names the rows of one's own; `cells` is by row, where there are no options."""

    heads: dict[str, Long] = {}
    titles: dict[str, Line] = {}
    weights: dict[str, Annotated[int, Field(ge=0, le=5)]] = {}
    cells: dict[str, Cell] = {}
    options: Annotated[list[Option], Field(max_length=8)] = []


def rows(activity: Matrix) -> list[dict]:
    """The rows that the course gives: id, title, about, and where there are any, group and level descriptions."""
    match activity.rows_from:
        case "pillars":
            return [{**one.model_dump(), "group": None} for one in content.pillars().pillars]
        case "principles":
            return [_row(one.id, one.title, one.about) for one in content.principles()]
        case "public-values":
            return [_row(one.id, one.title, one.about) for one in content.public_values()]
        case "obstacles":
            names = content.texts()["matrix"]
            return [_row(o.id, o.title, o.about, names[f"side_{o.side}"]) for o in content.obstacles()]
        case "sdgs":
            return [_row(f"sdg-{g.number}", f"{g.number}. {g.title}", g.why) for g in content.goals().goals]
    return [row.model_dump() for row in activity.rows]


def _row(id: str, title: str, about: str, group: str | None = None) -> dict:
    return {"id": id, "title": title, "about": about, "group": group, "cells": {}}


def levels(activity: Matrix) -> list[dict]:
    """Levels with their value; the pillars bring their own, 1 to 4."""
    if activity.rows_from == "pillars" and not activity.levels:
        return [{**level.model_dump(), "value": n} for n, level in enumerate(content.pillars().levels, 1)]
    return [level.model_dump() for level in activity.levels]


def own(activity: Matrix) -> list[str]:
    return [f"own-{n}" for n in range(1, activity.own_rows + 1)]


def spec(activity: Matrix) -> dict:
    """Rows and levels, for the view; `note` says whose descriptions they are."""
    note = content.pillars().note if activity.rows_from == "pillars" else None
    return {"rows": rows(activity), "levels": levels(activity), "own": own(activity), "note": note}


def brief(activity: Matrix) -> dict:
    """Titles only."""
    return {
        "rows": [{"id": row["id"], "title": row["title"]} for row in rows(activity)],
        "levels": [
            {"id": one["id"], "title": one["title"], "value": one["value"]} for one in levels(activity)
        ],
        "own": own(activity),
    }


def ids(activity: Matrix) -> dict[str, list[str]]:
    all_rows = [row["id"] for row in rows(activity)] + own(activity)
    return {
        "heads": [head.id for head in activity.heads],
        "titles": own(activity),
        "weights": all_rows if activity.weights else [],
        "cells": [] if activity.options else all_rows,
        "marks": all_rows,
    }


def check(answer: Answer, activity: Matrix) -> None:
    """Raises AnswerError for a row, level, head or option that the matrix does not have."""
    allowed = ids(activity)
    for field in ("heads", "titles", "weights", "cells"):
        unknown(field, getattr(answer, field), allowed[field])
    _cells("cells", answer.cells, activity)
    if len(answer.options) > (activity.options.at_most if activity.options else 0):
        raise AnswerError("options", "there are too many columns")
    unique("options", answer.options)
    for index, option in enumerate(answer.options):
        unknown(f"options.{index}.marks", option.marks, allowed["marks"])
        _cells(f"options.{index}.marks", option.marks, activity)


def _cells(field: str, cells: dict[str, Cell], activity: Matrix) -> None:
    asks = {ask.id: ask.type for ask in activity.asks}
    known = {level["id"] for level in levels(activity)} | {""}
    for row, cell in cells.items():
        unknown(f"{field}.{row}", cell, asks)
        for ask, value in cell.items():
            if asks[ask] == "level" and value not in known:
                raise AnswerError(f"{field}.{row}.{ask}", "there is no such level")
