"""What the course consists of, apart from its activities and cases: sessions, instruments, reference lists."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from govcourse.content.for_people import FOR_PEOPLE
from govcourse.content.loading import Strict

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Text = Annotated[str, StringConstraints(min_length=1), FOR_PEOPLE]
Origin = Literal["workshop", "seed", "draft"]


class Module(Strict):
    number: int
    title: Text


class Block(Strict):
    title: Text
    modules: list[Module]


class Version(Strict):
    id: Id
    title: Text
    audience: Text
    length: Text
    parts: list[Text]


class Course(Strict):
    title: Text
    subtitle: Text
    objectives: Annotated[list[Text], Field(min_length=3, max_length=3)]
    blocks: list[Block]
    versions: list[Version]
    availability: Text
    purposes: list[Text]


class AgendaItem(Strict):
    minutes: Annotated[int, Field(gt=0)]
    title: Text
    activity: Id | None = None
    cut: Text | None = None  # what a facilitator leaves out when late
    talk: list[Text] = []  # what a facilitator may say


class Preparation(Strict):
    text: Text
    how: Literal["individual", "team"]
    deadline: Text
    hours_before: Annotated[int, Field(ge=0)]  # hours before the session that the work prepares
    activity: Id | None = None
    readings: list[str] = []
    optional: bool = False


class Objective(Strict):
    """What people can do after a session: the act, what they are given for it, and what counts as done well.

    `parts` are headings of the session's notebook, `exercises` activities; questions of quizzes name the objective.
    """

    id: Id
    text: Text
    given: Text
    standard: Text
    parts: Annotated[list[str], Field(min_length=1)]
    exercises: Annotated[list[Id], Field(min_length=1)]


class Further(Strict):
    """A chapter beside the sessions: notebooks/further-<id>.ipynb. A room takes it where it has the time."""

    id: Id
    title: Text
    question: Text
    minutes: Annotated[int, Field(gt=0)]
    activity: Id
    talk: Annotated[list[Text], Field(min_length=1)]


class RunSheet(Strict):
    """What a room goes through, minute by minute: a session, or a day of the five-day version."""

    number: Annotated[int, Field(ge=1)]
    title: Text
    question: Text
    prepare: list[Text] = []  # what a facilitator has ready
    agenda: list[AgendaItem]
    preparation: list[Preparation] = []  # for the next one
    further: list[Further] = []


class Session(RunSheet):
    number: Annotated[int, Field(ge=1, le=5)]
    objectives: Annotated[list[Objective], Field(min_length=3, max_length=3)]
    before: list[Preparation] = []  # work that comes before this session and was set by none
    recap: Annotated[list[Text], Field(min_length=2)]  # what this session leaves; the next one opens with it

    @model_validator(mode="after")
    def two_hours(self) -> Self:
        minutes = sum(item.minutes for item in self.agenda)
        if minutes != 120:
            raise ValueError(f"the agenda takes {minutes} minutes, a session 120")
        return self


class Statement(Strict):
    """`evidence` says what a sceptic would accept. `absent` is an answer of its own, "there is none", that spares the rest."""

    id: Id
    text: Text
    origin: Origin = "draft"
    note: Text | None = None
    evidence: Text | None = None
    absent: Text | None = None


class Ministry(Strict):
    """An invented ministry that respondents rate, so that it shows how they use the scale; `low` is the weaker one."""

    level: Literal["low", "high"]
    title: Text
    about: Text


class Vignettes(Strict):
    """`summary` is the statement on which one's own government and both ministries are rated."""

    summary: Text
    ministries: Annotated[list[Ministry], Field(min_length=2, max_length=2)]

    @model_validator(mode="after")
    def both_levels(self) -> Self:
        if {one.level for one in self.ministries} != {"low", "high"}:
            raise ValueError("one ministry is to be low, the other high")
        return self


class VignetteTexts(Strict):
    """`places` are named from 1 (below both ministries) to 5 (above both)."""

    title: Text
    about: Text
    own: Text
    places: Annotated[list[Text], Field(min_length=5, max_length=5)]
    unplaced: Text


class Dimension(Strict):
    """`pillars` and `cases` help where the dimension is weak."""

    id: Id
    title: Text
    about: Text
    pillars: list[Id] = []
    cases: list[Id] = []
    statements: Annotated[list[Statement], Field(min_length=1)]
    vignettes: Vignettes | None = None

    @model_validator(mode="after")
    def absent_comes_first(self) -> Self:
        if any(one.absent for one in self.statements[1:]):
            raise ValueError(
                "only the first statement of a dimension may have an answer that spares the others"
            )
        return self

    @property
    def gate(self) -> str | None:
        """The statement whose answer "there is none" spares the others of the dimension."""
        return self.statements[0].id if self.statements[0].absent else None


class RetiredStatement(Strict):
    """A statement of an earlier edition: answers to it are kept and shown, and counted nowhere."""

    id: Id
    text: Text


class Band(Strict):
    id: Id
    title: Text
    at_least: Annotated[float, Field(ge=1, le=5)]
    about: Text


class ScaleStep(Strict):
    value: Annotated[int, Field(ge=1, le=5)]
    label: Text


