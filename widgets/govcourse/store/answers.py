"""Answers of participants and teams, in the database."""

import time
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from govcourse import content
from govcourse.json_types import Json
from govcourse.store import protocols, tables
from govcourse.store.base import make_code, now
from govcourse.store.database import Database
from govcourse.store.errors import Stale
from govcourse.store.people import removed

TOGETHER = 25  # answers of an import that are written in one transaction
SHARE = 2  # for each second in which an import writes, so many are left to those who save


class Answers(protocols.Answers):
    def __init__(self, database: Database):
        self._database = database

    def get(self, participant: str, activity: str) -> tuple[Json, int]:
        t = tables.answers.c
        with self._database.read() as connection:
            row = connection.execute(
                sa.select(t.document, t.version).where(t.participant == participant, t.activity == activity)
            ).first()
        return (row.document, row.version) if row else ({}, 0)

    def of(self, participant: str) -> dict[str, Json]:
        t = tables.answers.c
        with self._database.read() as connection:
            rows = connection.execute(sa.select(t.activity, t.document).where(t.participant == participant))
            return {row.activity: row.document for row in rows}

    def last(self, participant: str) -> str | None:
        t = tables.answers.c
        query = sa.select(t.activity).where(t.participant == participant).order_by(t.changed.desc()).limit(1)
        with self._database.read() as connection:
            found: str | None = connection.scalar(query)
        return found

    def saved_on(self, participant: str, activity: str) -> date | None:
        t = tables.answers.c
        query = sa.select(t.changed).where(t.participant == participant, t.activity == activity)
        with self._database.read() as connection:
            found: datetime | None = connection.scalar(query)
        return found.date() if found else None

    def save(self, participant: str, activity: str, document: Json, version: int) -> int:
        t = tables.answers.c
        values = {"document": document, "version": version + 1, "changed": now()}
        try:
            with self._database.write() as connection:
                if version == 0:
                    connection.execute(
                        tables.answers.insert().values(participant=participant, activity=activity, **values)
                    )
                    return 1
                done = connection.execute(
                    tables.answers.update()
                    .where(t.participant == participant, t.activity == activity, t.version == version)
                    .values(**values)
                )
                if done.rowcount == 1:
                    return version + 1
        except IntegrityError:
            pass  # somebody saved first: stale, as below
        raise Stale(*self.get(participant, activity))

    def of_room(self, code: str, activity: str) -> dict[str, Json]:
        if content.activity(activity).owner == "private":
            raise ValueError(f"“{activity}” is private: nobody but its author sees it.")
        a, p = tables.answers.c, tables.participants.c
        query = (
            sa.select(a.participant, a.document)
            .select_from(tables.answers.join(tables.participants))
            .where(p.room == code, a.activity == activity)
        )
        with self._database.read() as connection:
            query = query.where(p.id.not_in(removed(connection, code)))
            return {row.participant: row.document for row in connection.execute(query)}

    def by_age(self, code: str, activity: str) -> list[str]:
        a, p = tables.answers.c, tables.participants.c
        query = (
            sa.select(a.participant)
            .select_from(tables.answers.join(tables.participants))
            .where(p.room == code, a.activity == activity)
            .order_by(a.changed, a.participant)
        )
        with self._database.read() as connection:
            return list(connection.scalars(query.where(p.id.not_in(removed(connection, code)))))

    def take_over(self, code: str, activity: str, rows: list[tuple[str, str, Json]]) -> dict[str, int]:
        taken = {"new": 0, "changed": 0, "same": 0}
        for first in range(0, len(rows), TOGETHER):
            begun = time.monotonic()
            for name, count in self._take_over(code, activity, rows[first : first + TOGETHER]).items():
                taken[name] += count
            time.sleep(SHARE * (time.monotonic() - begun))
        return taken

    def _take_over(self, room: str, activity: str, rows: list[tuple[str, str, Json]]) -> dict[str, int]:
        """In one transaction; worked out before it begins, and anew should somebody else write the same meanwhile."""
        for last in (False, True):
            known, stored = self._taken_over(room, activity, [id for id, _, _ in rows])
            new = [row for row in rows if row[0] not in known]
            changed = [row for row in rows if row[0] in known and stored.get(row[0], ({}, 0))[0] != row[2]]
            try:
                self._write_all(room, activity, new, changed, stored)
            except IntegrityError:
                if last:
                    raise
            else:
                break
        return {"new": len(new), "changed": len(changed), "same": len(rows) - len(new) - len(changed)}

    def _taken_over(
        self, room: str, activity: str, ids: list[str]
    ) -> tuple[set[str], dict[str, tuple[Json, int]]]:
        """Who of these is in the room, and their answers with their versions."""
        people, answers = tables.participants.c, tables.answers
        given = sa.select(answers.c.participant, answers.c.document, answers.c.version)
        inside = sa.select(people.id).where(people.room == room, people.id.in_(ids))
        with self._database.read() as connection:
            known = set(connection.scalars(inside))
            rows = connection.execute(
                given.where(answers.c.activity == activity, answers.c.participant.in_(inside))
            )
            return known, {row.participant: (row.document, row.version) for row in rows}

    def _write_all(
        self,
        room: str,
        activity: str,
        new: list[tuple[str, str, Json]],
        changed: list[tuple[str, str, Json]],
        stored: dict[str, tuple[Json, int]],
    ) -> None:
        people, answers, at = tables.participants, tables.answers, now()
        made = [
            {"id": id, "room": room, "name": name, "resume_code": make_code(12), "created": at}
            for id, name, _ in new
        ]
        first = [
            {"participant": id, "activity": activity, "document": document, "version": 1, "changed": at}
            for id, _, document in (*new, *changed)
            if id not in stored
        ]
        with self._database.write() as connection:
            if made:
                connection.execute(people.insert(), made)
            if first:
                connection.execute(answers.insert(), first)
            for id, _, document in (row for row in changed if row[0] in stored):
                connection.execute(
                    answers.update()
                    .where(
                        answers.c.participant == id,
                        answers.c.activity == activity,
                        answers.c.version == stored[id][1],  # somebody who saved meanwhile keeps theirs
                    )
                    .values(document=document, version=stored[id][1] + 1, changed=at)
                )
