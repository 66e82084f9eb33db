"""The canvas as tidy tables: a row for each field with a text, and one for each move."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.canvas.activity import Canvas
from govcourse.kinds.canvas.rules import stages
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Canvas, language: str) -> list[Table]:
    book = Codebook(activity.kind, language)
    column, groups = book.column, {group.id: group.title for group in activity.groups}
    titles = {field.id: field.title for field in activity.fields}

    def fields(answer: Json) -> Iterator[Row]:
        given, marks = answer.get("fields", {}), answer.get("marks", {})
        for field in activity.fields:
            text, marked = words(given.get(field.id)) or None, marks.get(field.id)
            if text or marked:
                counted = len(text.split()) if text else None
                yield field.id, field.title, groups.get(field.group or ""), text, counted, marked

    def moves(answer: Json) -> Iterator[Row]:
        for one in answer.get("moves", []):
            yield one["to"], titles.get(one["to"]), one.get("date") or None, words(one.get("why")) or None

    made = [
        Table(
            "fields",
            activity.title,
            (
                column("field", "category", categories=tuple(titles), key=True, id=True),
                column("field_title", "string", key=True),
                column("group", "string", key=True),
                column("text", "string"),
                column("words", "Int64", of=("text",)),
                column("marked", "boolean", **({"label": activity.mark.title} if activity.mark else {})),
            ),
            fields,
        )
    ]
    if through := stages(activity):
        columns = (
            column("to", "category", categories=tuple(through), id=True),
            column("to_title", "string"),
            column("date", "datetime64[s]"),
            column("why", "string"),
        )
        made.append(Table("moves", book.said("moves"), columns, moves))
    return made
