"""How an answer is read back, said once as data: its parts, what counts as done, what it offers. reader.py reads it.

An outline is JSON. A *value* in it is text as it is, or one of the forms below, worked out for an answer:

- `at`: what stands at a path. "a/b" starts at the entry that is looked at, "^a" at the one around it, "/a" at the whole
  answer, "@a" at what the kind's `derived` works out. `{id}` is that field of the entry that is looked at, `*` all of a
  list; an entry of a list is also found by its id. "#" is the place of the entry among the others, from 1.
- `say`: a text of the catalogue, with values in it. `join`: what is not empty of several values. `when`: one or the other.
- `every`, `some`: whether all, or any, of several values say something.

`each` takes the entries at a path, or with "$name" those of one of the outline's own `tables`.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NotRequired, Protocol, Unpack, final

from typing_extensions import TypedDict


class Shown(TypedDict, total=False):
    """`of` is the table that gives the title of an id; `places` rounds a number (halves go up); `repeat` says it by signs."""

    of: str
    places: int
    repeat: str
    default: float


# Final, so that the key that a form has says which form it is.
@final
class Read(Shown):
    at: str


@final
class Say(TypedDict):
    say: str
    values: NotRequired[dict[str, "Value"]]


@final
class Join(TypedDict):
    join: list["Value"]
    by: str


@final
class Choice(TypedDict):
    when: "Value"
    then: "Value"
    otherwise: "Value"


@final
class Every(TypedDict):
    every: list["Value"]


@final
class Some(TypedDict):
    some: list["Value"]


Value = str | Read | Say | Join | Choice | Every | Some


class Line(TypedDict):
    """A line of a part: one, or one for `each` entry, where `when` says something. A line without a text is left out."""

    text: Value
    label: NotRequired[Value]
    image: NotRequired[Value]  # an address of data
    each: NotRequired[str]
    when: NotRequired[Value]


class Part(TypedDict):
    """A heading with its lines, or one for `each` entry."""

    lines: list[Line]
    title: NotRequired[Value]
    each: NotRequired[str]
    when: NotRequired[Value]


class Count(TypedDict):
    """What counts as done: one thing, or `each` entry that passes `check`; `enough` of them are all that is asked."""

    check: Value
    each: NotRequired[str]
    enough: NotRequired[int]


class Kept(TypedDict, total=False):
    """What goes along as it is, by names that kinds share; who takes it keeps what it has room for."""

    evidence: Value
    owner: Value
    principles: Value
    sdgs: Value
    steps: Value


class Feed(TypedDict):
    """What other exercises can take over. With `by` the largest come first, and those with 0 only where there are no others."""

    id: Value
    name: Value
    note: NotRequired[Value]
    keeps: NotRequired[Kept]
    each: NotRequired[str]
    when: NotRequired[Value]
    by: NotRequired[Value]


class Entry(TypedDict):
    """What stands in a table."""

    id: str | int
    title: str


class ShownOutline(TypedDict):
    """`facts` are what `derived` needs to know of the activity; `nothing` is the text's key where nothing is offered yet.

    `names` is what people call a field of the answer that is refused, by its path, where no line says it: "goals/*/end", after "goals/*".
    In it "#" is the place in a list, and `id` the key of a mapping.
    """

    parts: list[Part]
    done: list[Count]
    feeds: NotRequired[list[Feed]]
    tables: NotRequired[dict[str, list[Entry]]]
    facts: NotRequired[Mapping[str, object]]
    names: NotRequired[dict[str, Value]]
    nothing: NotRequired[str]


class Outline(ShownOutline):
    """`paper` are the questions that paper leaves room for; a browser does not get them."""

    paper: NotRequired[list[str]]


def at(path: str, **shown: Unpack[Shown]) -> Read:
    return {"at": path, **shown}


def say(key: str, **values: Value) -> Say:
    return {"say": key, "values": values} if values else {"say": key}


def join(*values: Value, by: str = "; ") -> Join:
    return {"join": list(values), "by": by}


def choice(when: Value, then: Value, otherwise: Value = "") -> Choice:
    return {"when": when, "then": then, "otherwise": otherwise}


def either(value: Value, otherwise: Value) -> Choice:
    """The value, where it says something."""
    return choice(value, value, otherwise)


def every(*values: Value) -> Every:
    return {"every": list(values)}


def some(*values: Value) -> Some:
    return {"some": list(values)}


class WithTitle(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


def table(entries: Iterable[WithTitle]) -> list[Entry]:
    """Ids and titles of entries, as `of` and "$name" look them up."""
    return [{"id": one.id, "title": one.title} for one in entries]


def sayings(node: Any) -> set[str]:
    """The keys of the catalogue that an outline uses."""
    if isinstance(node, dict):
        own = {node[name] for name in ("say", "nothing") if isinstance(node.get(name), str)}
        return own.union(*map(sayings, node.values()))
    return set().union(*map(sayings, node)) if isinstance(node, list) else set()
