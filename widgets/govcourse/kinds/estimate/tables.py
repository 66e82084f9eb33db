"""The estimate as a tidy table: a row for each round."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.estimate.activity import Estimate
from govcourse.kinds.tables import Codebook, Row, Table

ROUNDS = ("first", "second")


def tables(activity: Estimate, language: str) -> list[Table]:
    book = Codebook(activity.kind, language)
    column = book.column

    def rows(answer: Json) -> Iterator[Row]:
        for name in ROUNDS:
            if (value := answer.get(name)) is not None:
                yield name, value, words(answer.get("reason")) or None if name == "first" else None

    columns = (
        book.coded("round", ROUNDS, key=True),
        column("estimate", "Float64", unit=activity.unit),
        column("reason", "string"),
    )
    return [Table("estimates", activity.title, columns, rows)]
