"""The assessment as tidy tables: a row for each statement that got a response, and one for each target."""

from collections.abc import Iterator

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.dtca.activity import Dtca
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Dtca, language: str) -> list[Table]:
    book, instrument = Codebook(activity.kind, language), content.instrument(activity.instrument)
    column, dimensions = book.column, instrument.dimensions

    def items(answer: Json) -> Iterator[Row]:
        given = answer.get("items", {})
        for dimension in dimensions:
            for statement in dimension.statements:
                if item := given.get(statement.id):
                    said = item.get("value"), bool(item.get("dont_know")), words(item.get("comment")) or None
                    yield dimension.id, dimension.title, statement.id, statement.text, *said

    def targets(answer: Json) -> Iterator[Row]:
        given = answer.get("targets", {})
        for dimension in dimensions:
            if target := given.get(dimension.id):
                yield dimension.id, dimension.title, target

    scale = "; ".join(f"{step.value} = {step.label}" for step in instrument.scale)
    statements = tuple(one.id for dimension in dimensions for one in dimension.statements)
    about = (
        column("dimension", "category", categories=tuple(one.id for one in dimensions), key=True),
        column("dimension_title", "string", key=True),
    )
    return [
        Table(
            "items",
            activity.title,
            (
                *about,
                column("statement", "category", categories=statements, key=True),
                column("statement_text", "string", key=True),
                column("value", "Int64", unit=scale),
                column("dont_know", "boolean", label=instrument.dont_know),
                column("comment", "string"),
            ),
            items,
        ),
        Table("targets", book.said("targets"), (*about, column("target", "Int64", unit=scale)), targets),
    ]