class Instrument(Strict):
    title: Text
    note: Text
    scoring: list[Text]
    scale: Annotated[list[ScaleStep], Field(min_length=5, max_length=5)]
    dont_know: Text
    bands: list[Band]
    vignettes: VignetteTexts | None = None
    dimensions: Annotated[list[Dimension], Field(min_length=1)]
    retired: list[RetiredStatement] = []

    @model_validator(mode="after")
    def unique(self) -> Self:
        ids = [*(one.id for one in self.statements), *(one.id for one in self.retired)]
        if len(ids) != len(set(ids)):
            raise ValueError("two statements have one id, perhaps one that was retired")
        return self

    @model_validator(mode="after")
    def vignettes_have_their_texts(self) -> Self:
        if self.vignettes is None and any(one.vignettes for one in self.dimensions):
            raise ValueError("a dimension has vignettes, the instrument has no texts for them")
        return self

    @property
    def statements(self) -> list[Statement]:
        """All that are asked, in order."""
        return [one for dimension in self.dimensions for one in dimension.statements]

    @property
    def known(self) -> list[Statement | RetiredStatement]:
        """All that an answer may hold: what is asked, then what was."""
        return [*self.statements, *self.retired]


class Target(Strict):
    number: Annotated[str, StringConstraints(min_length=1)]
    text: Text


class Goal(Strict):
    number: Annotated[int, Field(ge=1, le=17)]
    title: Text
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")]
    service_delivery: bool  # our reading of the workshop's "13 of 17"
    why: Text
    targets: list[Target]
    indicators: list[Target]


class Goals(Strict):
    note: Text
    goals: Annotated[list[Goal], Field(min_length=17, max_length=17)]


class Principle(Strict):
    id: Id
    title: Text
    about: Text
    signs: list[Text]
    questions: list[Text]


class Principles(Strict):
    principles: Annotated[list[Principle], Field(min_length=5, max_length=5)]


class Level(Strict):
    id: Id
    title: Text
    about: Text


class Pillar(Strict):
    id: Id
    title: Text
    about: Text
    cells: dict[Id, Text]


class ComputingCell(Strict):
    """What the chart of a computing cell says: `words` by the names under which the cell asks for them.

    The cell stands in the chapter of a `session`, or in another `notebook`.
    """

    id: Id
    session: Annotated[int, Field(ge=1, le=5)] | None = None
    notebook: Literal["analysis"] | None = None
    words: Annotated[dict[Annotated[str, StringConstraints(pattern=r"^[a-z_]+$")], Text], Field(min_length=1)]

    @model_validator(mode="after")
    def somewhere(self) -> Self:
        if (self.session is None) == (self.notebook is None):
            raise ValueError("a cell stands in a session or in a notebook")
        return self

    @property
    def stem(self) -> str:
        """The name of the notebook in which it stands."""
        return self.notebook or f"session-{self.session}"


class Computing(Strict):
    cells: list[ComputingCell]

    @model_validator(mode="after")
    def unique(self) -> Self:
        ids = [one.id for one in self.cells]
        if len(ids) != len(set(ids)):
            raise ValueError("two cells have one id")
        return self


class Pillars(Strict):
    note: Text
    levels: Annotated[list[Level], Field(min_length=4, max_length=4)]
    pillars: Annotated[list[Pillar], Field(min_length=9, max_length=9)]

    @model_validator(mode="after")
    def every_cell(self) -> Self:
        for pillar in self.pillars:
            if set(pillar.cells) != {level.id for level in self.levels}:
                raise ValueError(f"pillar {pillar.id} does not describe each of the four levels")
        return self


class Entry(Strict):
    id: Id
    title: Text
    about: Text


class Tool(Strict):
    """A technique: when to use it, how, for how long, and what to watch."""

    id: Id
    title: Text
    stage: Id
    minutes: Annotated[int, Field(gt=0)]
    activities: list[Id]
    use: Text
    steps: Annotated[list[Text], Field(min_length=2)]
    watch: Text


class Tools(Strict):
    note: Text
    stages: Annotated[list[Entry], Field(min_length=2)]
    tools: list[Tool]

    @model_validator(mode="after")
    def stages_known(self) -> Self:
        known = {stage.id for stage in self.stages}
        if wrong := [tool.id for tool in self.tools if tool.stage not in known]:
            raise ValueError(f"{', '.join(wrong)}: there is no such stage")
        return self


class PublicValues(Strict):
    values: Annotated[list[Entry], Field(min_length=7, max_length=7)]


class Obstacle(Entry):
    side: Literal["supply", "demand"]


class Obstacles(Strict):
    obstacles: Annotated[list[Obstacle], Field(min_length=11, max_length=11)]


class Quotation(Strict):
    id: Id
    text: Text
    attribution: Text
    note: Text | None = None
    sessions: list[int]


class Quotations(Strict):
    quotations: list[Quotation]


class Term(Strict):
    id: Id
    term: Text
    definition: Text
    sessions: list[int] = []


class Glossary(Strict):
    terms: Annotated[list[Term], Field(min_length=60)]
