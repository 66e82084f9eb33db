"""The whiteboard as tidy tables: a row for each note, and one for each note that got dots or a comment."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.tables import Codebook, Row, Table
from govcourse.kinds.whiteboard.activity import Whiteboard


def tables(activity: Whiteboard, language: str) -> list[Table]:
    book = Codebook(activity.kind, language)
    column = book.column
    note = column("note", "string", key=True, id=True), column("note_text", "string")
    return [
        Table(
            "notes",
            activity.title,
            (
                column("note", "string", id=True),
                column("text", "string"),
                column("group", "string"),
                column("author", "string", personal=True),
                column("colour", "Int64"),
                column("x", "Float64"),
                column("y", "Float64"),
            ),
            _notes,
        ),
        Table("dots", book.said("dots_given"), (*note, column("dots", "Int64")), _dots),
        Table("comments", book.said("comments"), (*note, column("text", "string")), _comments),
    ]


def _notes(answer: Json) -> Iterator[Row]:
    groups = {group["id"]: words(group.get("title")) for group in answer.get("groups", [])}
    for note in answer.get("notes", []):
        group = groups.get(note.get("group", "")) or None
        place = (note.get(name) for name in ("colour", "x", "y"))
        yield note["id"], words(note.get("text")) or None, group, words(note.get("author")) or None, *place


def _dots(answer: Json) -> Iterator[Row]:
    notes = _texts(answer)
    for id, dots in answer.get("votes", {}).items():
        if dots:
            yield id, notes.get(id), dots


def _comments(answer: Json) -> Iterator[Row]:
    notes = _texts(answer)
    for id, text in answer.get("comments", {}).items():
        if words(text):
            yield id, notes.get(id), words(text)


def _texts(answer: Json) -> dict[str, str | None]:
    return {note["id"]: words(note.get("text")) or None for note in answer.get("notes", [])}
