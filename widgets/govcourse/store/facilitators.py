"""Who leads a room, in the database."""

import secrets

import sqlalchemy as sa

from govcourse.store import protocols, tables
from govcourse.store.base import hashed, make_code, now, plain
from govcourse.store.database import Database
from govcourse.store.records import Facilitator


class Facilitators(protocols.Facilitators):
    def __init__(self, database: Database):
        self._database = database

    def name(self, code: str, secret: str) -> str | None:
        given, t = hashed(secret), tables.facilitators.c
        with self._database.read() as connection:
            first = connection.scalar(
                sa.select(tables.rooms.c.facilitator_hash).where(tables.rooms.c.code == plain(code))
            )
            further = connection.execute(sa.select(t.hash, t.name).where(t.room == plain(code))).all()
        found = None
        if first is not None and secrets.compare_digest(first, given):
            found = ""
        for one in further:  # all of them, so that the time does not tell which
            if secrets.compare_digest(one.hash, given):
                found = one.name
        return found

    def holds(self, code: str, secret: str) -> bool:
        return self.name(code, secret) is not None

    def anywhere(self, secret: str) -> bool:
        given, rooms, further = hashed(secret), tables.rooms.c, tables.facilitators.c
        first = sa.select(rooms.code).where(rooms.facilitator_hash == given)
        more = sa.select(further.room).where(further.hash == given)
        with self._database.read() as connection:
            return connection.execute(first.union(more).limit(1)).first() is not None

    def add(self, code: str, name: str) -> tuple[Facilitator, str]:
        made, secret = Facilitator(make_code(10), name, now()), secrets.token_urlsafe(32)
        with self._database.write() as connection:
            connection.execute(
                tables.facilitators.insert().values(
                    id=made.id, room=code, name=name, hash=hashed(secret), created=made.created
                )
            )
        return made, secret

    def all(self, code: str) -> list[Facilitator]:
        t = tables.facilitators.c
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(t.id, t.name, t.created).where(t.room == code).order_by(t.created)
            )
            return [Facilitator(row.id, row.name, row.created) for row in rows]

    def replace(self, code: str) -> str:
        rooms, secret = tables.rooms, secrets.token_urlsafe(32)
        with self._database.write() as connection:
            connection.execute(tables.facilitators.delete().where(tables.facilitators.c.room == code))
            connection.execute(
                rooms.update().where(rooms.c.code == code).values(facilitator_hash=hashed(secret))
            )
        return secret

    def revoke(self, code: str, id: str) -> bool:
        t = tables.facilitators
        with self._database.write() as connection:
            return connection.execute(t.delete().where(t.c.room == code, t.c.id == id)).rowcount == 1
