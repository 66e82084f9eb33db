"""Who leads a room, in the database."""

import secrets
from dataclasses import asdict, fields

import sqlalchemy as sa

from govcourse.store import protocols, tables
from govcourse.store.base import hashed, make_code, now, plain
from govcourse.store.database import Database
from govcourse.store.errors import LinkEnded
from govcourse.store.records import Facilitator

_LISTED = [tables.facilitators.c[one.name] for one in fields(Facilitator)]


class Facilitators(protocols.Facilitators):
    def __init__(self, database: Database):
        self._database = database

    def name(self, code: str, secret: str) -> str | None:
        given, t = hashed(secret), tables.rooms.c
        with self._database.read() as connection:
            first = connection.scalar(sa.select(t.facilitator_hash).where(t.code == plain(code)))
        further = self.find(code, secret)
        if first is not None and secrets.compare_digest(first, given):
            return ""
        return further.name if further else None

    def find(self, code: str, secret: str) -> Facilitator | None:
        given, t = hashed(secret), tables.facilitators.c
        with self._database.read() as connection:
            rows = connection.execute(sa.select(*_LISTED, t.hash).where(t.room == plain(code))).all()
        found = None
        for one in rows:  # all of them, so that the time does not tell which
            if secrets.compare_digest(one.hash, given):
                found = Facilitator(*one[: len(_LISTED)])
        return found

    def holds(self, code: str, secret: str) -> bool:
        return self.name(code, secret) is not None

    def anywhere(self, secret: str) -> bool:
        given, rooms, further = hashed(secret), tables.rooms.c, tables.facilitators.c
        first = sa.select(rooms.code).where(rooms.facilitator_hash == given)
        more = sa.select(further.room).where(further.hash == given)
        with self._database.read() as connection:
            return connection.execute(first.union(more).limit(1)).first() is not None

    def add(self, code: str, name: str, maker: str | None = None) -> tuple[Facilitator, str]:
        made, secret = Facilitator(make_code(10), name, now(), maker), secrets.token_urlsafe(32)
        t = tables.facilitators
        with self._database.write() as connection:
            if maker is not None:  # held until this is written: whoever revokes it then finds both
                its = sa.select(t.c.id).where(t.c.room == code, t.c.id == maker).with_for_update(read=True)
                if connection.scalar(its) is None:
                    raise LinkEnded
            connection.execute(t.insert().values(**asdict(made), room=code, hash=hashed(secret)))
        return made, secret

    def all(self, code: str) -> list[Facilitator]:
        t = tables.facilitators.c
        with self._database.read() as connection:
            rows = connection.execute(sa.select(*_LISTED).where(t.room == code).order_by(t.created))
            return [Facilitator(*row) for row in rows]

    def replace(self, code: str) -> str:
        rooms, secret = tables.rooms, secrets.token_urlsafe(32)
        with self._database.write() as connection:
            connection.execute(tables.facilitators.delete().where(tables.facilitators.c.room == code))
            connection.execute(
                rooms.update().where(rooms.c.code == code).values(facilitator_hash=hashed(secret))
            )
        return secret

    def revoke(self, code: str, id: str, made: bool = False, but: str | None = None) -> list[Facilitator]:
        t, ended = tables.facilitators, []
        with self._database.write() as connection:
            which = t.c.id == id
            while True:  # one generation after the other: what ended makes no more
                gone = t.delete().where(t.c.room == code, which).returning(*_LISTED)
                last = [Facilitator(*row) for row in connection.execute(gone)]
                ended += last
                if not (made and last):
                    return ended
                which = t.c.maker.in_([one.id for one in last])
                if but is not None:
                    which &= t.c.id != but
