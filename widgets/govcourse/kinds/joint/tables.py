"""Joint answers as tidy tables: a row for each statement that was taken up, each dissent, each theory of change."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.joint import instrument_of, titles_of
from govcourse.kinds.joint.activity import Together
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Together, language: str) -> list[Table]:
    book, instrument, titles = Codebook(activity.kind, language), instrument_of(activity), titles_of(activity)
    column = book.column
    scale = "; ".join(f"{step.value} = {step.label}" for step in instrument.scale)

    def items(answer: Json) -> Iterator[Row]:
        for id, title, item in _given(answer):
            others = bool(item.get("dont_know")), bool(item.get("split"))
            yield id, title, item.get("value"), *others, words(item.get("reason")) or None

    def dissents(answer: Json) -> Iterator[Row]:
        for id, title, item in _given(answer):
            for one in item.get("dissents", []):
                said = (words(one.get(name)) or None for name in ("who", "why"))
                yield id, title, one.get("value"), *said

    def theories(answer: Json) -> Iterator[Row]:
        for one in answer.get("theories", []):
            yield one["id"], *(words(one.get(name)) or None for name in ("do", "then", "because", "wrong"))

    def _given(answer: Json) -> Iterator[tuple[str, str, Json]]:
        given = answer.get("items", {})
        yield from ((id, title, given[id]) for id, title in titles.items() if id in given)

    about = (
        column("statement", "category", categories=tuple(titles), key=True, id=True),
        column("statement_text", "string", key=True),
    )
    value = column("value", "Int64", unit=scale)
    return [
        Table(
            "items",
            activity.title,
            (
                *about,
                value,
                column("dont_know", "boolean", label=instrument.dont_know),
                column("split", "boolean"),
                column("reason", "string"),
            ),
            items,
        ),
        Table(
            "dissents",
            book.said("dissents"),
            (*about, value, column("who", "string"), column("why", "string")),
            dissents,
        ),
        Table(
            "theories",
            book.said("theories"),
            (
                column("theory", "string", key=True, id=True),
                *(column(name, "string") for name in ("do", "then", "because", "wrong")),
            ),
            theories,
        ),
    ]
