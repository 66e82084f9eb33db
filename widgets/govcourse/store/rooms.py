"""The store's part for rooms: what they are, who leads them, what they show."""

import secrets
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from govcourse import content
from govcourse.json_types import Json
from govcourse.store import tables
from govcourse.store.base import hashed, make_code, now, plain
from govcourse.store.database import Database
from govcourse.store.errors import explain
from govcourse.store.records import Facilitator, Room


class Rooms(Database):
    def add_room(self, title: str, sessions: list[int]) -> tuple[Room, str]:
        """The room and its facilitator's secret, which is not stored in the clear."""
        secret = secrets.token_urlsafe(32)
        for _ in range(20):
            room = Room(make_code(6), title, sessions)
            try:
                with self._transaction() as connection:
                    connection.execute(
                        tables.rooms.insert().values(
                            code=room.code, title=title, sessions=sessions,
                            facilitator_hash=hashed(secret), created=now(),
                        )
                    )  # fmt: skip
                return room, secret
            except IntegrityError:
                continue
        raise explain(RuntimeError("no free room code"), self.place)

    def room(self, code: str) -> Room | None:
        with self._read() as connection:
            row = connection.execute(
                sa.select(tables.rooms).where(tables.rooms.c.code == plain(code))
            ).first()
        return _room(row) if row else None

    def rooms(self) -> list[Room]:
        """All rooms, the newest first."""
        with self._read() as connection:
            return [
                _room(row)
                for row in connection.execute(sa.select(tables.rooms).order_by(tables.rooms.c.created.desc()))
            ]

    def change_room(
        self, code: str, title: str | None = None, status: str | None = None, **settings: Any
    ) -> Room:
        """Sets what is given; of `settings` only those named. KeyError without such a room."""
        t = tables.rooms
        with self._transaction() as connection:
            row = connection.execute(sa.select(t).where(t.c.code == code)).one_or_none()
            if row is None:
                raise KeyError(code)
            values: Json = {"settings": {**row.settings, **settings}}
            values |= {"title": title} if title is not None else {}
            values |= {"status": status} if status is not None else {}
            connection.execute(t.update().where(t.c.code == code).values(**values))
            return _room(connection.execute(sa.select(t).where(t.c.code == code)).one())

    def delete_room(self, code: str) -> dict[str, int]:
        """Deletes a room with everything in it, and says how much that was."""
        p, a = tables.participants, tables.answers
        with self._transaction() as connection:
            people = sa.select(p.c.id).where(p.c.room == code)
            answers = connection.execute(a.delete().where(a.c.participant.in_(people))).rowcount
            count = connection.execute(
                sa.select(sa.func.count()).where(p.c.room == code, ~p.c.is_team)
            ).scalar_one()
            connection.execute(p.delete().where(p.c.room == code))
            connection.execute(tables.rooms.delete().where(tables.rooms.c.code == code))
        return {"participants": count, "answers": answers}

    # ---- facilitators

    def facilitator(self, code: str, secret: str) -> str | None:
        """The name of whoever holds this secret of the room, "" for its first link; None for nobody."""
        given, t = hashed(secret), tables.facilitators.c
        with self._read() as connection:
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

    def is_facilitator(self, code: str, secret: str) -> bool:
        return self.facilitator(code, secret) is not None

    def add_facilitator(self, code: str, name: str) -> tuple[Facilitator, str]:
        """A further facilitator, and the secret of their link."""
        made, secret = Facilitator(make_code(10), name, now()), secrets.token_urlsafe(32)
        with self._transaction() as connection:
            connection.execute(
                tables.facilitators.insert().values(
                    id=made.id, room=code, name=name, hash=hashed(secret), created=made.created
                )
            )
        return made, secret

    def facilitators(self, code: str) -> list[Facilitator]:
        t = tables.facilitators.c
        with self._read() as connection:
            rows = connection.execute(
                sa.select(t.id, t.name, t.created).where(t.room == code).order_by(t.created)
            )
            return [Facilitator(row.id, row.name, row.created) for row in rows]

    def revoke_facilitator(self, code: str, id: str) -> bool:
        t = tables.facilitators
        with self._transaction() as connection:
            return connection.execute(t.delete().where(t.c.room == code, t.c.id == id)).rowcount == 1

    def record(self, code: str, who: str, act: str) -> None:
        """Writes an act of a facilitator into the log."""
        with self._transaction() as connection:
            connection.execute(tables.acts.insert().values(room=code, at=now(), who=who[:100], act=act[:300]))

    def acts(self, code: str) -> list[Json]:
        """The log of a room, newest first."""
        t = tables.acts.c
        with self._read() as connection:
            rows = connection.execute(
                sa.select(t.at, t.who, t.act).where(t.room == code).order_by(t.id.desc()).limit(500)
            )
            return [
                {"at": row.at.isoformat(timespec="seconds"), "who": row.who, "act": row.act} for row in rows
            ]

    # ---- what a room shows

    def activities(self, code: str) -> dict[str, Json]:
        """What the facilitator set, by activity."""
        t = tables.room_activities.c
        with self._read() as connection:
            rows = connection.execute(sa.select(t.activity, t.settings).where(t.room == code))
            return {row.activity: row.settings for row in rows}

    def set_activity(self, code: str, activity: str, settings: Json) -> Json:
        """Changes the named settings of one activity and gives all of them."""
        t = tables.room_activities
        here = sa.and_(t.c.room == code, t.c.activity == activity)
        with self._transaction() as connection:
            present = connection.scalar(sa.select(t.c.settings).where(here))
            merged = {**(present or {}), **settings}
            if present is None:
                connection.execute(t.insert().values(room=code, activity=activity, settings=merged))
            else:
                connection.execute(t.update().where(here).values(settings=merged))
        return merged

    def room_answers(self, code: str, activity: str) -> dict[str, Json]:
        """Every participant's answer to one activity, by participant. ValueError for a private one."""
        if content.activity(activity).owner == "private":
            raise ValueError(f"“{activity}” is private: nobody but its author sees it.")
        a, p = tables.answers.c, tables.participants.c
        query = (
            sa.select(a.participant, a.document)
            .select_from(tables.answers.join(tables.participants))
            .where(p.room == code, a.activity == activity)
        )
        with self._read() as connection:
            return {row.participant: row.document for row in connection.execute(query)}

    def counts(self, code: str) -> Json:
        """`participants`, and per activity how many have an answer."""
        a, p = tables.answers.c, tables.participants.c
        with self._read() as connection:
            people = connection.scalar(sa.select(sa.func.count()).where(p.room == code, ~p.is_team))
            rows = connection.execute(
                sa.select(a.activity, sa.func.count())
                .select_from(tables.answers.join(tables.participants))
                .where(p.room == code)
                .group_by(a.activity)
            )
            return {"participants": people, "answered": {activity: count for activity, count in rows}}


def _room(row: Any) -> Room:
    return Room(row.code, row.title, row.sessions, row.status, row.settings)
