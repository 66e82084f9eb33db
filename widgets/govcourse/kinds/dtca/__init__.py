"""The capability assessment: statements on a five-step scale, a target per dimension, scores and gaps."""

from typing import TYPE_CHECKING

from govcourse import content
from govcourse.assessment import scoring
from govcourse.content.models import Instrument
from govcourse.json_types import Json
from govcourse.kinds.access import SMALLEST, enough
from govcourse.kinds.answers import unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.dtca import shapes
from govcourse.kinds.dtca.activity import Dtca
from govcourse.kinds.dtca.answer import Answer as DtcaAnswer
from govcourse.kinds.outline import Outline, at, either, say, some

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Assessment(Kind[Dtca, DtcaAnswer]):
    Activity, Answer = Dtca, DtcaAnswer
    Spec, Figures, Derived, Facts = shapes.Spec, shapes.Figures, shapes.Derived, shapes.Facts
    sums = True

    def spec(self, activity: Dtca) -> shapes.Spec:
        return {"instrument": _instrument(activity)}

    def keys(self, activity: Dtca) -> dict[str, list[str]]:
        dimensions = _instrument(activity).dimensions
        return {
            "items": [statement.id for dimension in dimensions for statement in dimension.statements],
            "targets": [dimension.id for dimension in dimensions],
        }

    def check(self, answer: DtcaAnswer, activity: Dtca) -> None:
        allowed = self.keys(activity)
        unknown("items", answer.items, allowed["items"])
        unknown("targets", answer.targets, allowed["targets"])

    def outline(self, activity: Dtca) -> Outline:
        instrument = _instrument(activity)
        statements = [one for dimension in instrument.dimensions for one in dimension.statements]
        score = say("outline_score", mean=either(at("mean", places=1), "–"), target=either(at("target"), "–"))
        gap = say("bring_gap_note", today=at("mean", places=1), target=at("target"))
        return {
            "parts": [
                {"lines": [{"each": "@scores", "label": at("title"), "text": score}]},
                {
                    "title": say("outline_comments"),
                    "lines": [
                        {"each": "$statements", "label": at("title"), "text": at("/items/{id}/comment")}
                    ],
                },
            ],
            "done": [
                {"each": "$statements", "check": some(at("/items/{id}/value"), at("/items/{id}/dont_know"))}
            ],
            "feeds": [
                {
                    "each": "@gaps",
                    "id": at("id"),
                    "name": say("bring_gap", dimension=at("title")),
                    "note": gap,
                }
            ],
            "tables": {"statements": [{"id": one.id, "title": one.text} for one in statements]},
            "facts": _facts(instrument),
            "nothing": "outline_nothing",
            "paper": [one.text for one in statements],
        }

    def derived(self, activity: Dtca, answer: Json) -> shapes.Derived:
        """The dimensions with an answer, and those below their target, largest gap first."""
        found = scoring.profile(answer, _instrument(activity))
        return {"scores": [row for row in found.dimensions if row.answered], "gaps": found.gaps}

    def figures(self, activity: Dtca, answers: list[Json]) -> shapes.Figures:
        """The debrief of a room; of fewer than five people only how many they are."""
        given = scoring.respondents(answers)
        if not enough(len(given)):
            return {"n": len(given), "too_few": SMALLEST}
        return scoring.debrief(given, _instrument(activity))

    def formats(self, activity: Dtca) -> list[str]:
        return ["docx", "pdf", "xlsx", "csv"]

    def tables(self, activity: Dtca, language: str = "en") -> "list[Table]":
        from govcourse.kinds.dtca.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Dtca]":
        from govcourse.kinds.dtca.report import AssessmentReport

        return AssessmentReport(self)


def _facts(instrument: Instrument) -> shapes.Facts:
    return {"instrument": scoring.facts(instrument)}


def _instrument(activity: Dtca) -> Instrument:
    return content.instrument(activity.instrument)


kind = Assessment()
