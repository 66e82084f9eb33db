"""Tables of many people's answers, and how many gave what: what too few of them gave is held back."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from pydantic_core import to_json

from govcourse import content
from govcourse.content.activity import ActivityBase
from govcourse.json_types import Json
from govcourse.kinds.access import SMALLEST
from govcourse.kinds.tables import Cell, Codebook, Column, Row, Table


@dataclass(frozen=True)
class RoomTable:
    """A table of many answers to an activity: as that of one, with the respondent's number before each row."""

    activity: str
    name: str
    title: str
    columns: tuple[Column, ...]
    rows: list[Row]


def of_room(id: str, answers: Sequence[Json], language: str = "en", least: int = SMALLEST) -> list[RoomTable]:
    """The tables of many answers to an activity, whose texts are clean (`text.cleaned`); without answers, without rows.

    Of what each gave for themselves there is no cell that fewer than `least` gave for the same question, also where others
    answered the rest. What teams made speaks for the team.
    """
    from govcourse import kinds

    activity = content.activity(id)
    # In an order of its own, so that a row's number says nothing about other activities.
    ordered = sorted(answers, key=lambda answer: hashlib.sha256(id.encode() + to_json(answer)).digest())
    respondent = Codebook(activity.kind, language).column("respondent", "Int64")
    return [
        RoomTable(id, one.name, one.title, *of_many(one, ordered, respondent, _fewest(activity, least)))
        for one in kinds.tables(id, language)
    ]


def _fewest(activity: ActivityBase, least: int) -> int:
    return 1 if activity.owner == "team" else least


def of_many(
    table: Table, answers: Sequence[Json], respondent: Column, least: int = 1
) -> tuple[tuple[Column, ...], list[Row]]:
    """The rows of many people, who are numbered from 1, without what is personal.

    What fewer than `least` people gave is left out: for each key the columns that too few filled in, then what is worked
    out from them, then rows that say nothing more.
    """
    rows = [(number, *row) for number, answer in enumerate(answers, 1) for row in table.rows(answer)]
    columns = (respondent, *table.columns)
    shown = _held_back(columns, rows, least) if least > 1 else rows
    kept = [place for place, column in enumerate(columns) if not column.personal]
    if len(kept) < len(columns):
        shown = [tuple(row[place] for place in kept) for row in shown]
    return tuple(columns[place] for place in kept), shown


def _held_back(columns: Sequence[Column], rows: list[Row], least: int) -> list[Row]:
    places = {column.name: place for place, column in enumerate(columns)}
    keys = [place for place, column in enumerate(columns) if column.key]
    worked_out = {
        place: {places[name] for name in column.of} for place, column in enumerate(columns) if column.of
    }
    given = [place for place, column in enumerate(columns) if place and not column.key and not column.of]
    groups: dict[Row, list[int]] = {}
    key_of, given_of = _picked(keys), _picked(given)
    for number, row in enumerate(rows):
        groups.setdefault(key_of(row), []).append(number)
    shown = rows.copy()
    for numbers in groups.values():
        some = [rows[number] for number in numbers]
        few = {place for place in given if _few(some, place, least)}
        if few:
            some = [
                _without(row, few | {p for p, of in worked_out.items() if _lost(row, of & few)})
                for row in some
            ]
        if unsure := {place for place in worked_out if _few(some, place, least)}:
            some = [_without(row, unsure) for row in some]
        if few or unsure:
            for number, row in zip(numbers, some, strict=True):
                shown[number] = row
    nothing = (None,) * len(given)
    return [row for row in shown if given_of(row) != nothing]


