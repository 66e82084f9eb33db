"""What each kind of activity says: one pydantic model per kind, told apart by `kind`."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from govcourse.content.loading import Strict
from govcourse.content.models import Entry, Id, Level, Origin, Text

Count = Annotated[int, Field(gt=0, le=100)]


class Feed(Strict):
    """What is made here is offered in activity `to`; `into` names the part of it that takes it."""

    to: Id
    into: Id | None = None


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
    feeds: list[Feed] = []

    def parts(self) -> list[str]:
        """Names that a feed's `into` may have here."""
        return []

    def names(self) -> list[str]:
        """Activities that this one is about, apart from its feeds."""
        return []


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
    limit: Count = 40


class Plan(ActivityBase):
    """With `frame`, goals stand under the five principles."""

    kind: Literal["plan"]
    components: Annotated[list[Entry], Field(min_length=7, max_length=7)]
    horizon: Text
    frame: Literal["principles"] | None = None

    def parts(self) -> list[str]:
        return ["goals", "steps", "sharing"]


class PollOption(Strict):
    """Whoever chooses an `open` option says in words what is meant."""

    id: Id
    title: Text
    about: Text | None = None
    open: bool = False


class Question(Strict):
    """`limit` is how many options of a multiple choice; a scale goes from `low` (1) to `high` (`steps`)."""

    id: Id
    text: Text
    type: Literal["single", "multiple", "open", "scale"]
    options: list[PollOption] = []
    limit: Count | None = None
    steps: Annotated[int, Field(ge=2, le=10)] = 5
    low: Text | None = None
    high: Text | None = None

    @model_validator(mode="after")
    def options_fit(self):
        if (self.type in ("single", "multiple")) != bool(self.options):
            raise ValueError("a choice has options, other questions have none")
        if self.type == "scale" and not (self.low and self.high):
            raise ValueError("a scale says what its low and its high end mean")
        return self


class Poll(ActivityBase):
    """With `each_session`, the questions are asked once in every session."""

    kind: Literal["poll"]
    questions: Annotated[list[Question], Field(min_length=1)]
    each_session: bool = False

    def parts(self) -> list[str]:
        return [question.id for question in self.questions]


class QuizOption(Strict):
    id: Id
    text: Text
    feedback: Text
    right: bool = False
    match: Text | None = None


class QuizQuestion(Strict):
    """In "match" and "order" every option is part of the answer, in the order given; `reason` asks why."""

    id: Id
    text: Text
    type: Literal["single", "multiple", "match", "order", "true-false"]
    options: Annotated[list[QuizOption], Field(min_length=2, max_length=8)]
    explanation: Text
    reason: bool = False

    @model_validator(mode="after")
    def can_be_answered(self):
        right = sum(option.right for option in self.options)
        if self.type in ("single", "true-false") and right != 1:
            raise ValueError(f"{right} options are right, this type has one")
        if self.type == "multiple" and not right:
            raise ValueError("no option is right")
        if self.type == "match" and not all(option.match for option in self.options):
            raise ValueError("every option of a match says what it matches")
        ids = [option.id for option in self.options]
        if len(ids) != len(set(ids)):
            raise ValueError("two options have one id")
        return self


class Quiz(ActivityBase):
    kind: Literal["quiz"]
    questions: Annotated[list[QuizQuestion], Field(min_length=1)]


class Phase(Strict):
    """What a phase allows: adding notes, grouping them, voting, commenting."""

    id: Id
    title: Text
    about: Text
    minutes: Count
    allows: list[Literal["write", "group", "vote", "comment"]]


class Seed(Strict):
    id: Id
    text: Text
    author: Text


class Whiteboard(ActivityBase):
    """`each` is how many notes one participant writes; `seeds` are notes of ours for those who learn alone."""

    kind: Literal["whiteboard"]
    prompt: Text
    phases: Annotated[list[Phase], Field(min_length=1)]
    comment_prompt: Text | None = None
    votes: Annotated[int, Field(ge=0, le=20)] = 3
    each: Count | None = None
    seeds: list[Seed] = []

    def parts(self) -> list[str]:
        return ["notes"]


class Ask(Strict):
    """What a matrix asks in each cell: one of the levels, or text."""

    id: Id
    title: Text
    about: Text
    type: Literal["level", "text"] = "text"


class MatrixLevel(Level):
    """`value` counts in totals and in the profile."""

    value: Annotated[int, Field(ge=-10, le=10)]


class MatrixRow(Entry):
    """`cells` describes the levels for this row."""

    group: Text | None = None
    cells: dict[Id, Text] = {}


class Options(Strict):
    """Columns that learners name themselves."""

    item: Text
    items: Text
    at_least: Count
    at_most: Annotated[int, Field(gt=0, le=8)]


