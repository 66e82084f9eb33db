"""The matrix as tidy tables: a row for each cell that was filled in, one for each weight, one for each head."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.matrix.activity import Matrix
from govcourse.kinds.matrix.rules import levels, own, rows
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Matrix, language: str) -> list[Table]:
    book = Codebook(activity.kind, language)
    column, steps = book.column, {one.id: one for one in levels(activity)}
    given = rows(activity)
    titles, groups = {one.id: one.title for one in given}, {one.id: one.group for one in given}
    ids = (*titles, *own(activity))
    level_of: dict[str, Row] = {one.id: (one.id, one.title, one.value, None) for one in steps.values()}
    asked = [(ask.id, ask.title, level_of if ask.type == "level" else {}) for ask in activity.asks]

    def title(row: str, answer: Json) -> str | None:
        return titles.get(row) or words(answer.get("titles", {}).get(row)) or None

    def cells(answer: Json) -> list[Row]:
        made = _cells(None, None, answer.get("cells", {}), answer)
        for option in answer.get("options", []):
            name = words(option.get("title")) or None
            filled = _cells(option["id"], name, option.get("marks", {}), answer)
            made += filled or [(option["id"], name, *(None,) * 10)]
        return made

    def _cells(option: str | None, name: str | None, found: Json, answer: Json) -> list[Row]:
        made: list[Row] = []
        weighed = answer.get("weights", {})
        for row in ids:
            if cell := found.get(row):
                about = option, name, row, title(row, answer), groups.get(row)
                weight = weighed.get(row)
                for ask, ask_title, values in asked:
                    if said := words(cell.get(ask)):
                        level, step, value, text = values.get(said, (None, None, None, said))
                        made.append((*about, ask, ask_title, level, step, value, text, weight))
        return made

    def weights(answer: Json) -> Iterator[Row]:
        for row in ids:
            if (weight := answer.get("weights", {}).get(row)) is not None:
                yield row, title(row, answer), weight

    def heads(answer: Json) -> Iterator[Row]:
        for head in activity.heads:
            if text := words(answer.get("heads", {}).get(head.id)):
                yield head.id, head.title, text

    row = column("row", "category", categories=ids, key=True, label=activity.row, id=True)
    row_title = column("row_title", "string")
    scale = sorted(steps.values(), key=lambda one: one.value)
    unit = "; ".join(f"{one.value} = {one.title}" for one in scale)
    made = [
        Table(
            "cells",
            activity.title,
            (
                column("option", "string", id=True),
                column("option_title", "string", **({"label": activity.options.item} if activity.options else {})),
                row,
                row_title,
                column("group", "string", key=True),
                column("ask", "category", categories=tuple(ask.id for ask in activity.asks), key=True, id=True),
                column("ask_title", "string", key=True),
                column("level", "category", categories=tuple(one.id for one in scale), ordered=True, id=True),
                column("level_title", "string", of=("level",)),
                column("value", "Int64", unit=unit, of=("level",)),
                column("text", "string"),
                column("weight", "Int64"),
            ),
            cells,
        )
    ]  # fmt: skip
    if activity.weights:
        made.append(
            Table("weights", book.said("weights"), (row, row_title, column("weight", "Int64")), weights)
        )
    if activity.heads:
        columns = (
            column("head", "category", categories=tuple(one.id for one in activity.heads), key=True, id=True),
            column("head_title", "string", key=True),
            column("text", "string"),
        )
        made.append(Table("heads", book.said("heads"), columns, heads))
    return made
