"""The assessment as tidy tables: a row for each statement that got a response, each target, each rating of a vignette."""

from collections.abc import Iterator

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.dtca.activity import Dtca
from govcourse.kinds.tables import Codebook, Row, Table

RATED = ("own", "low", "high")


def tables(activity: Dtca, language: str) -> list[Table]:
    book, instrument = Codebook(activity.kind, language), content.instrument(activity.instrument)
    column, dimensions = book.column, instrument.dimensions

    def items(answer: Json) -> Iterator[Row]:
        """What belongs to no dimension is of an earlier edition."""
        given = answer.get("items", {})
        for dimension in dimensions:
            for statement in dimension.statements:
                if item := given.get(statement.id):
                    yield dimension.id, dimension.title, statement.id, statement.text, *_response(item)
        for old in instrument.retired:
            if item := given.get(old.id):
                yield None, None, old.id, old.text, *_response(item)

    def targets(answer: Json) -> Iterator[Row]:
        given = answer.get("targets", {})
        for dimension in dimensions:
            if target := given.get(dimension.id):
                yield dimension.id, dimension.title, target

    def vignettes(answer: Json) -> Iterator[Row]:
        given = answer.get("vignettes", {})
        for dimension in dimensions:
            for rated in RATED:
                if (value := given.get(dimension.id, {}).get(rated)) is not None:
                    yield dimension.id, dimension.title, rated, value

    scale = "; ".join(f"{step.value} = {step.label}" for step in instrument.scale)
    about = (
        column("dimension", "category", categories=tuple(one.id for one in dimensions), key=True, id=True),
        column("dimension_title", "string", key=True),
    )
    made = [
        Table(
            "items",
            activity.title,
            (
                *about,
                column(
                    "statement",
                    "category",
                    categories=tuple(one.id for one in instrument.known),
                    key=True,
                    id=True,
                ),
                column("statement_text", "string", key=True),
                column("value", "Int64", unit=scale),
                column("dont_know", "boolean", label=instrument.dont_know),
                column("absent", "boolean"),
                column("evidence", "string"),
                column("comment", "string"),
            ),
            items,
        ),
        Table("targets", book.said("targets"), (*about, column("target", "Int64", unit=scale)), targets),
    ]
    if instrument.vignettes:
        rated = book.coded("rated", RATED, key=True)
        made.append(
            Table(
                "vignettes",
                book.said("vignettes"),
                (*about, rated, column("value", "Int64", unit=scale)),
                vignettes,
            )
        )
    return made


def _response(item: Json) -> Row:
    get = item.get
    evidence, comment = words(get("evidence")) or None, words(get("comment")) or None
    return get("value"), bool(get("dont_know")), bool(get("absent")), evidence, comment
