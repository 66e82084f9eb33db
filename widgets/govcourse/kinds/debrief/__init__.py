"""The debrief of an assessment: step by step what one learner's or a room's answers say, and what goes into the plan."""

import json

from govcourse import content
from govcourse.content.activity import Assessing
from govcourse.files import STATIC
from govcourse.kinds.answers import unique, unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.debrief import shapes
from govcourse.kinds.debrief.activity import Debrief
from govcourse.kinds.debrief.answer import Answer as DebriefAnswer
from govcourse.kinds.outline import Count, Line, Outline, at, either, some
from govcourse.layout.chart_language import directed

CHARTS = STATIC / "charts.json"


class Debriefs(Kind[Debrief, DebriefAnswer]):
    Activity, Answer = Debrief, DebriefAnswer
    Spec = shapes.Spec
    presents = True

    def spec(self, activity: Debrief) -> shapes.Spec:
        """The instrument, what helps with each dimension, an example to look at, and the charts without their data."""
        about = content.activity(activity.of, Assessing)
        instrument = content.instrument(about.instrument)
        pillars = {pillar.id: pillar.title for pillar in content.pillars().pillars}
        helps: dict[str, shapes.Help] = {
            dimension.id: {
                "pillars": [pillars[id] for id in dimension.pillars],
                "cases": [{"id": id, "title": content.case(id).title} for id in dimension.cases],
            }
            for dimension in instrument.dimensions
        }
        charts = json.loads(CHARTS.read_text(encoding="utf-8"))
        return {
            "instrument": instrument,
            "helps": helps,
            "example_of": about.example,
            "charts": {name: directed(one) for name, one in charts.items()},
        }

    def keys(self, activity: Debrief) -> dict[str, list[str]]:
        return {"notes": [step.id for step in activity.steps]}

    def check(self, answer: DebriefAnswer, activity: Debrief) -> None:
        unknown("notes", answer.notes, self.keys(activity)["notes"])
        unique("carried", answer.carried)

    def reads(self, activity: Debrief) -> list[str]:
        return [activity.of]

    def outline(self, activity: Debrief) -> Outline:
        *steps, last = (step.id for step in activity.steps)
        done: list[Count] = [{"check": at(f"notes/{id}")} for id in steps]
        carried: Line = {"each": "carried", "label": at("name"), "text": either(at("note"), "✓")}
        return {
            "parts": [
                {"lines": [{"each": "$steps", "label": at("title"), "text": at("/notes/{id}")}]},
                {"lines": [carried]},
            ],
            "done": [*done, {"check": some(at(f"notes/{last}"), at("carried"))}],
            "feeds": [
                {
                    "each": "carried",
                    "id": at("id"),
                    "name": at("name"),
                    "note": at("note"),
                    "keeps": {"evidence": at("note")},
                }
            ],
            "tables": {"steps": [{"id": step.id, "title": step.prompt} for step in activity.steps]},
            "paper": [step.prompt for step in activity.steps],
        }


kind = Debriefs()
