"""What facilitators did, in the database."""

import sqlalchemy as sa

from govcourse.json_types import Json
from govcourse.store import protocols, tables
from govcourse.store.base import now
from govcourse.store.database import Database


class Acts(protocols.Acts):
    def __init__(self, database: Database):
        self._database = database

    def record(self, code: str, who: str, act: str) -> None:
        with self._database.write() as connection:
            connection.execute(tables.acts.insert().values(room=code, at=now(), who=who[:100], act=act[:300]))

    def all(self, code: str) -> list[Json]:
        t = tables.acts.c
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(t.at, t.who, t.act).where(t.room == code).order_by(t.id.desc()).limit(500)
            )
            return [
                {"at": row.at.isoformat(timespec="seconds"), "who": row.who, "act": row.act} for row in rows
            ]
