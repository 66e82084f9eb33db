"""What the answers of all kinds share: strict models, common fields, and one error that names the field."""

from collections.abc import Iterable
from typing import Annotated, Protocol

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from govcourse.content.for_people import FOR_PEOPLE

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,40}$")]
Line = Annotated[str, StringConstraints(max_length=300), FOR_PEOPLE]
Long = Annotated[str, StringConstraints(max_length=3000), FOR_PEOPLE]
Date = Annotated[
    str, StringConstraints(pattern=r"^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$")
]  # ISO, or ""; no digits of other scripts, which a browser and documents do not read


class AnswerModel(BaseModel):
    """Part of an answer. Unknown fields are refused, numbers are not made of text."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Judged(AnswerModel):
    """An answer to an open exercise: `judged` is which of the activity's three `good` its author finds it most like, 0 for none."""

    judged: Annotated[int, Field(ge=0, le=3)] = 0


class Origin(AnswerModel):
    """Where a copy came from: an entry of another of the learner's own exercises."""

    activity: Id
    entry: Annotated[str, StringConstraints(max_length=120)]


class Note(AnswerModel):
    """A short text on a board; `x` and `y` in per cent of it, `colour` one of six."""

    id: Id
    text: Annotated[str, StringConstraints(max_length=1000), FOR_PEOPLE] = ""
    author: Annotated[str, StringConstraints(max_length=100), FOR_PEOPLE] = ""
    colour: Annotated[int, Field(ge=0, le=5)] = 0
    x: Annotated[float, Field(ge=0, le=100)] = 0
    y: Annotated[float, Field(ge=0, le=100)] = 0
    group: Annotated[str, StringConstraints(max_length=40)] = ""
    tag: Annotated[str, StringConstraints(max_length=40)] = ""
    votes: Annotated[int, Field(ge=0, le=20)] = 0
    chosen: bool = False
    origin: Origin | None = None


class Group(AnswerModel):
    id: Id
    title: Line = ""


class Move(AnswerModel):
    """A step to stage `to`; going back says why."""

    id: Id
    to: Id
    why: Long = ""
    date: Date = ""


class WithId(Protocol):
    id: str


class AnswerError(ValueError):
    """An answer that its activity does not allow: `field` is a dotted path, `message` is for people."""

    def __init__(self, field: str, message: str):
        self.field, self.message = field, message
        super().__init__(f"{field}: {message}" if field else message)


def unknown(field: str, given: Iterable[str], allowed: Iterable[str]) -> None:
    """Raises AnswerError for the first of `given` that is not in `allowed`."""
    allowed = set(allowed)
    for name in given:
        if name not in allowed:
            raise AnswerError(f"{field}.{name}", "this activity has no such entry")


def unique(field: str, items: Iterable[WithId]) -> None:
    """Raises AnswerError when two of `items` share an id."""
    seen = set()
    for index, item in enumerate(items):
        if item.id in seen:
            raise AnswerError(f"{field}.{index}.id", "two entries have the same id")
        seen.add(item.id)


def known_moves(moves: Iterable[Move], stages: Iterable[str]) -> None:
    """Raises AnswerError for moves of one id, or to a stage that there is not."""
    moves, stages = list(moves), set(stages)
    unique("moves", moves)
    for index, move in enumerate(moves):
        if move.to not in stages:
            raise AnswerError(f"moves.{index}.to", "there is no such stage")


def budget(field: str, votes: Iterable[int], limit: int) -> None:
    """Raises AnswerError when more dots were given than there are."""
    if sum(votes) > limit:
        raise AnswerError(field, f"there are {limit} dots to give")


def words(text: object) -> str:
    """Text as it counts: None and blanks are nothing."""
    return text.strip() if isinstance(text, str) else ""
