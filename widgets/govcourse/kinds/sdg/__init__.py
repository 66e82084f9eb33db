"""The SDG selector: one goal, why it matters, and a pitch that is timed."""

from typing import TYPE_CHECKING

from govcourse import content
from govcourse.kinds.answers import unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Entry, Outline, at, say, table
from govcourse.kinds.sdg import shapes
from govcourse.kinds.sdg.activity import Sdg
from govcourse.kinds.sdg.answer import Answer as SdgAnswer

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Selector(Kind[Sdg, SdgAnswer]):
    Activity, Answer = Sdg, SdgAnswer
    Spec = shapes.Spec

    def spec(self, activity: Sdg) -> shapes.Spec:
        found = content.goals()
        return {"note": found.note, "goals": found.goals}

    def keys(self, activity: Sdg) -> dict[str, list[str]]:
        return {"notes": [question.id for question in activity.questions]}

    def check(self, answer: SdgAnswer, activity: Sdg) -> None:
        unknown("notes", answer.notes, self.keys(activity)["notes"])

    def outline(self, activity: Sdg) -> Outline:
        goals: list[Entry] = [
            {"id": one.number, "title": f"{one.number}. {one.title}"} for one in content.goals().goals
        ]
        return {
            "parts": [
                {
                    "lines": [
                        {"label": say("outline_goal"), "text": at("goal", of="goals")},
                        {"each": "$questions", "label": at("title"), "text": at("/notes/{id}")},
                        {"label": say("outline_pitch"), "text": at("pitch")},
                    ]
                }
            ],
            "done": [
                {"check": at("goal")},
                {"check": at("pitch")},
                {"each": "$questions", "check": at("/notes/{id}")},
            ],
            "tables": {"goals": goals, "questions": table(activity.questions)},
            "paper": [question.title for question in activity.questions],
        }

    def tables(self, activity: Sdg, language: str = "en") -> "list[Table]":
        from govcourse.kinds.sdg.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Sdg]":
        from govcourse.kinds.sdg.report import SelectorReport

        return SelectorReport(self)


kind = Selector()
