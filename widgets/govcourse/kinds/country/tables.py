"""A country's profile as tidy tables: a row for each figure, the country that was chosen, and a row for each reading."""

from collections.abc import Iterator

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.country.activity import Profile
from govcourse.kinds.tables import Codebook, Row, Table

MEASURES = ("egdi", "osi", "tii", "hci")


def tables(activity: Profile, language: str) -> list[Table]:
    book, names = Codebook(activity.kind, language), content.country_names(language)
    column = book.column

    def figures(answer: Json) -> Iterator[Row]:
        id = answer.get("country") or None
        for edition, values in sorted(answer.get("figures", {}).items()):
            for measure in MEASURES:
                if (value := values.get(measure)) is not None:
                    yield id, names.get(id or ""), int(edition), measure, value

    def chosen(answer: Json) -> Iterator[Row]:
        if id := answer.get("country"):
            yield id, names.get(id), True

    def readings(answer: Json) -> Iterator[Row]:
        for question in activity.questions:
            if text := words(answer.get("readings", {}).get(question.id)):
                yield question.id, question.title, text

    texts = content.texts(language)[activity.kind]
    measures = {one: texts[one] for one in MEASURES}
    # Whose country it is, is what few could be known by: it counts as what a row is about.
    country = column("country", "string", key=True, id=True), column("country_name", "string", key=True)
    return [
        Table(
            "figures",
            activity.title,
            (
                *country,
                column("edition", "Int64", key=True),
                column("measure", "category", categories=MEASURES, key=True, words=measures),
                column("value", "Float64"),
            ),
            figures,
        ),
        Table("country", book.said("choice"), (*country, column("chosen", "boolean")), chosen),
        Table(
            "readings",
            book.said("readings"),
            (
                column(
                    "question",
                    "category",
                    categories=tuple(one.id for one in activity.questions),
                    key=True,
                    id=True,
                ),
                column("question_text", "string", key=True),
                column("text", "string"),
            ),
            readings,
        ),
    ]