def _picked(places: list[int]) -> Callable[[Row], Row]:
    """What stands at some places of a row; `itemgetter` alone gives no tuple of one or none."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda row: tuple([row[place] for place in places])


def _few(rows: list[Row], place: int, least: int) -> bool:
    """Whether some filled a column in, but fewer than `least`; the respondent stands first in a row."""
    who: set[Cell] = set()
    for row in rows:
        if row[place] is not None:
            who.add(row[0])
            if len(who) >= least:
                return False
    return bool(who)


def _lost(row: Row, places: set[int]) -> bool:
    return any(row[place] is not None for place in places)


def _without(row: Row, places: set[int]) -> Row:
    return tuple([None if place in places else value for place, value in enumerate(row)])


# ---- how many gave what

Counted = tuple[str, str, int]  # a group, a value, and how many rows have both
Cells = dict[str, list[Cell]]  # the respondents of rows, by what stands in them


def counted(
    table: RoomTable, column: str, by: str | None = None, language: str = "en", least: int = SMALLEST
) -> list[Counted]:
    """How many rows have each value of `column`, in each group of `by`; without it there is one group, "".

    No number is of fewer than `least` people, and none that is follows by subtraction, here or between the counts of several columns: values that fewer
    gave are counted together, with the next rarest until they are enough, and so are groups in which fewer gave one of them. What
    was not given counts as a value, so that all counts have the same whole. Nothing is counted of fewer people in all. What teams
    made speaks for the team. Raises KeyError for a column that there is not.
    """
    activity = content.activity(table.activity)
    least, book = _fewest(activity, least), Codebook(activity.kind, language)
    values = _classes(table, column, book, least)
    groups = _classes(table, by, book, least) if by else [""] * len(table.rows)
    who = [row[0] for row in table.rows]
    if len(set(who)) < least:
        return []
    cells: dict[str, Cells] = {}
    for group, value, one in zip(groups, values, who, strict=True):
        cells.setdefault(group, {}).setdefault(value, []).append(one)
    rest = book.said("rest")
    for group in _together(cells, least):
        for value, some in cells.pop(group).items():
            cells.setdefault(rest, {}).setdefault(value, []).extend(some)
    order = {name: place for place, name in enumerate(_ordered(table, column, values, rest))}
    names = _ordered(table, by, groups, rest) if by else [""]
    return [
        (group, value, len(cells[group][value]))
        for group in [*(one for one in names if one != rest), rest]
        for value in sorted(cells.get(group, {}), key=order.__getitem__)
    ]


def _classes(table: RoomTable, column: str, book: Codebook, least: int) -> list[str]:
    """What stands in each row's column, in words; what too few gave is one."""
    said, gave = [_said(row[_place(table, column)], book) for row in table.rows], dict[str, Cells]()
    for row, one in zip(table.rows, said, strict=True):
        gave.setdefault(one, {}).setdefault("", []).append(row[0])
    rare = _together(gave, least)
    return [book.said("rest") if one in rare else one for one in said]


def _together(cells: dict[str, Cells], least: int) -> set[str]:
    """The groups that are counted as one: those in which fewer than `least` gave something, and the smallest until none is left."""
    found = {group for group, some in cells.items() if _rare(some.values(), least)}
    sizes = {group: len(set().union(*some.values())) for group, some in cells.items()}
    left = sorted(cells.keys() - found, key=lambda group: (sizes[group], group))
    while found and left:
        gave: Cells = {}
        for group in found:
            for value, who in cells[group].items():
                gave.setdefault(value, []).extend(who)
        if not _rare(gave.values(), least):
            break
        found.add(left.pop(0))
    return found


def _rare(some: Iterable[list[Cell]], least: int) -> bool:
    return any(len(set(who)) < least for who in some)


def _ordered(table: RoomTable, column: str, found: list[str], rest: str) -> list[str]:
    """As the codebook orders them, numbers by size, else the most frequent first; what is counted together comes last."""
    one, often = table.columns[_place(table, column)], Counter(found)
    listed = {name: place for place, name in enumerate(one.categories)}
    numbers = one.dtype in ("Int64", "Float64")

    def key(name: str) -> tuple[object, ...]:
        size = _number(name) if numbers else None
        return (name == rest, numbers and size is None, size or 0, listed.get(name, len(listed)), -often[name], name)  # fmt: skip

    return sorted(often, key=key)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _place(table: RoomTable, column: str) -> int:
    names = [one.name for one in table.columns]
    if column not in names:
        raise KeyError(
            f"“{table.activity}” has no column “{column}” in “{table.name}”. It has: {', '.join(names)}."
        )
    return names.index(column)


def _said(value: Cell, book: Codebook) -> str:
    match value:
        case None:
            return book.said("missing")
        case bool():
            return book.said("yes" if value else "no")
        case float() | int():
            return f"{value:.12g}"
    return value
