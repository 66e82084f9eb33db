"""What is deleted by itself, and when: rooms that nobody used for as long as they say, and learners who stayed away.

A clock may be wrong: at a start, after an empty battery, by a slip of whoever sets it. So nothing goes on the word of
one moment. `tidy` marks as deleted only what has been due for a day by a clock that has gone steadily for as long, from one
run to the next; where more than half of all rooms or learners are due, for two weeks. What is marked is there for nobody,
and can be brought back. It goes for good after 30 days by a clock that has gone steadily for all of them; a copy of the
whole store is made first. A visit that left no answer has nothing to bring back, and goes without this.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from govcourse.store import archive, copies, tables
from govcourse.store.base import now, plain
from govcourse.store.store import Store

KEEP_ROOM = 365  # days without use, unless a room says otherwise
KEEP_LEARNER = 730  # days without use
KEEP_EMPTY = 7  # days, for a visit that left no answer
GRACE = timedelta(days=30)  # between being marked and going for good

JUMP = timedelta(days=14)  # between two runs: more than a holiday, so the clock is not believed at once
BACK = timedelta(hours=1)  # two servers' clocks may differ
STEADY = timedelta(days=1)  # how long it goes steadily before something is marked
STEADY_FOR_MUCH = timedelta(days=14)  # and before more than this share of all rooms or learners is
MUCH, FEW = 0.5, 3  # of a few, each is more than half

P, A, R = tables.participants.c, tables.answers.c, tables.rooms.c


@dataclass(frozen=True)
class Tidied:
    """What a run did: rooms and learners that were `marked`, and that went for good; the `copy` made before, and `waits` in
    words, where it held back."""

    marked_rooms: list[str] = field(default_factory=list)
    marked_learners: int = 0
    rooms: list[str] = field(default_factory=list)
    learners: int = 0
    copy: Path | None = None
    waits: str = ""


class Marked(NamedTuple):
    """A room that is marked as deleted, since when, and from when on it may go for good."""

    code: str
    title: str
    since: datetime
    goes: datetime


class _Due(NamedTuple):
    """Codes of rooms, and ids of learners and of visits that left no answer."""

    rooms: list[str]
    learners: list[str]
    visits: list[str]


def last_used(store: Store, code: str) -> datetime:
    """When somebody last joined, saved or led here (UTC). KeyError for a room that is not there."""
    with store.database.read() as connection:
        made: datetime | None = connection.scalar(sa.select(R.created).where(R.code == code))
        if made is None:
            raise KeyError(code)
        joined = tables.answers.join(tables.participants)
        reviewed = tables.reviews.join(
            tables.participants, tables.reviews.c.participant == tables.participants.c.id
        )
        latest = [
            sa.select(sa.func.max(P.created)).where(P.room == code),
            sa.select(sa.func.max(A.changed)).select_from(joined).where(P.room == code),
            sa.select(sa.func.max(tables.reviews.c.changed)).select_from(reviewed).where(P.room == code),
            sa.select(sa.func.max(tables.questions.c.asked)).where(tables.questions.c.room == code),
            sa.select(sa.func.max(tables.acts.c.at)).where(tables.acts.c.room == code),
        ]
        found: list[datetime | None] = [connection.scalar(query) for query in latest]
    return max([made, *(one for one in found if one)])


def due(store: Store, code: str) -> datetime:
    """When the room is marked as deleted if nobody uses it until then (UTC). KeyError for a room that is not there."""
    room = store.rooms.get(code)
    if room is None:
        raise KeyError(code)
    keep = room.settings.get("keep") or KEEP_ROOM
    return last_used(store, code) + timedelta(days=keep)


def tidy(store: Store, at: datetime) -> Tidied:
    """Marks what was due a day before `at`, the present time, and deletes what was marked long enough, if the clock is to be
    believed. Raises StoreError."""
    try:
        since = _steady_since(store, at)
    except IntegrityError:  # another server began at the same moment: it looks after this
        return Tidied()
    if at - since >= STEADY:
        copies.forget(store.database, at)
    _bring_back(store, made_after=at + BACK)  # by a clock that was ahead
    rooms, learners = _over(store, at) if at - since >= GRACE else ([], [])
    copy = _copy(store, at) if rooms or learners else None
    for code in rooms:
        store.rooms.delete(code)
    gone = _delete(store, learners, P.deleted.is_not(None))
    found = _due(store, at - STEADY)
    if waits := _waits(store, found, since, at):
        return Tidied(rooms=rooms, learners=gone, copy=copy, waits=waits)
    _mark(store, found, at)
    gone += _delete(store, found.visits, ~sa.exists().where(A.participant == P.id))
    return Tidied(found.rooms, len(found.learners), rooms, gone, copy)


def marked(store: Store) -> tuple[list[Marked], int]:
    """Rooms that are marked as deleted, the first that may go first, and how many learners are."""
    rooms = sa.select(R.code, R.title, R.deleted).where(R.deleted.is_not(None)).order_by(R.deleted, R.code)
    learners = sa.select(sa.func.count()).select_from(tables.participants).where(P.deleted.is_not(None))
    with store.database.read() as connection:
        steady = connection.scalar(sa.select(tables.marks.c.at).where(tables.marks.c.name == "steady since"))
        found = [
            Marked(row.code, row.title, row.deleted, max(row.deleted, steady or row.deleted) + GRACE)
            for row in connection.execute(rooms)
        ]
        return found, connection.execute(learners).scalar_one()


def bring_back(store: Store, code: str) -> bool:
    """Brings back a room that is marked, by its code as people type it, with all that is in it: as if it had just been used. False when
    none is."""
    here = sa.and_(R.code == plain(code), R.deleted.is_not(None))
    with store.database.write() as connection:
        if connection.execute(tables.rooms.update().where(here).values(deleted=None)).rowcount == 0:
            return False
        act = {"room": plain(code), "at": now(), "who": "", "act": "brought back"}
        connection.execute(tables.acts.insert().values(**act))
    return True


def bring_back_learners(store: Store) -> int:
    """Brings back all learners who are marked, and says how many. If they stay away they are marked again."""
    with store.database.write() as connection:
        return connection.execute(
            tables.participants.update().where(P.deleted.is_not(None)).values(deleted=None)
        ).rowcount


def copy_daily(store: Store, at: datetime) -> Path | None:
    """A copy of the whole store for this day, unless there is one. Raises StoreError."""
    return copies.daily(store.database, at, partial(archive.backup, store))


def _copy(store: Store, at: datetime) -> Path:
    return copies.make(store.database, "before-deletion", at, partial(archive.backup, store))


def _steady_since(store: Store, at: datetime) -> datetime:
    """Since when each run came soon after the one before, and not before it. Notes this one."""
    t = tables.marks
    with store.database.write() as connection:
        marks = {row.name: row.at for row in connection.execute(sa.select(t))}
        tidied = marks.get("tidied")
        steady = tidied is not None and tidied - BACK <= at <= tidied + JUMP
        since = marks["steady since"] if steady else at
        for name, moment in (("tidied", at), ("steady since", since)):
            if connection.execute(t.update().where(t.c.name == name).values(at=moment)).rowcount == 0:
                connection.execute(t.insert().values(name=name, at=moment))
    return since


def _due(store: Store, at: datetime) -> _Due:
    rooms = [room.code for room in store.rooms.all() if due(store, room.code) <= at]
    latest = sa.select(sa.func.max(A.changed)).where(A.participant == P.id).scalar_subquery()
    certified = sa.exists().where(tables.certificates.c.participant == P.id)
    alone = sa.and_(P.room.is_(None), P.id != "local", ~certified, P.deleted.is_(None))
    stayed_away = latest <= at - timedelta(days=KEEP_LEARNER)
    left_nothing = sa.and_(latest.is_(None), P.created <= at - timedelta(days=KEEP_EMPTY))
    with store.database.read() as connection:
        learners, visits = (
            list(connection.scalars(sa.select(P.id).where(alone, one))) for one in (stayed_away, left_nothing)
        )
    return _Due(rooms, learners, visits)


def _waits(store: Store, found: _Due, since: datetime, at: datetime) -> str:
    """Why what is due is not marked yet."""
    rooms, learners = _all_work(store)
    much = any(
        len(due) > max(FEW, MUCH * all) for due, all in ((found.rooms, rooms), (found.learners, learners))
    )
    needed = STEADY_FOR_MUCH if much else STEADY
    if not any(found) or at - since >= needed:
        return ""
    return (
        f"rooms {found.rooms} (of {rooms}), learners {len(found.learners)} (of {learners}) and visits {len(found.visits)} are due, "
        f"but the clock has gone steadily only since {since:%Y-%m-%d %H:%M} UTC; needed for so much: {needed.days} days"
    )


def _all_work(store: Store) -> tuple[int, int]:
    """How many rooms there are, and learners who have an answer."""
    answered = sa.exists().where(A.participant == P.id)
    learners = sa.select(sa.func.count()).select_from(tables.participants)
    rooms = sa.select(sa.func.count()).select_from(tables.rooms).where(R.deleted.is_(None))
    with store.database.read() as connection:
        return (
            connection.execute(rooms).scalar_one(),
            connection.execute(learners.where(P.room.is_(None), answered, P.deleted.is_(None))).scalar_one(),
        )


def _mark(store: Store, found: _Due, at: datetime) -> None:
    with store.database.write() as connection:
        for table, key, given in (
            (tables.rooms, R.code, found.rooms),
            (tables.participants, P.id, found.learners),
        ):
            for some in _batches(given):
                connection.execute(table.update().where(key.in_(some)).values(deleted=at))


def _bring_back(store: Store, made_after: datetime) -> None:
    """What was marked at a time that is yet to come."""
    with store.database.write() as connection:
        for table in (tables.rooms, tables.participants):
            connection.execute(table.update().where(table.c.deleted > made_after).values(deleted=None))


def _over(store: Store, at: datetime) -> tuple[list[str], list[str]]:
    """Codes of rooms and ids of learners whose grace is over."""
    with store.database.read() as connection:
        rooms, learners = (
            list(connection.scalars(sa.select(key).where(column <= at - GRACE)))
            for key, column in ((R.code, R.deleted), (P.id, P.deleted))
        )
    return rooms, learners


def _delete(store: Store, ids: list[str], still: sa.ColumnElement[bool]) -> int:
    """Deletes those of whom this is `still` true: they may have come meanwhile."""
    with store.database.write() as connection:
        return sum(
            connection.execute(tables.participants.delete().where(P.id.in_(some), still)).rowcount
            for some in _batches(ids)
        )


def _batches(given: list[str]) -> list[list[str]]:
    return [given[first : first + 500] for first in range(0, len(given), 500)]
