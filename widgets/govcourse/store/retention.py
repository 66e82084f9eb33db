"""What is deleted by itself, and when: rooms that nobody used for as long as they say, and learners who stayed away.

A clock may be wrong: at a start, after an empty battery, by a slip of whoever sets it. So nothing goes on the word of
one moment. `tidy` deletes only what has been due for a day by a clock that has gone steadily for as long, from one run
to the next; where more than half of all rooms or learners are due, for two weeks. A copy of the whole store is made first.
"""

import json
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from govcourse.store import archive, tables
from govcourse.store.errors import StoreError, explain
from govcourse.store.store import Store, home

KEEP_ROOM = 365  # days without use, unless a room says otherwise
KEEP_LEARNER = 730  # days without use
KEEP_EMPTY = 7  # days, for a visit that left no answer
KEEP_COPY = timedelta(days=30)  # of a store before a deletion

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
    _forget_copies(store, at, since)
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
    copy = _copy(store, at) if rooms or learners else None
    for code in rooms:
        store.rooms.delete(code)
    return Tidied(rooms, _delete(store, learners) + _delete(store, visits), copy)


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


# ---- copies of a store before a deletion


def _folder(store: Store) -> Path:
    """Beside an SQLite file; for any other database in the course's own folder."""
    return store.database.file.parent if store.database.file else home()


def _name(store: Store) -> str:
    return f"{store.database.file.stem if store.database.file else 'course'}-before-deletion-"


def _copy(store: Store, at: datetime) -> Path:
    """The whole store as a file that only its owner reads. Raises StoreError: then nothing may be deleted."""
    sqlite = store.database.url.get_backend_name() == "sqlite"
    path = _folder(store) / f"{_name(store)}{at:%Y%m%d-%H%M%S}.{'db' if sqlite else 'json'}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise explain(error, str(path)) from error
    try:
        if sqlite:
            with closing(store.database.engine.raw_connection()) as connection:
                connection.execute("VACUUM INTO ?", [str(path)])
        else:
            path.write_text(json.dumps(archive.backup(store), ensure_ascii=False), encoding="utf-8")
    except (OSError, sqlite3.Error, StoreError) as error:
        path.unlink(missing_ok=True)
        raise explain(error, str(path)) from error
    return path


def _forget_copies(store: Store, at: datetime, since: datetime) -> None:
    """What was to be forgotten is not kept in a copy for ever; by a clock that is believed."""
    if at - since < STEADY:
        return
    start = _name(store)
    for path in _folder(store).glob(f"{start}*"):
        try:
            made = datetime.strptime(path.stem.removeprefix(start), "%Y%m%d-%H%M%S")
        except ValueError:
            continue  # a file of somebody's own
        if made + KEEP_COPY <= at:
            path.unlink(missing_ok=True)