class Matrix(ActivityBase):
    """Rows × levels, or rows × the learner's own `options`; `heads` are asked once, `own_rows` can be added."""

    kind: Literal["matrix"]
    rows_from: Literal["pillars", "principles", "public-values", "obstacles", "sdgs"] | None = None
    rows: list[MatrixRow] = []
    own_rows: Annotated[int, Field(ge=0, le=5)] = 0
    levels: list[MatrixLevel] = []
    heads: list[Entry] = []
    asks: Annotated[list[Ask], Field(min_length=1)]
    options: Options | None = None
    weights: bool = False
    row: Text = "Row"  # what a row is called above them
    best: Literal["high", "low"] = "high"  # which end of the levels is good; titles name what is at the other

    def parts(self) -> list[str]:
        return ["options"] if self.options else []

    @model_validator(mode="after")
    def whole(self):
        if bool(self.rows_from) == bool(self.rows):
            raise ValueError("a matrix has rows of its own or takes them from a list")
        if not any(ask.type == "level" for ask in self.asks):
            raise ValueError("one thing asked must be a level")
        if self.options and self.best == "low":
            raise ValueError("what adds up to a total has its best level at the high end")
        return self


class CanvasGroup(Strict):
    """`across` places the fields beside each other on wide screens; `stages` are gone through with a history."""

    id: Id
    title: Text
    about: Text | None = None
    across: bool = False
    stages: bool = False


class CanvasField(Strict):
    id: Id
    title: Text
    prompt: Text
    example: Text
    minutes: Count | None = None
    group: Id | None = None


class Mark(Strict):
    """Fields that can be ticked, at most `limit` of them, all or those of one `group`."""

    title: Text
    limit: Count
    group: Id | None = None


class SlidePage(Strict):
    title: Text
    fields: Annotated[list[Id], Field(min_length=1)]


class Slides(Strict):
    """Slides made from the fields; `byline` is the field that stands under the title."""

    at_least: Count
    at_most: Count
    minutes: Count
    byline: Id | None = None
    pages: Annotated[list[SlidePage], Field(min_length=1)]


class Canvas(ActivityBase):
    """Named fields. `diagram` places the groups on wide screens, one line of group ids per row of the picture."""

    kind: Literal["canvas"]
    groups: list[CanvasGroup] = []
    diagram: list[Text] = []
    fields: Annotated[list[CanvasField], Field(min_length=1)]
    mark: Mark | None = None
    slides: Slides | None = None

    def parts(self) -> list[str]:
        return [field.id for field in self.fields]

    @model_validator(mode="after")
    def named(self):
        groups = {group.id for group in self.groups}
        placed = {id for line in self.diagram for id in line.split()} - {"."}
        used = {field.group for field in self.fields if field.group}
        used |= {self.mark.group} if self.mark and self.mark.group else set()
        if placed - groups or used - groups:
            raise ValueError(f"there is no group {', '.join(sorted((placed | used) - groups))}")
        if self.slides and {id for page in self.slides.pages for id in page.fields} - set(self.parts()):
            raise ValueError("a slide names a field that the canvas does not have")
        return self

    @model_validator(mode="after")
    def example_from_fields(self):
        if self.example is None:
            filled = {"fields": {field.id: field.example for field in self.fields}}
            object.__setattr__(self, "example", filled)
        return self


class Explorer(ActivityBase):
    kind: Literal["explorer"]
    facets: Annotated[list[Entry], Field(min_length=1)]


class Form(Strict):
    """What is worked out from the notes of a stage: up to `at_most` filled-in forms; `photo` allows a picture."""

    item: Text
    at_most: Count
    fields: Annotated[list[Entry], Field(min_length=1)]
    photo: bool = False


class Stage(Strict):
    """First divergent (notes, with `tags`), then convergent (groups, dots, choice, form). `offers` feeds what is chosen."""

    id: Id
    title: Text
    about: Text
    diverge: Text
    converge: Text
    minutes: Count
    note: Text
    tags: list[Entry] = []
    starts: Text | None = None
    choose: Count
    offers: bool = False
    form: Form | None = None


class Workspace(ActivityBase):
    kind: Literal["workspace"]
    stages: Annotated[list[Stage], Field(min_length=2)]
    votes: Annotated[int, Field(ge=0, le=20)] = 3


class Step(Strict):
    id: Literal["who", "dimensions", "disagreement", "extremes", "gaps", "own", "forward"]
    title: Text
    about: Text
    prompt: Text


class Debrief(ActivityBase):
    """Reads the answers to activity `of`."""

    kind: Literal["debrief"]
    of: Id
    steps: Annotated[list[Step], Field(min_length=1)]

    def names(self) -> list[str]:
        return [self.of]


class Certificate(Strict):
    """`required` are the activities that count, once `share` per cent of one is done; `at_least` of them are needed."""

    title: Text
    text: Text
    required: Annotated[list[Id], Field(min_length=1)]
    at_least: Count
    share: Annotated[int, Field(ge=1, le=100)] = 50


class Portfolio(ActivityBase):
    kind: Literal["portfolio"]
    certificate: Certificate

    def names(self) -> list[str]:
        return self.certificate.required


Activity = (
    Dtca | Sdg | Plot | Plan | Poll | Quiz | Whiteboard | Matrix | Canvas
    | Explorer | Workspace | Debrief | Portfolio
)  # fmt: skip
KINDS = {
    "dtca": Dtca, "sdg": Sdg, "plot": Plot, "plan": Plan, "poll": Poll, "quiz": Quiz,
    "whiteboard": Whiteboard, "matrix": Matrix, "canvas": Canvas, "explorer": Explorer,
    "workspace": Workspace, "debrief": Debrief, "portfolio": Portfolio,
}  # fmt: skip
