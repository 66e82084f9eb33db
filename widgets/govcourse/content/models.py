"""What the course consists of, apart from its activities, cases and instruments: sessions and reference lists."""

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
    pause: bool = False  # the room rests, and sees a clock
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


class Spoken(Strict):
    """Languages that people may name: codes of ISO 639 with strokes between them."""

    codes: Annotated[str, Field(pattern=r"^[a-z]{2,3}(/ ?[a-z]{2,3})*$")]
