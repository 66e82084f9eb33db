"""What people of a room ask, and how they vote, in the database."""

import secrets

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from govcourse.store import protocols, tables
from govcourse.store.base import now
from govcourse.store.database import Database
from govcourse.store.people import removed
from govcourse.store.records import Question

Q, V = tables.questions.c, tables.question_votes.c


class Questions(protocols.Questions):
    def __init__(self, database: Database):
        self._database = database

    def ask(self, code: str, participant: str, text: str, each: int, most: int) -> str | None:
        id = secrets.token_hex(16)
        with self._database.write() as connection:
            # Who asks twice at once waits here: without it both would be below the limit.
            person = sa.select(tables.participants.c.id).where(tables.participants.c.id == participant)
            connection.execute(person.with_for_update())
            mine = connection.execute(
                sa.select(Q.id, Q.text).where(Q.room == code, Q.participant == participant)
            )
            there = {row.text.casefold(): row.id for row in mine}
            if same := there.get(text.casefold()):
                return str(same)
            all = connection.scalar(sa.select(sa.func.count()).where(Q.room == code)) or 0
            if len(there) >= each or all >= most:
                return None
            connection.execute(
                tables.questions.insert().values(
                    id=id, room=code, participant=participant, text=text, asked=now()
                )
            )
        return id

    def all(self, code: str) -> list[Question]:
        up, down = (
            sa.func.coalesce(sa.func.sum(sa.case((V.vote == one, 1), else_=0)), 0).label(name)
            for name, one in (("up", 1), ("down", -1))
        )
        query = (
            sa.select(Q.id, Q.participant, Q.text, Q.asked, Q.answered, up, down)
            .select_from(tables.questions.outerjoin(tables.question_votes))
            .where(Q.room == code)
            .group_by(Q.id, Q.participant, Q.text, Q.asked, Q.answered)
            .order_by(Q.asked, Q.id)
        )
        with self._database.read() as connection:
            query = query.where(Q.participant.not_in(removed(connection, code)))
            return [
                Question(row.id, row.participant, row.text, row.asked, bool(row.answered), row.up, row.down)
                for row in connection.execute(query)
            ]

    def votes(self, participant: str) -> dict[str, int]:
        with self._database.read() as connection:
            rows = connection.execute(sa.select(V.question, V.vote).where(V.participant == participant))
            return {row.question: row.vote for row in rows}

    def vote(self, code: str, id: str, participant: str, vote: int) -> bool:
        others = sa.select(sa.func.count()).where(Q.room == code, Q.id == id, Q.participant != participant)
        mine = sa.and_(V.question == id, V.participant == participant)
        with self._database.write() as connection:
            if not connection.scalar(others):
                return False
            if vote == 0:
                connection.execute(tables.question_votes.delete().where(mine))
                return True
            changed = tables.question_votes.update().where(mine).values(vote=vote)
            if connection.execute(changed).rowcount:
                return True
            try:
                with connection.begin_nested():
                    connection.execute(
                        tables.question_votes.insert().values(question=id, participant=participant, vote=vote)
                    )
            except IntegrityError:  # the same vote came by another server
                connection.execute(changed)
        return True

    def answer(self, code: str, id: str, answered: bool) -> bool:
        here = sa.and_(Q.room == code, Q.id == id)
        with self._database.write() as connection:
            return (
                connection.execute(tables.questions.update().where(here).values(answered=answered)).rowcount
                == 1
            )

    def withdraw(self, code: str, id: str, participant: str) -> bool:
        mine = sa.and_(Q.room == code, Q.id == id, Q.participant == participant)
        with self._database.write() as connection:
            return connection.execute(tables.questions.delete().where(mine)).rowcount == 1
