"""The capability assessment: statements on a five-step scale, a target per dimension, scores and gaps."""

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING

from govcourse import content
from govcourse.assessment import scoring
from govcourse.assessment.debrief import OfTeam, debrief, of_team, respondents
from govcourse.content.instruments import Instrument, RetiredStatement, Statement
from govcourse.json_types import Json
from govcourse.kinds.access import SMALLEST, enough
from govcourse.kinds.answers import AnswerError, unknown, words
from govcourse.kinds.base import Kind
from govcourse.kinds.dtca import shapes
from govcourse.kinds.dtca.activity import Dtca
from govcourse.kinds.dtca.answer import Answer as DtcaAnswer
from govcourse.kinds.outline import Count, Entry, Outline, at, either, join, say, some

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
        instrument = _instrument(activity)
        dimensions = instrument.dimensions
        return {
            "items": [one.id for one in instrument.known],
            "targets": [dimension.id for dimension in dimensions],
            "vignettes": [dimension.id for dimension in dimensions if dimension.vignettes],
        }

    def check(self, answer: DtcaAnswer, activity: Dtca) -> None:
        allowed = self.keys(activity)
        unknown("vignettes", answer.vignettes, allowed["vignettes"])
        offered = {one.id for one in _instrument(activity).statements if one.absent}
        for where, given in (("", answer), ("earlier.", answer.earlier)):
            if given is None:
                continue
            unknown(f"{where}items", given.items, allowed["items"])
            unknown(f"{where}targets", given.targets, allowed["targets"])
            for id, item in given.items.items():
                if item.absent and id not in offered:
                    raise AnswerError(f"{where}items.{id}", "not_offered")

    def practice(self, activity: Dtca, given: Json, chance: Random) -> Json:
        """A step about the middle for each statement, higher for some; one in ten is not known. Some people think better of all."""
        mood = chance.gauss(3, 0.5)

        def item(statement: str) -> Json:
            if chance.random() < 0.1:
                return {"dont_know": True}
            lean = Random(statement).uniform(-1.2, 1.2)
            return {"value": min(5, max(1, round(chance.gauss(mood + lean, 0.9))))}

        instrument = _instrument(activity)
        return {
            "items": {one.id: item(one.id) for one in instrument.statements},
            "targets": {one.id: chance.choice([4, 4, 5]) for one in instrument.dimensions},
        }

    def outline(self, activity: Dtca) -> Outline:
        instrument = _instrument(activity)
        spared = [s for d in instrument.dimensions if d.gate for s in d.statements]
        asked = [one for one in instrument.statements if one not in spared]
        responded = [at("/items/{id}/value"), at("/items/{id}/dont_know")]
        score = say("outline_score", mean=either(at("mean", places=1), "–"), target=either(at("target"), "–"))
        gap = say("bring_gap_note", today=at("mean", places=1), target=at("target"))
        said = join(at("/items/{id}/evidence"), at("/items/{id}/comment"))
        done: list[Count] = [{"each": "$asked", "check": some(*responded)}]
        # Where there is none of what a dimension is about, all of it is done.
        for gate in (one.gate for one in instrument.dimensions if one.gate):
            done.append({"each": f"${gate}", "check": some(*responded, at(f"/items/{gate}/absent"))})
        return {
            "parts": [
                {"lines": [{"each": "@scores", "label": at("title"), "text": score}]},
                {
                    "title": say("outline_comments"),
                    "lines": [{"each": "$statements", "label": at("title"), "text": said}],
                },
                {
                    "title": say("outline_retired"),
                    "lines": [
                        {
                            "each": "$retired",
                            "label": at("title"),
                            "text": join(at("/items/{id}/value", of="scale"), said),
                        }
                    ],
                },
            ],
            "done": done,
            "feeds": [
                {
                    "each": "@gaps",
                    "id": at("id"),
                    "name": say("bring_gap", dimension=at("title")),
                    "note": gap,
                    "keeps": {"evidence": join(gap, at("@evidence/{id}"))},
                }
            ],
            "tables": {
                "statements": _table(instrument.statements),
                "asked": _table(asked),
                **{d.gate: _table(d.statements) for d in instrument.dimensions if d.gate},
                "retired": _table(instrument.retired),
                "scale": [{"id": step.value, "title": step.label} for step in instrument.scale],
            },
            "names": {"items/*": at("id", of="statements")},
            "facts": _facts(instrument),
            "nothing": "outline_nothing",
            "paper": [one.text for one in instrument.statements],
        }

    def derived(self, activity: Dtca, answer: Json) -> shapes.Derived:
        """The dimensions with an answer, those below their target, largest gap first, and what evidence was named."""
        instrument = _instrument(activity)
        found = scoring.profile(answer, instrument)
        evidence = {
            dimension.id: [words(given.get("evidence")) for given in scoring.asked(dimension, answer)]
            for dimension in instrument.dimensions
        }
        return {
            "scores": [row for row in found.dimensions if row.answered],
            "gaps": found.gaps,
            "evidence": evidence,
        }

    def figures(self, activity: Dtca, answers: list[Json]) -> shapes.Figures:
        """The debrief of a room; of fewer than five people only how many they are."""
        instrument = _instrument(activity)
        given = respondents(answers, instrument)
        if not enough(len(given)):
            return {"n": len(given), "too_few": SMALLEST}
        return debrief(given, instrument, SMALLEST)

    def spread(self, activity: Dtca, inside: list[Json], outside: list[Json]) -> OfTeam:
        instrument = _instrument(activity)
        given, rest = respondents(inside, instrument), respondents(outside, instrument)
        return of_team(given, rest, instrument, SMALLEST)

    def extras(self, activity: Dtca) -> list[str]:
        return ["vignettes"] if self.keys(activity)["vignettes"] else []

    def formats(self, activity: Dtca) -> list[str]:
        return ["docx", "pdf", "xlsx", "csv"]

    def tables(self, activity: Dtca, language: str = "en") -> "list[Table]":
        from govcourse.kinds.dtca.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Dtca]":
        from govcourse.kinds.dtca.report import AssessmentReport

        return AssessmentReport(self)


def _table(entries: Sequence[Statement | RetiredStatement]) -> list[Entry]:
    return [{"id": one.id, "title": one.text} for one in entries]


def _facts(instrument: Instrument) -> shapes.Facts:
    return {"instrument": scoring.facts(instrument)}


def _instrument(activity: Dtca) -> Instrument:
    return content.instrument(activity.instrument)


kind = Assessment()
