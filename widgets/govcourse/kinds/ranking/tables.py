"""The ranking as a tidy table: a row for each thing, with its place in the order."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.ranking.activity import Ranking
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Ranking, language: str) -> list[Table]:
    column = Codebook(activity.kind, language).column
    titles = {option.id: option.title for option in activity.options}

    def rows(answer: Json) -> Iterator[Row]:
        for place, entry in enumerate(answer.get("ranked", []), 1):
            yield _row(entry, place)
        for entry in answer.get("waiting", []):
            yield _row(entry, None)

    def _row(entry: Json, place: int | None) -> Row:
        fixed = titles.get(entry["id"])
        return entry["id"], fixed or words(entry.get("name")) or None, not fixed, place

    columns = (
        column("entry", "string", id=True),
        column("name", "string", label=activity.item),
        column("own", "boolean"),
        column("place", "Int64"),
    )
    return [Table("entries", activity.title, columns, rows)]
