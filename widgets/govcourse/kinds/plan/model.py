"""The action-plan builder: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field

from govcourse import content
from govcourse.content.activity_models import Plan
from govcourse.kinds.answers import AnswerError, AnswerModel, Date, Id, Line, Long, Origin, unique


class Milestone(AnswerModel):
    id: Id
    text: Line = ""
    date: Date = ""


class Kpi(AnswerModel):
    """A measurement: from `baseline` to `target`, in `unit`, by `date`."""

    id: Id
    text: Line = ""
    baseline: Line = ""
    target: Line = ""
    unit: Line = ""
    date: Date = ""


class Resources(AnswerModel):
    money: Annotated[float, Field(ge=0, le=1e15)] | None = None
    currency: Line = ""
    people: Line = ""
    other: Long = ""


class Step(AnswerModel):
    """The seven components of one action step."""

    id: Id
    step: Long = ""
    responsibility: Line = ""
    support: Line = ""
    owner: Line = ""
    start: Date = ""
    end: Date = ""
    milestones: Annotated[list[Milestone], Field(max_length=30)] = []
    resources: Resources = Resources()
    kpis: Annotated[list[Kpi], Field(max_length=30)] = []
    sharing: Long = ""
    origin: Origin | None = None


class Goal(AnswerModel):
    id: Id
    title: Line = ""
    principles: Annotated[list[Line], Field(max_length=5)] = []
    sdgs: Annotated[list[Annotated[int, Field(ge=1, le=17)]], Field(max_length=17)] = []
    steps: Annotated[list[Step], Field(max_length=60)] = []
    origin: Origin | None = None


class Answer(AnswerModel):
    goals: Annotated[list[Goal], Field(max_length=20)] = []


def spec(activity: Plan) -> dict:
    """The five principles and the goals' titles, for the view."""
    return {
        "principles": [{"id": one.id, "title": one.title} for one in content.principles()],
        "goals": [{"number": goal.number, "title": goal.title} for goal in content.goals().goals],
    }


def brief(activity: Plan) -> dict:
    return {}


def ids(activity: Plan) -> dict[str, list[str]]:
    return {}


def check(answer: Answer, activity: Plan) -> None:
    """Raises AnswerError for two entries of one id, or a principle that the course does not have."""
    known = {one.id for one in content.principles()}
    unique("goals", answer.goals)
    for g, goal in enumerate(answer.goals):
        if set(goal.principles) - known:
            raise AnswerError(f"goals.{g}.principles", "the course has no such principle")
        unique(f"goals.{g}.steps", goal.steps)
        for s, step in enumerate(goal.steps):
            unique(f"goals.{g}.steps.{s}.milestones", step.milestones)
            unique(f"goals.{g}.steps.{s}.kpis", step.kpis)
