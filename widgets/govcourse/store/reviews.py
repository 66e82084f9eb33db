"""Reviews by others of a room, in the database: whose work is dealt to whom, and what they say of it."""

import secrets
from collections.abc import Sequence

import sqlalchemy as sa

from govcourse.json_types import Json
from govcourse.store import protocols, tables
from govcourse.store.base import now
from govcourse.store.database import Database
from govcourse.store.errors import Stale
from govcourse.store.people import removed
from govcourse.store.records import Review

T = tables.reviews.c


class Reviews(protocols.Reviews):
    def __init__(self, database: Database):
        self._database = database

    def deal(self, code: str, activity: str, reviewer: str, among: Sequence[str], have: int) -> bool:
        with self._database.write() as connection:
            # PostgreSQL has several writers at a time: those of one room come one after the other.
            rooms = tables.rooms.c
            connection.execute(sa.select(rooms.code).where(rooms.code == code).with_for_update())
            rows = connection.execute(
                sa.select(T.participant, T.author).where(T.activity == activity, T.author.in_(among))
            ).all()
            own = {row.author for row in rows if row.participant == reviewer}
            left = [one for one in among if one not in own]
            if len(own) > have or not left:
                return False
            author = min(left, key=lambda one: sum(row.author == one for row in rows))
            connection.execute(
                tables.reviews.insert().values(
                    id=secrets.token_hex(16), participant=reviewer, activity=activity, author=author,
                    document={}, version=0, dealt=now(), changed=now(),
                )
            )  # fmt: skip
            return True

    def of_room(self, code: str, activity: str) -> list[Review]:
        joined = tables.reviews.join(tables.participants, T.participant == tables.participants.c.id)
        query = (
            sa.select(T.id, T.participant, T.author, T.document, T.version)
            .select_from(joined)
            .where(tables.participants.c.room == code, T.activity == activity)
            .order_by(T.dealt, T.id)
        )
        with self._database.read() as connection:
            kept = T.participant.not_in(removed(connection, code))
            return [Review(*row) for row in connection.execute(query.where(kept))]

    def save(self, id: str, document: Json, version: int) -> int:
        with self._database.write() as connection:
            done = connection.execute(
                tables.reviews.update()
                .where(T.id == id, T.version == version)
                .values(document=document, version=version + 1, changed=now())
            )
            if done.rowcount == 1:
                return version + 1
            row = connection.execute(sa.select(T.document, T.version).where(T.id == id)).first()
        raise Stale(*(row or ({}, 0)))
