"""The database of the store: how it is reached, and how reading and writing begin and end."""

import os
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError

from govcourse.store.errors import explain
from govcourse.store.file_watch import FileWatch

LOCAL = re.compile(r"/.*|localhost|127\.\d+\.\d+\.\d+|::1|")


def encrypted(url: sa.URL) -> sa.URL:
    """The URL of a PostgreSQL on another machine is told to ask for TLS, with a certificate that is right, unless it or
    libpq's own setting says otherwise."""
    hosts = url.host or url.query.get("host") or ""
    said = "sslmode" in url.query or "PGSSLMODE" in os.environ
    away = not all(map(LOCAL.fullmatch, [hosts] if isinstance(hosts, str) else hosts))
    if url.get_backend_name() == "postgresql" and away and not said:
        return url.update_query_dict({"sslmode": "verify-full"})
    return url


class Database:
    """One database; what goes wrong with it is a StoreError."""

    def __init__(self, url: str):
        self.url = encrypted(sa.make_url(url))
        options: dict[str, Any] = {}
        if self.url.get_backend_name() == "sqlite":
            options = {"connect_args": {"timeout": 5, "check_same_thread": False}}
            if self.file is None:
                options["poolclass"] = sa.pool.StaticPool  # or each connection would have its own
        else:
            options = {"pool_pre_ping": True, "pool_size": 10, "max_overflow": 20}
        self.write_failed = False  # the last write did: a full disk can still be read
        # SQLite has one writer at a time, and lets those who wait try again at chance: here they come in turn.
        self._writing = threading.RLock() if self.url.get_backend_name() == "sqlite" else nullcontext()
        self.engine = sa.create_engine(self.url, **options)
        # PostgreSQL shows each statement what is committed, within a transaction or without: reading without one saves two ways
        # there and back.
        mode = {} if self.url.get_backend_name() == "sqlite" else {"isolation_level": "AUTOCOMMIT"}
        self._options = {
            True: self.engine.execution_options(reads=True, **mode),
            False: self.engine.execution_options(reads=False),
        }
        self._watch = FileWatch(self.file) if self.file else None
        if self.url.get_backend_name() == "sqlite":
            sa.event.listen(self.engine, "connect", self._pragmas)
            sa.event.listen(self.engine, "begin", self._begin)

    def _pragmas(self, connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # transactions are begun below: a migration is then all or nothing
        (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
        for pragma in ("synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        if self._watch:
            self._watch.opened(logs=mode == "wal")

    @staticmethod
    def _begin(connection: sa.Connection) -> None:
        # A writer waits for its turn at the beginning; upgrading a read later could only fail.
        reads = connection.get_execution_options().get("reads")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    @property
    def file(self) -> Path | None:
        """Of SQLite, unless it is in memory."""
        path = self.url.database
        return Path(path) if self.url.get_backend_name() == "sqlite" and path and path != ":memory:" else None

    @property
    def in_memory(self) -> bool:
        return self.url.get_backend_name() == "sqlite" and self.file is None

    @property
    def place(self) -> str:
        return self.url.render_as_string(hide_password=True)

    def read(self) -> AbstractContextManager[sa.Connection]:
        """A transaction that only reads: it waits for nobody who writes. Raises StoreError."""
        return self._transaction(reads=True)

    def write(self) -> AbstractContextManager[sa.Connection]:
        """A transaction that writes: all of it or nothing. Raises StoreError, or IntegrityError for what is there already."""
        return self._transaction(reads=False)

    @contextmanager
    def _transaction(self, reads: bool) -> Iterator[sa.Connection]:
        # In memory there is one connection for all.
        alone = self._writing if not reads or self.in_memory else nullcontext()
        try:
            self._look()
            with alone, self._options[reads].begin() as connection:
                yield connection
            if not reads:
                self._look(written=True)
            self.write_failed = self.write_failed and reads
        except IntegrityError:
            raise
        except (DBAPIError, OSError) as error:
            self.write_failed = self.write_failed or not reads
            raise explain(error, self.place) from error

    def _look(self, written: bool = False) -> None:
        if self._watch:
            self._watch.look(written)

    def notify(self, channel: str, payload: str) -> None:
        """Tells other server processes, where the database can. Raises StoreError."""
        if self.url.get_backend_name() == "postgresql":
            with self.write() as connection:
                connection.execute(sa.select(sa.func.pg_notify(channel, payload)))

    def close(self) -> None:
        self.engine.dispose()
