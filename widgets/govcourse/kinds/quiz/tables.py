"""The quiz as a tidy table: a row for each question that was answered."""

from collections.abc import Iterator

from govcourse import content
from govcourse.content import formats
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.quiz.activity import Quiz, QuizQuestion
from govcourse.kinds.quiz.rules import right
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Quiz, language: str) -> list[Table]:
    book = Codebook(activity.kind, language)
    column = book.column
    questions = {question.id: question for question in activity.questions}

    def rows(answer: Json) -> Iterator[Row]:
        for id, given in answer.get("answers", {}).items():
            if (question := questions.get(id)) is None:  # asked before the course had others
                continue
            pairs = [f"{one}={other}" for one, other in given.get("pairs", {}).items()]
            chosen = " ".join([*given.get("chosen", []), *pairs]) or None
            said = "\n".join(_said(question, given, language)) or None
            yield (
                id, question.text, question.objective, question.level, question.type, chosen, said, right(question, given) if chosen else None,
                given.get("checked"), given.get("tries"), words(given.get("reason")) or None,
            )  # fmt: skip

    objectives = {one.id: one.text for session in content.sessions() for one in session.objectives}
    columns = (
        column("question", "category", categories=tuple(questions), key=True, id=True),
        column("question_text", "string", key=True),
        column("objective", "string", key=True, words=objectives),
        book.coded("level", ("know", "apply", "judge"), ordered=True, key=True),
        book.coded("type", ("single", "multiple", "match", "order", "true-false"), key=True),
        column("chosen", "string", id=True),
        column("chosen_text", "string", of=("chosen",)),
        column("right", "boolean", of=("chosen",)),
        column("checked", "boolean"),
        column("tries", "Int64"),
        column("reason", "string"),
    )
    return [Table("answers", activity.title, columns, rows)]


def _said(question: QuizQuestion, given: Json, language: str) -> Iterator[str]:
    """What was chosen, in words: an option each, or two that were put together."""
    texts = {one.id: one.text for one in question.options}
    other = {one.id: one.match or "" for one in question.options}
    yield from (texts.get(id, id) for id in given.get("chosen", []))
    for one, two in given.get("pairs", {}).items():
        yield f"{texts.get(one, one)} {formats.towards(language)} {other.get(two, two)}"
