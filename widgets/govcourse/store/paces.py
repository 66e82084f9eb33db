"""For whom a room goes too fast, or too slowly, in the database."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from govcourse.store import protocols, tables
from govcourse.store.base import now
from govcourse.store.database import Database

T, P = tables.paces.c, tables.participants.c


class Paces(protocols.Paces):
    def __init__(self, database: Database):
        self._database = database

    def set(self, participant: str, pace: str | None) -> None:
        mine = T.participant == participant
        with self._database.write() as connection:
            connection.execute(tables.paces.delete().where(mine))
            if pace is None:
                return
            try:
                with connection.begin_nested():
                    connection.execute(
                        tables.paces.insert().values(participant=participant, pace=pace, at=now())
                    )
            except IntegrityError:  # the same person says it by another server at this moment
                connection.execute(tables.paces.update().where(mine).values(pace=pace, at=now()))

    def counts(self, code: str, since: datetime) -> dict[str, int]:
        query = (
            sa.select(T.pace, sa.func.count())
            .select_from(tables.paces.join(tables.participants))
            .where(P.room == code, T.at >= since)
            .group_by(T.pace)
        )
        with self._database.read() as connection:
            return {pace: count for pace, count in connection.execute(query)}
