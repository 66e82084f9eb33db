"""The poll as a tidy table: for each question that was answered a row per option, or one with the step or the text."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.poll.activity import Poll, Question
from govcourse.kinds.poll.rules import asked
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Poll, language: str) -> list[Table]:
    book, questions = Codebook(activity.kind, language), asked(activity)
    column = book.column

    def rows(answer: Json) -> Iterator[Row]:
        given = answer.get("answers", {})
        for key, (question, session) in questions.items():
            for row in _question(question, given.get(key, {})):
                yield key, question.text, session, question.type, *row

    options = dict.fromkeys(option.id for question in activity.questions for option in question.options)
    columns = (
        column("question", "category", categories=tuple(questions), key=True, id=True),
        column("question_text", "string", key=True),
        column("session", "Int64", key=True),
        book.coded("type", ("single", "multiple", "open", "scale"), key=True),
        column("option", "category", categories=tuple(options), key=True, id=True),
        column("option_title", "string", key=True),
        column("chosen", "boolean"),
        column("value", "Int64", unit=_scale(activity)),
        column("text", "string"),
    )
    return [Table("answers", activity.title, columns, rows)]


def _question(question: Question, given: Json) -> Iterator[Row]:
    """`option`, `option_title`, `chosen`, `value`, `text`; what an open option means stands with it."""
    chosen, value, text = given.get("chosen", []), given.get("value"), words(given.get("text")) or None
    if chosen or (text and question.options):
        for option in question.options:
            yield option.id, option.title, option.id in chosen, None, text if option.open else None
    if value is not None or (text and not any(option.open for option in question.options)):
        yield None, None, None, value, text


def _scale(activity: Poll) -> str:
    """What the steps mean, where a question has such."""
    return "; ".join(
        f"{one.text}: 1 = {one.low}, {one.steps} = {one.high}"
        for one in activity.questions
        if one.type == "scale"
    )
