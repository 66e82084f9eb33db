"""What the server tells browsers of rooms and learners: their types in the front end are made of these."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from govcourse.content.models import RunSheet
from govcourse.json_types import Json
from govcourse.kinds.moderation import Moderation
from govcourse.kinds.reader import PartRead
from govcourse.kinds.shapes import Ask

Texts = dict[str, str]


class Timer(TypedDict):
    """A countdown; `ends` in milliseconds since 1970, UTC. It ends with the `activity` that it is for."""

    ends: int
    seconds: int
    title: str
    activity: str | None


class Screen(TypedDict):
    """Where projectors are: on which page (from 0) of how many of `what` they show."""

    what: str
    page: int
    pages: int


class Run(TypedDict):
    """Where a session is: its step, since when, and when it began (milliseconds since 1970, UTC)."""

    session: int | None
    step: int
    since: int
    began: int


class ActivityShown(TypedDict):
    """`extras` are the parts that the facilitator switched on; `review` is where the review by another team is; `stamp` is
    another whenever what is shown of its notes or reviews may be."""

    id: str
    title: str
    kind: str
    sessions: list[int]
    state: Literal["open", "closed"]
    results: Literal["shown", "hidden"]
    review: Literal["none", "open", "closed"]
    stamp: str
    extras: list[str]


class RoomActivityState(ActivityShown):
    """As its facilitators see it; `order` is that of its bars, `texts` how the projector shows what was written."""

    moderation: Moderation
    order: Literal["question", "size"]
    texts: Literal["cloud", "list"]


class RoomFacts(TypedDict):
    """What everybody sees of a room; `presents` is a team's id, `presenter` its name. `teams` is another whenever who is in which team may be."""

    code: str
    title: str
    sessions: list[int]
    status: Literal["open", "ended", "archived"]
    session: int | None
    look: str | None
    timer: Timer | None
    message: str | None
    run: Run | None
    language: str | None
    presents: str | None
    presented: list[str] | None
    order: list[str] | None
    presenter: str | None
    teams: str


class RoomShown(RoomFacts):
    """What its participants see of it."""

    activities: list[ActivityShown]


class RoomState(RoomFacts):
    """What its facilitators see of it: also the activity that projectors show, and whose work of a team that presents."""

    shown: str | None
    work: str | None
    screen: Screen | None
    activities: list[RoomActivityState]


class RoomGone(TypedDict):
    code: str
    status: Literal["deleted"]


class Counts(TypedDict):
    """`answered` by activity; `by_teams` how many of these are a team's."""

    participants: int
    team_count: int
    answered: dict[str, int]
    by_teams: dict[str, int]


class Member(TypedDict):
    id: str
    name: str


class TeamListed(Member):
    members: list[Member]


class Teams(TypedDict):
    """The teams of a room, and who is in none."""

    teams: list[TeamListed]
    alone: list[Member]


class TeamWork(TypedDict):
    """What a team made in an activity, as it is read back."""

    activity: str
    title: str
    parts: list[PartRead]


class MyTeam(TypedDict):
    """The team of whoever asks; `names` of those who gave one."""

    id: str
    name: str
    size: int
    names: list[str]


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


class Shared(TypedDict):
    """Who leads a room, what they did, and the day on which it is deleted if nobody uses it."""

    facilitators: list[Member]
    acts: list[Act]
    about: About
    due: str


class SheetProblem(TypedDict):
    row: int
    column: str
    message: str


class Imported(TypedDict):
    """What is in a sheet; `taken` once it was taken over."""

    found: int
    problems: list[SheetProblem]
    taken: NotRequired[dict[str, int]]


class DocumentsAhead(TypedDict):
    """How many documents are made before the one that somebody waits for; None where they wait for none."""

    ahead: int | None


class ConsoleActivity(TypedDict):
    """`asks` is what the projector shows before there are results, a page each."""

    kind: str
    minutes: int
    owner: Literal["participant", "team", "private"]
    asks: list[Ask]
    summed: bool
    moderated: bool
    presents: bool
    good: list[str] | None
    extras: list[str]
    results: Json


class ConsoleRunSheet(RunSheet):
    """`name` is what it is called: “Session 2”, “Day 1”."""

    name: str


class Console(TypedDict):
    """What console and projector need beside the room's state; `short` is the address as one reads it out."""

    api: str
    base: str
    join: str
    short: str
    texts: Texts
    sessions: list[ConsoleRunSheet]
    activities: dict[str, ConsoleActivity]
    kinds: dict[str, Texts]


class Opened(TypedDict):
    """An exercise of somebody, with their answer."""

    spec: Json
    texts: Texts
    answer: Json
    version: int
    participant: str
    language: str
    direction: Literal["ltr", "rtl"]


class Page(TypedDict):
    """What a participant's page is told; `participant` tells two at one computer apart."""

    api: str
    participant: str
    session: int | None
    texts: Texts


class LearnerPage(Page):
    """A session's page; `first` is the exercise that stands first on it."""

    base: str
    host: Literal["notebook"]
    first: Opened | None
