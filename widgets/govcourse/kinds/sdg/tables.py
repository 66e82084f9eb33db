"""The SDG selector as tidy tables: the goal with its pitch, and a row for each note."""

from collections.abc import Iterator

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.sdg import rules
from govcourse.kinds.sdg.activity import Sdg
from govcourse.kinds.tables import Codebook, Row, Table


def tables(activity: Sdg, language: str) -> list[Table]:
    book = Codebook(activity.kind, language)
    column, titles = book.column, {goal.number: goal.title for goal in content.goals().goals}

    def choice(answer: Json) -> Iterator[Row]:
        goal, pitch, seconds = answer.get("goal"), words(answer.get("pitch")) or None, answer.get("seconds")
        if goal or pitch or seconds is not None:
            spoken = rules.pitch(pitch, activity.words_per_minute) if pitch else (None, None)
            yield goal, titles[goal] if goal else None, pitch, *spoken, seconds

    def notes(answer: Json) -> Iterator[Row]:
        for question in activity.questions:
            if text := words(answer.get("notes", {}).get(question.id)):
                yield question.id, question.title, text

    return [
        Table(
            "choice",
            activity.title,
            (
                column("goal", "Int64"),
                column("goal_title", "string", of=("goal",)),
                column("pitch", "string"),
                column("words", "Int64", of=("pitch",)),
                column("speaking_seconds", "Int64", of=("pitch",)),
                column("rehearsed_seconds", "Int64"),
            ),
            choice,
        ),
        Table(
            "notes",
            book.said("notes"),
            (
                column("question", "category", categories=tuple(one.id for one in activity.questions), key=True, id=True),
                column("question_text", "string", key=True),
                column("text", "string"),
            ),
            notes,
        ),
    ]  # fmt: skip
