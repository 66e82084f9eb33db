"""Archives: a whole store, or one room, as one JSON file that any other store can take over."""

import json
import secrets
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from govcourse import content
from govcourse.json_types import Json
from govcourse.store import migrate, tables
from govcourse.store.base import hashed, make_code
from govcourse.store.errors import StoreError
from govcourse.store.store import Store, open_store
from govcourse.text import cleaned

FORMAT = "govcourse-archive"
VERSION = 1


ARCHIVED = [
    table for table in tables.metadata.sorted_tables if table not in (tables.marks, tables.country_figures)
]
# What lets somebody in: an export leaves it out, and whoever takes the export over gets new ones.
SECRETS = {tables.rooms.name: "facilitator_hash", tables.participants.name: "resume_code"}
# What begins anew in the store that takes an archive over.
ANEW = {tables.acts.name: "id", tables.rooms.name: "deleted", tables.participants.name: "deleted"}


@dataclass(frozen=True)
class TakenOver:
    """`counts` are rows per table; `keys` are those that were made, by room."""

    counts: dict[str, int]
    keys: dict[str, str]


class ArchiveRefused(ValueError):
    """An archive that cannot be taken over; nothing was changed."""


def backup(store: Store) -> Json:
    """Everything, secrets' hashes and private answers included: for the one who runs the server."""
    return _archive(store, {table.name: sa.select(table) for table in ARCHIVED})


def export(store: Store, code: str) -> Json:
    """One room without private answers, without what was asked and voted on in the promise that nobody learns by whom, and
    without what lets somebody in. KeyError for a room that is not there."""
    if store.rooms.get(code) is None:
        raise KeyError(code)
    rooms, people, answers = tables.rooms, tables.participants, tables.answers
    private = [one.id for one in content.activities() if one.owner == "private"]
    inside = sa.select(people.c.id).where(people.c.room == code)
    queries = {
        rooms.name: sa.select(rooms).where(rooms.c.code == code),
        tables.room_activities.name: sa.select(tables.room_activities).where(
            tables.room_activities.c.room == code
        ),
        people.name: sa.select(people).where(people.c.room == code),
        answers.name: sa.select(answers).where(
            answers.c.participant.in_(inside), answers.c.activity.not_in(private)
        ),
        tables.reviews.name: sa.select(tables.reviews).where(tables.reviews.c.participant.in_(inside)),
        tables.acts.name: sa.select(tables.acts).where(tables.acts.c.room == code),
    }
    made = _archive(store, queries)
    for name, secret in SECRETS.items():
        for row in made["tables"][name]:
            del row[secret]
    return made


def read(path: Path) -> object:
    """What a file holds that can be taken over: an archive, or a copy that the server made of an SQLite store.

    Raises OSError, and ArchiveRefused for what is neither.
    """
    if path.suffix != ".db":
        try:
            return json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            raise ArchiveRefused("This file cannot be read as an archive.") from None
    with (
        tempfile.TemporaryDirectory() as work
    ):  # an older one is migrated, and the file itself stays as it is
        copy = Path(work) / "copy.db"
        shutil.copyfile(path, copy)
        try:
            store = open_store(f"sqlite:///{copy}")
        except StoreError as error:
            raise ArchiveRefused(f"This file cannot be read as a copy of a store. {error.told}") from None
        try:
            return backup(store)
        finally:
            store.close()


def restore(store: Store, archive: object) -> TakenOver:
    """Takes over an archive, all of it or nothing; what was marked as deleted in it is there again. Raises ArchiveRefused."""
    if not isinstance(archive, dict) or archive.get("format") != FORMAT:
        raise ArchiveRefused("This is not an archive of this course.")
    if archive.get("version") != VERSION or not migrate.known(archive.get("revision", migrate.newest())):
        raise ArchiveRefused(
            "This archive was made by a newer version of the course. Update the course first."
        )
    given = archive.get("tables")
    known = {table.name: table for table in ARCHIVED}
    if not isinstance(given, dict) or set(given) - set(known):
        raise ArchiveRefused("This archive holds something that this course does not know.")
    counts: dict[str, int] = {}
    keys: dict[str, str] = {}
    try:
        with store.database.engine.begin() as connection:
            for name, table in known.items():
                rows = [_row(table, _let_in(name, row, keys)) for row in given.get(name, [])]
                if rows:
                    connection.execute(table.insert(), rows)
                counts[name] = len(rows)
    except sa.exc.IntegrityError:
        raise ArchiveRefused(
            "Some of this is in the store already, under the same code. Nothing was changed."
        ) from None
    except (sa.exc.StatementError, KeyError, TypeError, ValueError, AttributeError):
        raise ArchiveRefused("This archive is damaged. Nothing was changed.") from None
    return TakenOver(counts, keys)


def _let_in(table: str, row: Json, keys: dict[str, str]) -> Json:
    """A row of an export with a new secret in place of the one that was left out."""
    if table == tables.rooms.name and "facilitator_hash" not in row:
        keys[row["code"]] = key = secrets.token_urlsafe(32)
        return {**row, "facilitator_hash": hashed(key)}
    if table == tables.participants.name and "resume_code" not in row:
        return {**row, "resume_code": make_code(12 if row.get("is_team") else 10)}
    return row


def _archive(store: Store, queries: Mapping[str, sa.Executable]) -> Json:
    with store.database.read() as connection:
        found = {
            name: [
                {key: _plain(value) for key, value in row._mapping.items()}
                for row in connection.execute(query)
            ]
            for name, query in queries.items()
        }
    return {"format": FORMAT, "version": VERSION, "revision": migrate.newest(), "tables": found}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _row(table: sa.Table, row: Json) -> Json:
    """A row of an archive as the table takes it, its texts cleaned; columns that it does not have are an error."""
    columns = table.columns
    return {
        name: datetime.fromisoformat(value) if isinstance(columns[name].type, sa.DateTime) else cleaned(value)
        for name, value in row.items()
        if name != ANEW.get(table.name)
    }
