"""What an answer to the action plan may be."""

from typing import Annotated

from pydantic import Field

from govcourse.kinds.answers import AnswerModel, Date, Id, Judged, Line, Long, Origin


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
    """The seven components of one action step; `evidence` came along from where the step was brought in."""

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
    evidence: Long = ""
    origin: Origin | None = None


class Goal(AnswerModel):
    """`evidence` is what shows that the goal is needed."""

    id: Id
    title: Line = ""
    evidence: Long = ""
    principles: Annotated[list[Id], Field(max_length=5)] = []
    sdgs: Annotated[list[Annotated[int, Field(ge=1, le=17)]], Field(max_length=17)] = []
    steps: Annotated[list[Step], Field(max_length=60)] = []
    origin: Origin | None = None


class Answer(Judged):
    goals: Annotated[list[Goal], Field(max_length=20)] = []
