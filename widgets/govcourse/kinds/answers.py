"""What the answers of all kinds share: strict models, common fields, and one error that names the field."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from govcourse import content
from govcourse.content.for_people import FOR_PEOPLE
from govcourse.json_types import Json
from govcourse.text import cleaned

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
    """An answer that its activity does not allow: `field` is a dotted path, and `key` the text that says why, filled with `values`.

    It is a text of the catalogue's `refusals`, or of the group that the key names, as "tally.too_few" does. A number is `count`
    where the text has forms by number.
    """

    def __init__(self, field: str, key: str, **values: str | int | float):
        self.field, self.key, self.values = field, key, values
        super().__init__(field, key)

    def said(self, language: str = "en") -> str:
        """Why, for people; in the edition's language unless another is asked for."""
        group, _, name = self.key.rpartition(".")
        text: str = content.texts(language).get(group or "refusals", {}).get(name, name)
        return text.format(**self.values)

    @property
    def message(self) -> str:
        return self.said()

    def told(self) -> Json:
        """As a view gets it: it says the text in its own language where it has it, else `message`."""
        return {"field": self.field, "message": self.message, "key": self.key, "values": self.values}

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


A = TypeVar("A", bound=AnswerModel)
# By pydantic's type of a problem, the text that says it. runtime/schema.ts has the same by the keywords of a schema.
SAID = {
    "missing": "missing",
    "extra_forbidden": "unknown_field",
    "string_too_long": "too_long",
    "too_long": "too_many",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
}
NUMBERS = {
    "max_length": "count",
    "ge": "limit",
    "le": "limit",
}  # what a text calls the limit that pydantic names


def parsed(model: type[A], document: object) -> A:
    """What was given as an answer of this model, its texts cleaned. Raises AnswerError with the first field that does not fit."""
    try:
        return model.model_validate(cleaned(document))
    except ValidationError as error:
        raise _refused(error.errors()[0]) from None
    except RecursionError:
        raise AnswerError("", "too_deep") from None


def _refused(problem: Mapping[str, Any]) -> AnswerError:
    field, kind, given = ".".join(map(str, problem["loc"])), str(problem["type"]), problem.get("ctx", {})
    if isinstance(rule := given.get("error"), AnswerError):  # a rule of the model itself
        return AnswerError(".".join(filter(None, (field, rule.field))), rule.key, **rule.values)
    key = SAID.get(kind) or ("wrong_type" if kind.endswith("_type") or kind in NO_NUMBER else "wrong_value")
    return AnswerError(field, key, **{NUMBERS[name]: one for name, one in given.items() if name in NUMBERS})


NO_NUMBER = ("int_from_float", "finite_number")


def unknown(field: str, given: Iterable[str], allowed: Iterable[str]) -> None:
    """Raises AnswerError for the first of `given` that is not in `allowed`."""
    allowed = set(allowed)
    for name in given:
        if name not in allowed:
            raise AnswerError(f"{field}.{name}", "unknown_entry")


def unique(field: str, items: Iterable[WithId]) -> None:
    """Raises AnswerError when two of `items` share an id."""
    seen = set()
    for index, item in enumerate(items):
        if item.id in seen:
            raise AnswerError(f"{field}.{index}.id", "same_id")
        seen.add(item.id)


def known_moves(moves: Iterable[Move], stages: Iterable[str]) -> None:
    """Raises AnswerError for moves of one id, or to a stage that there is not."""
    moves, stages = list(moves), set(stages)
    unique("moves", moves)
    for index, move in enumerate(moves):
        if move.to not in stages:
            raise AnswerError(f"moves.{index}.to", "no_stage")


def at_most(field: str, found: int, limit: int, key: str = "too_many") -> None:
    """Raises AnswerError, with `key`, for more than there may be; where there may be nothing, it says that."""
    if found > limit:
        raise AnswerError(field, key, count=limit) if limit else AnswerError(field, "nothing_here")


def budget(field: str, votes: Iterable[int], limit: int) -> None:
    """Raises AnswerError when more dots were given than there are."""
    at_most(field, sum(votes), limit, "dots_most")


def words(text: object) -> str:
    """Text as it counts: None and blanks are nothing."""
    return text.strip() if isinstance(text, str) else ""
