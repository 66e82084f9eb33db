"""The estimate: a number before and after a talk, and how far a room moved."""

from random import Random
from typing import TYPE_CHECKING

from govcourse.json_types import Json
from govcourse.kinds.access import enough
from govcourse.kinds.answers import AnswerError
from govcourse.kinds.base import Kind
from govcourse.kinds.estimate import rules, shapes
from govcourse.kinds.estimate.activity import Estimate
from govcourse.kinds.estimate.answer import Answer as EstimateAnswer
from govcourse.kinds.outline import Outline, at, join, say
from govcourse.kinds.shapes import Ask, Led

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Estimates(Kind[Estimate, EstimateAnswer]):
    Activity, Answer = Estimate, EstimateAnswer
    Figures, Results = shapes.Figures, shapes.Results
    sums = True

    def check(self, answer: EstimateAnswer, activity: Estimate) -> None:
        for field in ("first", "second"):
            value = getattr(answer, field)
            if value is not None and not activity.low <= value <= activity.high:
                raise AnswerError(field, "not_between", low=activity.low, high=activity.high)

    def outline(self, activity: Estimate) -> Outline:
        return {
            "parts": [
                {
                    "lines": [
                        {"label": say("outline_first", unit=activity.unit), "text": at("first")},
                        {"label": say("outline_reason"), "text": at("reason")},
                        {"label": say("outline_second", unit=activity.unit), "text": at("second")},
                    ]
                }
            ],
            "done": [{"check": join(at("first"))}, {"check": join(at("second"))}],  # 0 is a number too
            "paper": [activity.question],
        }

    def practice(self, activity: Estimate, given: Json, chance: Random) -> Json:
        """A first estimate anywhere, and a second one nearer to the example's."""
        example: Json = activity.example or {}
        first = chance.randint(activity.low, activity.high)
        aim = example.get("second", (activity.low + activity.high) / 2)
        second = round(first + (aim - first) * chance.uniform(0.2, 0.9))
        return {"first": first, "second": second}

    def phases(self, activity: Estimate) -> list[Led]:
        """Nobody sees others' estimates while they make their own."""
        return [
            {"id": id, "title": one.title, "minutes": one.minutes, "blind": id != "talk"}
            for id, one in (("first", activity.first), ("talk", activity.talk), ("second", activity.second))
        ]

    def asks(self, activity: Estimate) -> list[Ask]:
        return [{"text": activity.question, "options": list(activity.consider), "kind": "do"}]

    def figures(self, activity: Estimate, answers: list[Json]) -> shapes.Figures:
        found = rules.rounds(activity, answers)
        given = [one for one in answers if one.get("first") is not None or one.get("second") is not None]
        return {"n": len(given), "first": found["first"], "second": found["second"]}

    def for_room(self, activity: Estimate, figures: Json) -> Json:
        """Of each round by itself nothing that fewer than five people gave."""
        found = super().for_room(activity, figures)
        if "first" not in found or activity.owner == "team":
            return found
        few: Json = {"steps": [], "quartiles": []}
        rounds = {name: found[name] for name in ("first", "second")}
        return found | {name: one if enough(one["n"]) else one | few for name, one in rounds.items()}

    def results(self, activity: Estimate) -> shapes.Results:
        return {"question": activity.question, "unit": activity.unit}

    def formats(self, activity: Estimate) -> list[str]:
        return ["docx", "pdf", "xlsx", "csv"]

    def tables(self, activity: Estimate, language: str = "en") -> "list[Table]":
        from govcourse.kinds.estimate.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Estimate]":
        from govcourse.kinds.estimate.report import EstimateReport

        return EstimateReport(self)


kind = Estimates()
