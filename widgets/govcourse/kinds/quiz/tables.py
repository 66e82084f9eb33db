"""The quiz as a tidy table: a row for each question that was answered."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.quiz.activity import Quiz
from govcourse.kinds.quiz.rules import right
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Quiz, language: str) -> list[Table]:
    column = Codebook(activity.kind, language).column
    questions = {question.id: question for question in activity.questions}

    def rows(answer: Json) -> Iterator[Row]:
        for id, given in answer.get("answers", {}).items():
            if (question := questions.get(id)) is None:  # asked before the course had others
                continue
            pairs = [f"{one}={other}" for one, other in given.get("pairs", {}).items()]
            chosen = " ".join([*given.get("chosen", []), *pairs]) or None
            yield (
                id, question.text, question.objective, question.level, question.type, chosen, right(question, given) if chosen else None,
                given.get("checked"), given.get("tries"), words(given.get("reason")) or None,
            )  # fmt: skip

    columns = (
        column("question", "category", categories=tuple(questions), key=True),
        column("question_text", "string", key=True),
        column("objective", "string", key=True),
        column("level", "category", categories=("know", "apply", "judge"), ordered=True, key=True),
        column(
            "type", "category", categories=("single", "multiple", "match", "order", "true-false"), key=True
        ),
        column("chosen", "string"),
        column("right", "boolean", of=("chosen",)),
        column("checked", "boolean"),
        column("tries", "Int64"),
        column("reason", "string"),
    )
    return [Table("answers", activity.title, columns, rows)]
