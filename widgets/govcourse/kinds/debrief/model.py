"""The debrief: what an answer is, and what its view is told."""

import json
from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse import content
from govcourse.content.activity_models import Debrief
from govcourse.kinds.answers import AnswerModel, Id, Line, Long, unique, unknown
from govcourse.kinds.debrief import CHARTS


class Carried(AnswerModel):
    """A gap that goes into the plan: dimension, and the words that the plan gets."""

    id: Id
    name: Line = ""
    note: Annotated[str, StringConstraints(max_length=300)] = ""


class Answer(AnswerModel):
    """A note per step, and the gaps that are carried on."""

    notes: dict[str, Long] = {}
    carried: Annotated[list[Carried], Field(max_length=20)] = []


def spec(activity: Debrief) -> dict:
    """The instrument, what helps with each dimension, an example to look at, and the charts without their data."""
    about = content.activity(activity.of)
    instrument = content.instrument(about.instrument)
    pillars = {pillar.id: pillar.title for pillar in content.pillars().pillars}
    helps = {
        dimension.id: {
            "pillars": [pillars[id] for id in dimension.pillars],
            "cases": [{"id": id, "title": content.case(id).title} for id in dimension.cases],
        }
        for dimension in instrument.dimensions
    }
    return {
        "instrument": instrument.model_dump(),
        "helps": helps,
        "example_of": about.example,
        "charts": json.loads(CHARTS.read_text(encoding="utf-8")),
    }


def brief(activity: Debrief) -> dict:
    return {}


def reads(activity: Debrief) -> list[str]:
    return [activity.of]


def ids(activity: Debrief) -> dict[str, list[str]]:
    return {"notes": [step.id for step in activity.steps]}


def check(answer: Answer, activity: Debrief) -> None:
    """Raises AnswerError for a step that the debrief does not have, or a gap carried twice."""
    unknown("notes", answer.notes, ids(activity)["notes"])
    unique("carried", answer.carried)
