"""What rooms are and what they show, in the database."""

import secrets
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from govcourse.json_types import Json
from govcourse.store import protocols, tables
from govcourse.store.base import hashed, make_code, now, plain
from govcourse.store.database import Database
from govcourse.store.errors import RoomGone, explain
from govcourse.store.people import removed
from govcourse.store.records import Room


class Rooms(protocols.Rooms):
    def __init__(self, database: Database):
        self._database = database

    def add(self, title: str, sessions: list[int]) -> tuple[Room, str]:
        secret = secrets.token_urlsafe(32)
        for _ in range(20):
            room = Room(make_code(6), title, sessions)
            try:
                with self._database.write() as connection:
                    connection.execute(
                        tables.rooms.insert().values(
                            code=room.code, title=title, sessions=sessions,
                            facilitator_hash=hashed(secret), created=now(),
                        )
                    )  # fmt: skip
                return room, secret
            except IntegrityError:
                continue
        raise explain(RuntimeError("no free room code"), self._database.place)

    def get(self, code: str) -> Room | None:
        with self._database.read() as connection:
            row = connection.execute(
                sa.select(tables.rooms).where(
                    tables.rooms.c.code == plain(code), tables.rooms.c.deleted.is_(None)
                )
            ).first()
        return _room(row) if row else None

    def all(self) -> list[Room]:
        t = tables.rooms
        query = sa.select(t).where(t.c.deleted.is_(None)).order_by(t.c.created.desc())
        with self._database.read() as connection:
            return [_room(row) for row in connection.execute(query)]

    def change(self, code: str, title: str | None = None, status: str | None = None, **settings: Any) -> Room:
        t = tables.rooms
        with self._database.write() as connection:
            there = sa.select(t).where(t.c.code == code, t.c.deleted.is_(None))
            row = connection.execute(there).one_or_none()
            if row is None:
                raise RoomGone(code)
            values: Json = {"settings": {**row.settings, **settings}}
            values |= {"title": title} if title is not None else {}
            values |= {"status": status} if status is not None else {}
            connection.execute(t.update().where(t.c.code == code).values(**values))
            return _room(connection.execute(sa.select(t).where(t.c.code == code)).one())

    def delete(self, code: str) -> dict[str, int]:
        p, a = tables.participants, tables.answers
        with self._database.write() as connection:
            people = sa.select(p.c.id).where(p.c.room == code)
            answers = connection.execute(a.delete().where(a.c.participant.in_(people))).rowcount
            count = connection.execute(
                sa.select(sa.func.count()).where(p.c.room == code, ~p.c.is_team)
            ).scalar_one()
            connection.execute(p.delete().where(p.c.room == code))
            connection.execute(tables.rooms.delete().where(tables.rooms.c.code == code))
        return {"participants": count, "answers": answers}

    def activities(self, code: str) -> dict[str, Json]:
        t = tables.room_activities.c
        with self._database.read() as connection:
            rows = connection.execute(sa.select(t.activity, t.settings).where(t.room == code))
            return {row.activity: row.settings for row in rows}

    def set_activity(self, code: str, activity: str, settings: Json) -> Json:
        t = tables.room_activities
        here = sa.and_(t.c.room == code, t.c.activity == activity)
        with self._database.write() as connection:
            present = connection.scalar(sa.select(t.c.settings).where(here))
            merged = {**(present or {}), **settings}
            if present is None:
                connection.execute(t.insert().values(room=code, activity=activity, settings=merged))
            else:
                connection.execute(t.update().where(here).values(settings=merged))
        return merged

    def counts(self, code: str) -> Json:
        a, p = tables.answers.c, tables.participants.c
        entered = (
            sa.select(a.activity, p.is_team, sa.func.count())
            .select_from(tables.answers.join(tables.participants))
            .where(p.room == code)
            .group_by(a.activity, p.is_team)
        )
        here = sa.select(p.is_team, sa.func.count()).where(p.room == code).group_by(p.is_team)
        with self._database.read() as connection:
            kept = p.id.not_in(removed(connection, code))
            members = {bool(is_team): count for is_team, count in connection.execute(here.where(kept))}
            rows = [tuple(row) for row in connection.execute(entered.where(kept))]
        answered: dict[str, int] = {}
        for activity, _, count in rows:
            answered[activity] = answered.get(activity, 0) + count
        return {
            "participants": members.get(False, 0),
            "team_count": members.get(True, 0),
            "answered": answered,
            "by_teams": {activity: count for activity, is_team, count in rows if is_team},
        }


def _room(row: Any) -> Room:
    return Room(row.code, row.title, row.sessions, row.status, row.settings)
