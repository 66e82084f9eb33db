"""What the server tells browsers of rooms and learners: their types in the front end are made of these."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from govcourse.json_types import Json
from govcourse.kinds.moderation import Moderation
from govcourse.kinds.questions import QuestionListed, QuestionShown, QuestionsModerated
from govcourse.kinds.reader import PartRead

Texts = dict[str, str]


Timed = Literal["exercise", "presentation", "break"]


class Timer(TypedDict):
    """A countdown; `ends` in milliseconds since 1970, UTC. `activity` is the exercise that it ends with."""

    ends: int
    seconds: int
    title: str
    of: Timed
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
    another whenever what is shown of its notes or reviews may be; `phase` is the one into which the facilitator took it."""

    id: str
    title: str
    kind: str
    sessions: list[int]
    state: Literal["open", "closed"]
    results: Literal["shown", "hidden"]
    review: Literal["none", "open", "closed"]
    stamp: str
    extras: list[str]
    phase: str | None


class RoomActivityState(ActivityShown):
    """As its facilitators see it; `opened` is when it was last opened (milliseconds since 1970, UTC), `order` that of its bars,
    `texts` how the projector shows what was written."""

    moderation: Moderation
    opened: int | None
    order: Literal["question", "size"]
    texts: Literal["cloud", "list"]


class RoomFacts(TypedDict):
    """What everybody sees of a room; `presents` is a team's id, `presenter` its name; `practice` says that its people are made up.
    `teams` is another whenever who is in which team may be; `questions` says whether people may ask."""

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
    practice: bool
    teams: str
    questions: Literal["closed", "open"]


class RoomShown(RoomFacts):
    """What its participants see of it."""

    activities: list[ActivityShown]


class RoomState(RoomFacts):
    """What its facilitators see of it: also the activity that projectors show, and whose work of a team that presents;
    `questions_shown` says whether they show the room's questions instead, `locked` that nobody new gets in, `removed` who was taken out."""

    shown: str | None
    locked: bool
    removed: list[str]
    questions_shown: bool
    asked: QuestionsModerated
    work: str | None
    screen: Screen | None
    activities: list[RoomActivityState]


class RoomLeft(TypedDict):
    """What somebody is told whom a facilitator took out of the room."""

    code: str
    status: Literal["removed"]


class RoomGone(TypedDict):
    code: str
    status: Literal["deleted"]


class Paced(TypedDict):
    """For how many it goes too fast or too slowly, by their word of the last `minutes`; of those in `few` fewer than five
    said it, and no number is told."""

    fast: int
    slow: int
    few: list[str]
    minutes: int


class Counts(TypedDict):
    """`answered` by activity; `by_teams` of them are teams."""

    participants: int
    team_count: int
    answered: dict[str, int]
    by_teams: dict[str, int]
    pace: Paced


class MyQuestion(TypedDict):
    id: str
    text: str


class MyQuestions(TypedDict):
    """The room's questions, and one's own, whether others see them or not; `votes` are one's own, 1 or -1 by question. `each`
    is how many one may ask, `longest` in how many characters."""

    questions: list[QuestionShown]
    mine: list[MyQuestion]
    votes: dict[str, int]
    each: int
    longest: int


class QuestionsShown(TypedDict):
    """As the stream tells them to participants."""

    questions: list[QuestionShown]


class QuestionsListed(TypedDict):
    """As the stream tells them to facilitators."""

    questions: list[QuestionListed]


class Spoken(TypedDict):
    """Codes of ISO 639: what somebody speaks, and into which one they need interpretation, "" for none."""

    speaks: list[str]
    needs: str


class MyLanguages(Spoken):
    """One's own, and `all` that can be chosen."""

    all: list[str]


class Member(TypedDict):
    id: str
    name: str


class TeamMember(Member, Spoken):
    """With the languages that they named."""


class TeamListed(Member):
    """`work` are the activities that it answered as a team, the last one first; `link` is where it meets, "" for nowhere."""

    members: list[TeamMember]
    work: list[str]
    link: str


class Teams(TypedDict):
    """The teams of a room, who is in none, and who was taken out of the room; `dealt` is how many people were just put into one."""

    teams: list[TeamListed]
    alone: list[TeamMember]
    removed: list[Member]
    dealt: NotRequired[int]


class TeamWork(TypedDict):
    """What a team wrote in an exercise, to be read."""

    activity: str
    title: str
    parts: list[PartRead]


class MyTeam(TypedDict):
    """The team of whoever asks; `names` of those who gave one; `link` is where it meets, "" for nowhere."""

    id: str
    name: str
    size: int
    names: list[str]
    link: str


class DocumentTold(TypedDict):
    """A document that is made for somebody: `file` is its address from one's own place on, `ahead` how many are made before it, `seconds` for how
    long it has been asked for, `usual` how many the last one like it took, `message` why it failed."""

    file: str
    title: str
    state: Literal["waits", "made", "ready", "failed"]
    ahead: int
    seconds: int
    usual: int | None
    message: str


class DocumentsTold(TypedDict):
    """All that is made for somebody, the oldest first."""

    documents: list[DocumentTold]


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
