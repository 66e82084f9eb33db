"""What is deleted by itself, and when: rooms that nobody used for as long as they say, and learners who stayed away."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from govcourse.store import tables
from govcourse.store.sql import Store

KEEP_ROOM = 365  # days without use, unless a room says otherwise
KEEP_LEARNER = 730  # days without use
KEEP_EMPTY = 7  # days, for a visit that left no answer

P, A = tables.participants.c, tables.answers.c


def last_used(store: Store, code: str) -> datetime:
    """When somebody last joined, saved or led here (UTC). KeyError for a room that is not there."""
    with store._read() as connection:
        made = connection.scalar(sa.select(tables.rooms.c.created).where(tables.rooms.c.code == code))
        if made is None:
            raise KeyError(code)
        joined = tables.answers.join(tables.participants)
        latest = [
            sa.select(sa.func.max(P.created)).where(P.room == code),
            sa.select(sa.func.max(A.changed)).select_from(joined).where(P.room == code),
            sa.select(sa.func.max(tables.acts.c.at)).where(tables.acts.c.room == code),
        ]
        found = [connection.scalar(query) for query in latest]
    return max([made, *(one for one in found if one)])


def due(store: Store, code: str) -> datetime:
    """When the room is deleted if nobody uses it until then (UTC)."""
    keep = store.room(code).settings.get("keep") or KEEP_ROOM
    return last_used(store, code) + timedelta(days=keep)


def expire(store: Store, at: datetime) -> dict:
    """Deletes what is due at `at`: `{"rooms": [codes], "learners": count}`."""
    rooms = [room.code for room in store.rooms() if due(store, room.code) <= at]
    for code in rooms:
        store.delete_room(code)
    return {"rooms": rooms, "learners": _expire_learners(store, at)}


def _expire_learners(store: Store, at: datetime) -> int:
    latest = sa.select(sa.func.max(A.changed)).where(A.participant == P.id).scalar_subquery()
    certified = sa.exists().where(tables.certificates.c.participant == P.id)
    alone = sa.and_(P.room.is_(None), P.id != "local", ~certified)
    stayed_away = latest <= at - timedelta(days=KEEP_LEARNER)
    left_nothing = sa.and_(latest.is_(None), P.created <= at - timedelta(days=KEEP_EMPTY))
    with store._transaction() as connection:
        ids = connection.scalars(sa.select(P.id).where(alone, sa.or_(stayed_away, left_nothing))).all()
        gone = 0
        for first in range(0, len(ids), 500):
            some = ids[first : first + 500]
            gone += connection.execute(tables.participants.delete().where(P.id.in_(some))).rowcount
    return gone
