"""Participants of rooms and those who learn alone, in the database."""

import secrets
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from govcourse.store import protocols, tables
from govcourse.store.base import hashed, make_code, now, plain
from govcourse.store.database import Database
from govcourse.store.records import Languages, Participant


class People(protocols.People):
    def __init__(self, database: Database):
        self._database = database

    def add(self, room: str | None = None, name: str = "") -> Participant:
        token = secrets.token_urlsafe(32)
        person = Participant(secrets.token_hex(16), room, name, make_code(10), token)
        with self._database.write() as connection:
            connection.execute(
                tables.participants.insert().values(
                    id=person.id, room=room, name=name, resume_code=person.resume_code, created=now()
                )
            )
            connection.execute(tables.tokens.insert().values(hash=hashed(token), participant=person.id))
        return person

    def by_token(self, token: str) -> Participant | None:
        joined = tables.participants.join(tables.tokens)
        return self._find(
            sa.select(tables.participants).select_from(joined).where(tables.tokens.c.hash == hashed(token))
        )

    def resume(self, resume_code: str) -> Participant | None:
        person = self._find(
            sa.select(tables.participants).where(
                tables.participants.c.resume_code == plain(resume_code), ~tables.participants.c.is_team
            )
        )
        if person is None:
            return None
        token = secrets.token_urlsafe(32)
        with self._database.write() as connection:
            connection.execute(tables.tokens.insert().values(hash=hashed(token), participant=person.id))
        return replace(person, token=token)

    def languages(self, room: str) -> dict[str, Languages]:
        p = tables.participants.c
        with self._database.read() as connection:
            rows = connection.execute(sa.select(p.id, p.languages).where(p.room == room)).all()
        return {row.id: Languages(tuple(row.languages[0]), row.languages[1]) for row in rows if row.languages}

    def set_languages(self, id: str, languages: Languages) -> None:
        kept = languages if any(languages) else sa.null()
        with self._database.write() as connection:
            connection.execute(
                tables.participants.update().where(tables.participants.c.id == id).values(languages=kept)
            )

    def set_removed(self, code: str, id: str, gone: bool) -> bool:
        p, t = tables.participants.c, tables.rooms
        with self._database.write() as connection:
            found = connection.scalar(sa.select(p.id).where(p.room == code, p.id == id, ~p.is_team))
            settings = connection.scalar(sa.select(t.c.settings).where(t.c.code == code))
            if found is None or settings is None:
                return False
            others = [one for one in settings.get("removed", []) if one != id]
            changed = {**settings, "removed": [*others, id] if gone else others}
            connection.execute(t.update().where(t.c.code == code).values(settings=changed))
        return True

    def removed(self, code: str) -> list[tuple[str, str]]:
        p = tables.participants.c
        with self._database.read() as connection:
            those = p.id.in_(removed(connection, code))
            rows = connection.execute(sa.select(p.id, p.name).where(p.room == code, those).order_by(p.id))
            return [(row.id, row.name) for row in rows]

    def delete(self, id: str) -> None:
        with self._database.write() as connection:
            connection.execute(tables.participants.delete().where(tables.participants.c.id == id))

    def local(self) -> Participant:
        person = self._find(sa.select(tables.participants).where(tables.participants.c.id == "local"))
        if person:
            return person
        code = make_code(10)
        try:
            with self._database.write() as connection:
                connection.execute(
                    tables.participants.insert().values(
                        id="local", room=None, name="", resume_code=code, created=now()
                    )
                )
        except IntegrityError:  # another notebook was faster
            return self.local()
        return Participant("local", None, "", code)

    def _find(self, query: sa.Select[Any]) -> Participant | None:
        p, room = tables.participants, tables.rooms.c
        gone = sa.exists().where(room.code == p.c.room, room.deleted.is_not(None))
        with self._database.read() as connection:
            row = connection.execute(query.where(~gone)).first()
        if row and row.deleted:  # they stayed away for long, and are here again before it was too late
            with self._database.write() as connection:
                connection.execute(p.update().where(p.c.id == row.id).values(deleted=None))
        return participant(row) if row else None


def removed(connection: sa.Connection, code: str) -> list[str]:
    """The people whom facilitators took out of a room: what they gave is kept, and seen by nobody."""
    t = tables.rooms.c
    settings = connection.scalar(sa.select(t.settings).where(t.code == code)) or {}
    return list(settings.get("removed", []))


def participant(row: Any) -> Participant:
    """Who a row of the table is: a person, or a team."""
    return Participant(row.id, row.room, row.name, row.resume_code, team=row.team)
