"""The case explorer as a tidy table: a row for each case that was saved."""

from collections.abc import Iterator

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.explorer.activity import Explorer
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Explorer, language: str) -> list[Table]:
    column = Codebook(activity.kind, language).column

    def rows(answer: Json) -> Iterator[Row]:
        for id, note in answer.get("saved", {}).items():
            if id in content.case_ids():
                yield id, content.case(id).title, True, words(note) or None

    columns = (
        column("case", "category", categories=content.case_ids(), key=True, id=True),
        column("case_title", "string", key=True),
        column("saved", "boolean"),
        column("note", "string"),
    )
    return [Table("saved", activity.title, columns, rows)]
