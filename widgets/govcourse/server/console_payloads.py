"""What the server tells whoever leads a room, beside its state: their types in the front end are made of these."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from govcourse.assessment.again import Kept
from govcourse.content.models import RunSheet
from govcourse.json_types import Json
from govcourse.kinds.shapes import Ask, Led
from govcourse.server.payloads import Member, Texts


class Task(TypedDict):
    """How many people, or teams, have finished or begun an activity that the session builds on."""

    id: str
    title: str
    by: Literal["people", "teams"]
    all: int
    done: int
    begun: int


Stage = Literal["done", "begun", "not"]


class Prepared(TypedDict):
    """The stage of each activity, of somebody who gave a name."""

    name: str
    stages: dict[str, Stage]


class PreparedRoom(TypedDict):
    session: int
    expected: int
    joined: int
    tasks: list[Task]
    named: list[Prepared]


class Act(TypedDict):
    """`at` is a UTC time in ISO 8601."""

    at: str
    who: str
    act: str


class About(TypedDict):
    """What is known about a room."""

    code: str
    title: str
    sessions: list[int]
    status: str
    country: str
    date: str
    language: str
    teams: int
    expected: int
    keep: int


class Link(Member):
    """A further facilitator's link: by which other one it was made (None: by the first one, or the server's token), and whether
    it is that of whoever asks."""

    maker: str | None
    own: bool


class Shared(TypedDict):
    """Who leads a room, what they did, and the day on which it is deleted if nobody uses it."""

    facilitators: list[Link]
    acts: list[Act]
    about: About
    due: str


class MadeLink(TypedDict):
    """A further facilitator's link; `phone` opens the page for phones, `qr` is its picture as a data address."""

    id: str
    name: str
    url: str
    phone: str
    qr: str


class SheetProblem(TypedDict):
    """`column` is the heading in the sheet, and `about` what it is of, as people call it."""

    row: int
    column: str
    message: str
    about: list[str]


class Imported(TypedDict):
    """What is in a sheet; `taken` once it was taken over."""

    found: int
    problems: list[SheetProblem]
    taken: NotRequired[dict[str, int]]


class ConsoleActivity(TypedDict):
    """`asks` is what the projector shows before there are results, a page each; `shows` the activity whose results are shown with it."""

    kind: str
    minutes: int
    owner: Literal["participant", "team", "private"]
    asks: list[Ask]
    summed: bool
    moderated: bool
    presents: bool
    shows: str | None
    good: list[str] | None
    extras: list[str]
    phases: list[Led]
    groups: dict[str, str]
    results: Json


class Again(TypedDict):
    """What stands beside the room's assessment from an earlier time; and whether its own figures can be kept for a later one."""

    before: Kept | None
    can_keep: bool


class ConsoleRunSheet(RunSheet):
    """`name` is what it is called: “Session 2”, “Day 1”."""

    name: str


class Console(TypedDict):
    """What console and projector need beside the room's state; `short` is the address as one reads it out, `draft` what
    is to be said of the translation."""

    api: str
    base: str
    join: str
    short: str
    draft: str
    texts: Texts
    sessions: list[ConsoleRunSheet]
    activities: dict[str, ConsoleActivity]
    kinds: dict[str, Texts]
