"""Certificates, in the database."""

import sqlalchemy as sa

from govcourse.store import protocols, tables
from govcourse.store.base import make_code, now, plain
from govcourse.store.database import Database
from govcourse.store.records import Certificate


class Certificates(protocols.Certificates):
    def __init__(self, database: Database):
        self._database = database

    def issue(self, participant: str, name: str) -> Certificate:
        t = tables.certificates
        with self._database.write() as connection:
            row = connection.execute(sa.select(t).where(t.c.participant == participant)).first()
            if row is None:
                made = Certificate(make_code(10), name, now())
                connection.execute(
                    t.insert().values(code=made.code, participant=participant, name=name, issued=made.issued)
                )
                return made
            connection.execute(t.update().where(t.c.code == row.code).values(name=name))
            return Certificate(row.code, name, row.issued)

    def get(self, code: str) -> Certificate | None:
        t, person, room = tables.certificates, tables.participants.c, tables.rooms.c
        gone = sa.exists().where(
            person.id == t.c.participant, person.room == room.code, room.deleted.is_not(None)
        )
        with self._database.read() as connection:
            row = connection.execute(sa.select(t).where(t.c.code == plain(code), ~gone)).first()
        return Certificate(row.code, row.name, row.issued) if row else None
