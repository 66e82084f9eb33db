"""What the store gives: rooms, people, certificates."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from govcourse.json_types import Json

Status = Literal["open", "ended", "archived"]


@dataclass(frozen=True)
class Room:
    code: str
    title: str
    sessions: list[int]
    status: Status = "open"  # or "ended": nothing is saved any more; or "archived": that, and out of the list
    settings: Json = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.settings.get("language") or "en"

    @property
    def closed(self) -> bool:
        return self.status != "open"


@dataclass(frozen=True)
class Participant:
    """`room` is None for somebody who learns alone; `token` is known only when it was just made.

    A team is a participant too: it owns the answers that its members enter together.
    """

    id: str
    room: str | None
    name: str
    resume_code: str
    token: str | None = None
    team: str | None = None


@dataclass(frozen=True)
class Certificate:
    """`issued` is a UTC time without zone."""

    code: str
    name: str
    issued: datetime


@dataclass(frozen=True)
class Team:
    """`members` are ids and names, in the order in which they came."""

    id: str
    name: str
    members: list[tuple[str, str]]
    link: str = ""  # where it meets, away from the room


class Languages(NamedTuple):
    """Codes of ISO 639: what somebody `speaks`, and into which one they `need` interpretation, "" for none."""

    speaks: tuple[str, ...] = ()
    needs: str = ""

    @property
    def own(self) -> str:
        """The one in which they understand others best; "" where they said none."""
        return self.needs or next(iter(self.speaks), "")


@dataclass(frozen=True)
class Question:
    """What `author` asked (UTC, without zone), with how many are for it (`up`) and against (`down`)."""

    id: str
    author: str
    text: str
    asked: datetime
    answered: bool
    up: int
    down: int


@dataclass(frozen=True)
class Review:
    """What `reviewer` was dealt, the work of `author`, and their review of it; version 0 before they wrote any."""

    id: str
    reviewer: str
    author: str
    document: Json
    version: int


@dataclass(frozen=True)
class Facilitator:
    """Whoever has a link of their own to a room's console; `maker` is the id of the link by which it was made, None for the
    room's first link and the server's token."""

    id: str
    name: str
    created: datetime
    maker: str | None = None


class CountryFigure(NamedTuple):
    """One figure of a publisher: `source` is the index, `edition` its year, `country` an ISO code of three letters."""

    source: str
    edition: int
    country: str
    measure: str
    value: float


class CountryMean(NamedTuple):
    """The unweighted mean of a measure in an edition, of the `n` countries that have it."""

    edition: int
    measure: str
    value: float
    n: int


class LoadedEdition(NamedTuple):
    """An edition of an index that is in the store, with how many countries."""

    source: str
    edition: int
    countries: int
