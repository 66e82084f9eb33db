"""Copies of the whole store, kept beside it for a while: each day, before its tables are migrated, and before something is deleted."""

import json
import logging
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from govcourse.json_types import Json
from govcourse.store.database import Database
from govcourse.store.errors import StoreError, explain
from govcourse.store.place import home

log = logging.getLogger("govcourse")

KEPT = {
    "daily": timedelta(days=7),
    "before-migration": timedelta(days=30),
    "before-deletion": timedelta(days=30),
}
DAY = timedelta(hours=20)  # the server looks every six hours
TIME = "%Y%m%d-%H%M%S"


def make(database: Database, sort: str, at: datetime, archive: Callable[[], Json] | None = None) -> Path:
    """A copy as a file that only its owner reads: an SQLite database, or what `archive` gives as JSON; without one, what
    pg_dump writes. Raises StoreError, and leaves no half copy."""
    sqlite = database.url.get_backend_name() == "sqlite"
    ending = "db" if sqlite else "json" if archive else "dump"
    path = _folder(database) / f"{_start(database, sort)}{at.strftime(TIME)}.{ending}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise explain(error, str(path)) from error
    try:
        if sqlite:
            with closing(database.engine.raw_connection()) as connection:
                connection.execute("VACUUM INTO ?", [str(path)])
        elif archive:
            path.write_text(json.dumps(archive(), ensure_ascii=False), encoding="utf-8")
        else:
            _dump(database, path)
    except (OSError, sqlite3.Error, StoreError) as error:
        path.unlink(missing_ok=True)
        raise explain(error, str(path)) from error
    return path


def daily(database: Database, at: datetime, archive: Callable[[], Json]) -> Path | None:
    """Today's copy, unless there is one. Raises StoreError."""
    if any(at - DAY < made <= at for made, _ in _found(database, "daily")) or database.in_memory:
        return None
    return make(database, "daily", at, archive)


def before_migration(database: Database, at: datetime) -> Path | None:
    """A copy of tables that are older than this course. Raises StoreError; where PostgreSQL's pg_dump is missing or of an
    older version, the log says that there is none."""
    if database.in_memory:
        return None
    try:
        return make(database, "before-migration", at)
    except StoreError as error:
        if database.url.get_backend_name() == "sqlite":
            raise
        log.warning("The tables are migrated without a copy: %s", error)
        return None


def forget(database: Database, at: datetime) -> None:
    """What was to be forgotten is not kept in a copy for ever."""
    for sort, kept in KEPT.items():
        for made, path in _found(database, sort):
            if made + kept <= at:
                path.unlink(missing_ok=True)


def _dump(database: Database, path: Path) -> None:
    if not (program := shutil.which("pg_dump")):
        raise OSError("there is no pg_dump on this machine")
    url = database.url
    address = sa.URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    secret = {"PGPASSWORD": url.password} if url.password else {}
    done = subprocess.run(
        [program, "--format=custom", "--no-password", f"--file={path}", str(address)],
        env={**os.environ, **secret},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise OSError(done.stderr.strip() or "pg_dump failed")


def _folder(database: Database) -> Path:
    """Beside an SQLite file; for any other database in the course's own folder."""
    return database.file.parent if database.file else home()


def _start(database: Database, sort: str) -> str:
    return f"{database.file.stem if database.file else 'course'}-{sort}-"


def _found(database: Database, sort: str) -> list[tuple[datetime, Path]]:
    """Copies with the time at which they were made; files of somebody's own are none."""
    start, found = _start(database, sort), []
    for path in _folder(database).glob(f"{start}*"):
        try:
            found.append((datetime.strptime(path.stem.removeprefix(start), TIME), path))
        except ValueError:
            continue
    return found
