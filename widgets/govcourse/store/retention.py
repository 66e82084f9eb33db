"""What is deleted by itself, and when: rooms that nobody used for as long as they say, and learners who stayed away.

A clock may be wrong: at a start, after an empty battery, by a slip of whoever sets it. So nothing goes on the word of
one moment. `tidy` deletes only what has been due for a day by a clock that has gone steadily for as long, from one run
to the next; where more than half of all rooms or learners are due, for two weeks. A copy of the whole store is made first.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from govcourse.store import archive, copies, tables
from govcourse.store.store import Store

KEEP_ROOM = 365  # days without use, unless a room says otherwise
KEEP_LEARNER = 730  # days without use
KEEP_EMPTY = 7  # days, for a visit that left no answer

JUMP = timedelta(days=14)  # between two runs: more than a holiday, so the clock is not believed at once
BACK = timedelta(hours=1)  # two servers' clocks may differ
STEADY = timedelta(days=1)  # how long it goes steadily before something is deleted
STEADY_FOR_MUCH = timedelta(days=14)  # and before more than this share of all rooms or learners is
MUCH = 0.5

P, A = tables.participants.c, tables.answers.c


@dataclass(frozen=True)
class Tidied:
    """What a run did: `rooms` and `learners` that went, the `copy` made before, and `waits` in words, where it held back."""

    rooms: list[str] = field(default_factory=list)
    learners: int = 0
    copy: Path | None = None
    waits: str = ""


def last_used(store: Store, code: str) -> datetime:
    """When somebody last joined, saved or led here (UTC). KeyError for a room that is not there."""
    with store.database.read() as connection:
        made: datetime | None = connection.scalar(
            sa.select(tables.rooms.c.created).where(tables.rooms.c.code == code)
        )
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
            sa.select(sa.func.max(tables.acts.c.at)).where(tables.acts.c.room == code),
        ]
        found: list[datetime | None] = [connection.scalar(query) for query in latest]
    return max([made, *(one for one in found if one)])


def due(store: Store, code: str) -> datetime:
    """When the room is deleted if nobody uses it until then (UTC). KeyError for a room that is not there."""
    room = store.rooms.get(code)
    if room is None:
        raise KeyError(code)
    keep = room.settings.get("keep") or KEEP_ROOM
    return last_used(store, code) + timedelta(days=keep)


def tidy(store: Store, at: datetime) -> Tidied:
    """Deletes what was due a day before `at`, the present time, if the clock is to be believed."""
    try:
        since = _steady_since(store, at)
    except IntegrityError:  # another server began at the same moment: it looks after this
        return Tidied()
    rooms, learners, visits = _due(store, at - STEADY)
    if at - since >= STEADY:
        copies.forget(store.database, at)
    if not rooms and not learners and not visits:
        return Tidied()
    all_rooms, all_learners = _all_work(store)
    much = len(rooms) > MUCH * all_rooms or len(learners) > MUCH * all_learners
    needed = STEADY_FOR_MUCH if much else STEADY
    if at - since < needed:
        return Tidied(
            waits=f"rooms {rooms} (of {all_rooms}), learners {len(learners)} (of {all_learners}) and visits {len(visits)} are due, "
            f"but the clock has gone steadily only since {since:%Y-%m-%d %H:%M} UTC; needed for so much: {needed.days} days"
        )
    copy = (
        copies.make(store.database, "before-deletion", at, partial(archive.backup, store))
        if rooms or learners
        else None
    )
    for code in rooms:
        store.rooms.delete(code)
    return Tidied(rooms, _delete(store, learners) + _delete(store, visits), copy)


def copy_daily(store: Store, at: datetime) -> Path | None:
    """A copy of the whole store for this day, unless there is one. Raises StoreError."""
    return copies.daily(store.database, at, partial(archive.backup, store))


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


def _due(store: Store, at: datetime) -> tuple[list[str], list[str], list[str]]:
    """Codes of rooms, and ids of learners and of visits that left no answer."""
    rooms = [room.code for room in store.rooms.all() if due(store, room.code) <= at]
    latest = sa.select(sa.func.max(A.changed)).where(A.participant == P.id).scalar_subquery()
    certified = sa.exists().where(tables.certificates.c.participant == P.id)
    alone = sa.and_(P.room.is_(None), P.id != "local", ~certified)
    stayed_away = latest <= at - timedelta(days=KEEP_LEARNER)
    left_nothing = sa.and_(latest.is_(None), P.created <= at - timedelta(days=KEEP_EMPTY))
    with store.database.read() as connection:
        found = [
            connection.scalars(sa.select(P.id).where(alone, one)).all() for one in (stayed_away, left_nothing)
        ]
    return rooms, list(found[0]), list(found[1])


def _all_work(store: Store) -> tuple[int, int]:
    """How many rooms there are, and learners who have an answer."""
    answered = sa.exists().where(A.participant == P.id)
    learners = sa.select(sa.func.count()).select_from(tables.participants).where(P.room.is_(None), answered)
    with store.database.read() as connection:
        rooms = sa.select(sa.func.count()).select_from(tables.rooms)
        return connection.execute(rooms).scalar_one(), connection.execute(learners).scalar_one()


def _delete(store: Store, ids: list[str]) -> int:
    with store.database.write() as connection:
        return sum(
            connection.execute(
                tables.participants.delete().where(P.id.in_(ids[first : first + 500]))
            ).rowcount
            for first in range(0, len(ids), 500)
        )
