"""The store on SQLAlchemy: SQLite in WAL mode by default, PostgreSQL by URL."""

import os
import secrets
import time
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError

from govcourse import content
from govcourse.json_types import Json
from govcourse.store import tables
from govcourse.store.base import hashed, make_code, now, plain
from govcourse.store.errors import Stale, explain
from govcourse.store.records import Certificate, Participant
from govcourse.store.rooms import Rooms
from govcourse.store.teams import Teams

TOGETHER = 100  # answers of an import that are written in one transaction
PAUSE = 0.01  # seconds between two, in which those come to their turn who save
HEAD = "0005"  # the newest migration


def home() -> Path:
    """The folder of the course's own files: GOVCOURSE_HOME, the checkout's .govcourse, or the user's data folder."""
    if given := os.environ.get("GOVCOURSE_HOME"):
        return Path(given)
    if (content.root() / "pyproject.toml").exists():
        return content.root() / ".govcourse"
    from platformdirs import user_data_path

    return user_data_path("govcourse")


def default_url() -> str:
    return os.environ.get("GOVCOURSE_DATABASE") or f"sqlite:///{home() / 'course.db'}"


def open_store(url: str | None = None) -> "Store":
    """A store that is ready to use: made if missing, migrated if older. Raises StoreError."""
    store = Store(url or default_url())
    store.prepare()
    return store


class Store(Rooms, Teams):
    """All methods raise StoreError when the database cannot be used."""

    def prepare(self) -> None:
        """Makes or migrates the tables; a store of a newer course is refused."""
        if self.file:
            try:
                self.file.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise explain(error, self.place) from error
        with self._transaction() as connection:
            exists = sa.inspect(connection).has_table("alembic_version")
            version = (
                connection.scalar(sa.text("SELECT version_num FROM alembic_version")) if exists else None
            )
        if version == HEAD:
            return
        if version is not None and version > HEAD:
            raise explain(
                RuntimeError("it was made by a newer version of the course; update the course"), self.place
            )
        from govcourse.store.migrate import upgrade

        try:
            upgrade(self.engine)
        except DBAPIError as error:
            raise explain(error, self.place) from error

    def check(self) -> None:
        """Raises StoreError when nothing can be read, or when the last write failed and one more fails too."""
        with self._read() as connection:
            connection.execute(sa.select(tables.rooms.c.code).limit(1))
        if self._write_failed:
            probe = self.add_participant()
            self.save(probe.id, "probe", {"text": "x" * 50_000}, 0)
            self.delete_participant(probe.id)

    def notify(self, channel: str, payload: str) -> None:
        """Tells other server processes, where the database can."""
        if self.url.get_backend_name() == "postgresql":
            with self._transaction() as connection:
                connection.execute(sa.select(sa.func.pg_notify(channel, payload)))

    def close(self) -> None:
        self.engine.dispose()

    # ---- participants

    def add_participant(self, room: str | None = None, name: str = "") -> Participant:
        token = secrets.token_urlsafe(32)
        person = Participant(secrets.token_hex(16), room, name, make_code(10), token)
        with self._transaction() as connection:
            connection.execute(
                tables.participants.insert().values(
                    id=person.id, room=room, name=name, resume_code=person.resume_code, created=now()
                )
            )
            connection.execute(tables.tokens.insert().values(hash=hashed(token), participant=person.id))
        return person

    def participant(self, token: str) -> Participant | None:
        """Whoever holds this token."""
        joined = tables.participants.join(tables.tokens)
        return self._person(
            sa.select(tables.participants).select_from(joined).where(tables.tokens.c.hash == hashed(token))
        )

    def resume(self, resume_code: str) -> Participant | None:
        """The same person with a token of another browser; None when nobody has this code."""
        person = self._person(
            sa.select(tables.participants).where(
                tables.participants.c.resume_code == plain(resume_code), ~tables.participants.c.is_team
            )
        )
        if person is None:
            return None
        token = secrets.token_urlsafe(32)
        with self._transaction() as connection:
            connection.execute(tables.tokens.insert().values(hash=hashed(token), participant=person.id))
        return replace(person, token=token)

    def delete_participant(self, id: str) -> None:
        """Deletes somebody for good, with their answers and certificate."""
        with self._transaction() as connection:
            connection.execute(tables.participants.delete().where(tables.participants.c.id == id))

    def local(self) -> Participant:
        """The one person who works in JupyterLab on this computer."""
        person = self._person(sa.select(tables.participants).where(tables.participants.c.id == "local"))
        if person:
            return person
        code = make_code(10)
        try:
            with self._transaction() as connection:
                connection.execute(
                    tables.participants.insert().values(
                        id="local", room=None, name="", resume_code=code, created=now()
                    )
                )
        except IntegrityError:  # another notebook was faster
            return self.local()
        return Participant("local", None, "", code)

    # ---- answers

    def answer(self, participant: str, activity: str) -> tuple[Json, int]:
        """The document and its version; `({}, 0)` before the first save."""
        t = tables.answers.c
        with self._read() as connection:
            row = connection.execute(
                sa.select(t.document, t.version).where(t.participant == participant, t.activity == activity)
            ).first()
        return (row.document, row.version) if row else ({}, 0)

    def answers(self, participant: str) -> dict[str, Json]:
        t = tables.answers.c
        with self._read() as connection:
            rows = connection.execute(sa.select(t.activity, t.document).where(t.participant == participant))
            return {row.activity: row.document for row in rows}

    def save(self, participant: str, activity: str, document: Json, version: int) -> int:
        """Saves over `version` and gives the new one; raises Stale when the store has another."""
        t = tables.answers.c
        values = {"document": document, "version": version + 1, "changed": now()}
        try:
            with self._transaction() as connection:
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
        raise Stale(*self.answer(participant, activity))

    def take_over(self, room: str, activity: str, rows: list[tuple[str, str, Json]]) -> dict[str, int]:
        """Answers that were given elsewhere, by (id, name, document): how many are `new`, `changed`, `same`.

        Whoever is new has an id, and no token. A transaction takes TOGETHER of them, and those who save come in between;
        what an interrupted import left out, the same sheet brings in a second time.
        """
        taken = {"new": 0, "changed": 0, "same": 0}
        for first in range(0, len(rows), TOGETHER):
            for name, count in self._take_over(room, activity, rows[first : first + TOGETHER]).items():
                taken[name] += count
            time.sleep(PAUSE)
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
        with self._read() as connection:
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
        with self._transaction() as connection:
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

    # ---- certificates

    def issue(self, participant: str, name: str) -> Certificate:
        """The participant's certificate; issued once, later calls correct the name."""
        t = tables.certificates
        with self._transaction() as connection:
            row = connection.execute(sa.select(t).where(t.c.participant == participant)).first()
            if row is None:
                made = Certificate(make_code(10), name, now())
                connection.execute(
                    t.insert().values(code=made.code, participant=participant, name=name, issued=made.issued)
                )
                return made
            connection.execute(t.update().where(t.c.code == row.code).values(name=name))
            return Certificate(row.code, name, row.issued)

    def certificate(self, code: str) -> Certificate | None:
        """The certificate that was issued with this code."""
        t = tables.certificates
        with self._read() as connection:
            row = connection.execute(sa.select(t).where(t.c.code == plain(code))).first()
        return Certificate(row.code, row.name, row.issued) if row else None
