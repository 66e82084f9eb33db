"""What each kind of activity says: one pydantic model per kind, told apart by `kind`."""

from typing import Annotated, Literal

from pydantic import Field

from govcourse.content.loading import Strict
from govcourse.content.models import Entry, Id, Level, Origin, Text


class ActivityBase(Strict):
    """`example` is a whole answer that a learner can look at; `empty` is what shows before any answer."""

    id: Id
    title: Text
    sessions: list[Annotated[int, Field(ge=1, le=5)]]
    setting: Literal["preparation", "individual", "breakout", "plenary"]
    minutes: Annotated[int, Field(gt=0)]
    lead: Text
    instructions: Annotated[list[Text], Field(min_length=1)]
    empty: Text
    example_note: Text | None = None
    example: dict | None = None
    origin: Origin = "workshop"
    private: bool = False
    sources: list[Id] = []  # activities whose entries this one can bring in


class Dtca(ActivityBase):
    kind: Literal["dtca"]
    instrument: Id


class Sdg(ActivityBase):
    kind: Literal["sdg"]
    questions: Annotated[list[Entry], Field(min_length=3, max_length=3)]
    seconds: Annotated[int, Field(gt=0)]
    words_per_minute: Annotated[int, Field(gt=0)]


class Axis(Strict):
    title: Text
    low: Text
    high: Text
    about: Text


class Quadrant(Strict):
    id: Id
    x: Literal["low", "high"]
    y: Literal["low", "high"]
    title: Text
    advice: Text


class PlotField(Strict):
    id: Id
    title: Text
    hint: Text
    long: bool = False


class Plot(ActivityBase):
    kind: Literal["plot"]
    item: Text
    items: Text
    x: Axis
    y: Axis
    quadrants: Annotated[list[Quadrant], Field(min_length=4, max_length=4)]
    fields: list[PlotField]
    money: bool = False
    rank: Literal["product", "sum"] = "product"
    limit: Annotated[int, Field(gt=0, le=100)] = 40


class Plan(ActivityBase):
    kind: Literal["plan"]
    components: Annotated[list[Entry], Field(min_length=7, max_length=7)]
    horizon: Text


class Question(Strict):
    id: Id
    text: Text
    type: Literal["single", "multiple", "open", "scale"]
    options: list[Entry] = []
    limit: int | None = None
    note: Text | None = None


class Poll(ActivityBase):
    kind: Literal["poll"]
    questions: Annotated[list[Question], Field(min_length=1)]


class QuizOption(Strict):
    id: Id
    text: Text
    feedback: Text
    right: bool = False
    match: Text | None = None


class QuizQuestion(Strict):
    id: Id
    text: Text
    type: Literal["single", "multiple", "match", "order", "true-false"]
    options: Annotated[list[QuizOption], Field(min_length=2)]
    explanation: Text


class Quiz(ActivityBase):
    kind: Literal["quiz"]
    questions: Annotated[list[QuizQuestion], Field(min_length=1)]


class Whiteboard(ActivityBase):
    kind: Literal["whiteboard"]
    prompt: Text
    phases: list[Entry]
    comment_prompt: Text | None = None
    votes: Annotated[int, Field(ge=0)] = 3


class Matrix(ActivityBase):
    kind: Literal["matrix"]
    rows_from: Literal["pillars", "principles", "public-values", "obstacles", "sdgs"] | None = None
    rows: list[Entry] = []
    levels: list[Level] = []
    asks: list[Entry]
    weights: bool = False


class CanvasField(Strict):
    id: Id
    title: Text
    prompt: Text
    example: Text
    minutes: int | None = None
    group: Text | None = None


class Slides(Strict):
    at_least: int
    at_most: int
    minutes: int


class Canvas(ActivityBase):
    kind: Literal["canvas"]
    layout: Text
    fields: Annotated[list[CanvasField], Field(min_length=1)]
    slides: Slides | None = None


class CaseExplorer(ActivityBase):
    kind: Literal["case-explorer"]
    facets: list[Entry]


class Stage(Strict):
    id: Id
    title: Text
    about: Text
    diverge: Text
    converge: Text


class DesignThinking(ActivityBase):
    kind: Literal["design-thinking"]
    stages: Annotated[list[Stage], Field(min_length=5, max_length=5)]


class Step(Strict):
    id: Id
    title: Text
    about: Text
    prompt: Text


class Debrief(ActivityBase):
    kind: Literal["debrief"]
    steps: Annotated[list[Step], Field(min_length=1)]


class Portfolio(ActivityBase):
    kind: Literal["portfolio"]
    parts: list[Entry]


Activity = (
    Dtca | Sdg | Plot | Plan | Poll | Quiz | Whiteboard | Matrix | Canvas
    | CaseExplorer | DesignThinking | Debrief | Portfolio
)  # fmt: skip
KINDS = {
    "dtca": Dtca, "sdg": Sdg, "plot": Plot, "plan": Plan, "poll": Poll, "quiz": Quiz,
    "whiteboard": Whiteboard, "matrix": Matrix, "canvas": Canvas, "case-explorer": CaseExplorer,
    "design-thinking": DesignThinking, "debrief": Debrief, "portfolio": Portfolio,
}  # fmt: skip
