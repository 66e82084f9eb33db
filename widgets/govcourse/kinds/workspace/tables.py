"""The design-thinking workspace as tidy tables: a row for each note, each field of a form, each move."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.tables import Codebook, Row, Table
from govcourse.kinds.workspace.activity import Workspace


def tables(activity: Workspace, language: str) -> list[Table]:
    book = Codebook(activity.kind, language)
    column, stages = book.column, activity.stages
    titles = {stage.id: stage.title for stage in stages}

    def notes(answer: Json) -> Iterator[Row]:
        for stage in stages:
            found = answer.get("stages", {}).get(stage.id, {})
            groups = {group["id"]: words(group.get("title")) for group in found.get("groups", [])}
            for note in found.get("notes", []):
                group = groups.get(note.get("group", "")) or None
                yield (
                    stage.id, stage.title, note["id"], words(note.get("text")) or None, note.get("tag") or None, group,
                    words(note.get("author")) or None, note.get("votes"), note.get("chosen"),
                )  # fmt: skip

    def forms(answer: Json) -> Iterator[Row]:
        for stage in stages:
            asked = {field.id: field.title for field in stage.form.fields} if stage.form else {}
            for n, form in enumerate(answer.get("stages", {}).get(stage.id, {}).get("forms", []), 1):
                for id, title in asked.items():
                    if text := words(form.get("fields", {}).get(id)):
                        yield stage.id, stage.title, n, id, title, text
                if words(form.get("alt")):
                    yield stage.id, stage.title, n, None, None, words(form["alt"])

    def moves(answer: Json) -> Iterator[Row]:
        for one in answer.get("moves", []):
            yield one["to"], titles.get(one["to"]), one.get("date") or None, words(one.get("why")) or None

    stage = (
        column("stage", "category", categories=tuple(titles), ordered=True, key=True, id=True),
        column("stage_title", "string", key=True),
    )
    fields = dict.fromkeys(field.id for one in stages if one.form for field in one.form.fields)
    tags = {tag.id: tag.title for one in stages for tag in one.tags}
    return [
        Table(
            "notes",
            activity.title,
            (
                *stage, column("note", "string", id=True), column("text", "string"), column("tag", "category", categories=tuple(tags), words=tags),
                column("group", "string"), column("author", "string", personal=True), column("dots", "Int64"), column("chosen", "boolean"),
            ),
            notes,
        ),
        Table(
            "forms",
            book.said("forms"),
            (
                *stage, column("form", "Int64"), column("field", "category", categories=tuple(fields), key=True, id=True),
                column("field_title", "string", key=True), column("text", "string"),
            ),
            forms,
        ),
        Table(
            "moves",
            book.said("moves"),
            (
                column("to", "category", categories=tuple(titles), ordered=True, id=True), column("to_title", "string"),
                column("date", "datetime64[s]"), column("why", "string"),
            ),
            moves,
        ),
    ]  # fmt: skip
