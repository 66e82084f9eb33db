"""Who works with whom, in the database."""

import secrets
from collections import Counter
from collections.abc import Mapping

import sqlalchemy as sa

from govcourse.store import protocols, tables
from govcourse.store.base import make_code, now
from govcourse.store.database import Database
from govcourse.store.people import participant, removed
from govcourse.store.records import Participant, Team

P, A = tables.participants, tables.answers
MOST = 50  # teams in a room


class Teams(protocols.Teams):
    def __init__(self, database: Database):
        self._database = database

    def all(self, code: str) -> tuple[list[Team], list[tuple[str, str]]]:
        with self._database.read() as connection:
            return self._all(connection, code)

    def _all(self, connection: sa.Connection, code: str) -> tuple[list[Team], list[tuple[str, str]]]:
        rows = connection.execute(sa.select(P).where(P.c.room == code).order_by(P.c.created, P.c.id)).all()
        gone = set(removed(connection, code))
        people = [row for row in rows if not row.is_team and row.id not in gone]
        made = [
            Team(
                row.id, row.name, [(one.id, one.name) for one in people if one.team == row.id], row.link or ""
            )
            for row in rows
            if row.is_team
        ]
        known = {team.id for team in made}
        return made, [(one.id, one.name) for one in people if one.team not in known]

    def get(self, id: str) -> Participant | None:
        with self._database.read() as connection:
            row = connection.execute(sa.select(P).where(P.c.id == id, P.c.is_team)).first()
        return participant(row) if row else None

    def add(self, code: str, name: str) -> str:
        with self._database.write() as connection:
            return self._add(connection, code, name)

    def _add(self, connection: sa.Connection, code: str, name: str) -> str:
        id = secrets.token_hex(16)
        values = {"id": id, "room": code, "name": name, "resume_code": make_code(12), "created": now()}
        connection.execute(P.insert().values(**values, is_team=True))
        return id

    def deal(
        self, code: str, names: list[str], only: str | None = None, together: Mapping[str, str] | None = None
    ) -> int:
        with self._database.write() as connection:
            made, alone = self._all(connection, code)
            teams = {team.id: [id for id, _ in team.members] for team in made}
            for name in names[len(made) :]:
                teams[self._add(connection, code, name)] = []
            dealt = [id for id, _ in alone if only in (None, id)]
            self._deal(connection, teams, dealt, together or {})
        return len(dealt)

    def deal_anew(self, code: str, names: list[str], together: Mapping[str, str] | None = None) -> int:
        with self._database.write() as connection:
            made, alone = self._all(connection, code)
            wrote = set(
                connection.scalars(
                    sa.select(A.c.participant).where(A.c.participant.in_([one.id for one in made]))
                )
            )
            ids = [team.id for team in made[: len(names)]]
            for team in made[len(names) :]:
                if team.id not in wrote:
                    connection.execute(P.delete().where(P.c.id == team.id))
            ids += [self._add(connection, code, name) for name in names[len(made) :]]
            people = [id for id, _ in [*alone, *(one for team in made for one in team.members)]]
            secrets.SystemRandom().shuffle(people)
            self._deal(connection, {id: [] for id in ids}, people, together or {})
        return len(people)

    def _deal(
        self,
        connection: sa.Connection,
        teams: dict[str, list[str]],
        people: list[str],
        together: Mapping[str, str],
    ) -> None:
        full = -(-(len(people) + sum(map(len, teams.values()))) // len(teams))
        common = Counter(together[one] for one in people if one in together)

        def alike(team: str, person: str) -> int:
            return (
                sum(together.get(one) == together[person] for one in teams[team]) if person in together else 0
            )

        # The largest group first, and last whoever has nothing in common: they fill up.
        for person in sorted(people, key=lambda one: (-common[together.get(one, "")], together.get(one, ""))):
            team = min(teams, key=lambda id: (len(teams[id]) >= full, -alike(id, person), len(teams[id])))
            teams[team].append(person)
            connection.execute(P.update().where(P.c.id == person).values(team=team))

    def delete(self, code: str, id: str) -> bool:
        here = sa.and_(P.c.room == code, P.c.id == id, P.c.is_team)
        with self._database.write() as connection:
            done = connection.execute(P.delete().where(here)).rowcount == 1
            if done:
                connection.execute(P.update().where(P.c.room == code, P.c.team == id).values(team=None))
        return done

    def work(self, code: str) -> dict[str, list[str]]:
        query = (
            sa.select(A.c.participant, A.c.activity)
            .select_from(tables.answers.join(P))
            .where(P.c.room == code, P.c.is_team)
            .order_by(A.c.changed.desc())
        )
        found: dict[str, list[str]] = {}
        with self._database.read() as connection:
            for row in connection.execute(query):
                found.setdefault(row.participant, []).append(row.activity)
        return found

    def rename(self, code: str, id: str, name: str) -> bool:
        with self._database.write() as connection:
            here = sa.and_(P.c.room == code, P.c.id == id, P.c.is_team)
            return connection.execute(P.update().where(here).values(name=name)).rowcount == 1

    def set_link(self, code: str, id: str, link: str) -> bool:
        with self._database.write() as connection:
            here = sa.and_(P.c.room == code, P.c.id == id, P.c.is_team)
            return connection.execute(P.update().where(here).values(link=link or None)).rowcount == 1

    def move(self, code: str, person: str, team: str | None) -> bool:
        with self._database.write() as connection:
            if team is not None and not connection.scalar(
                sa.select(sa.func.count()).where(P.c.room == code, P.c.id == team, P.c.is_team)
            ):
                return False
            here = sa.and_(P.c.room == code, P.c.id == person, ~P.c.is_team)
            return connection.execute(P.update().where(here).values(team=team)).rowcount == 1

    def by_person(self, code: str) -> dict[str, str]:
        with self._database.read() as connection:
            rows = connection.execute(
                sa.select(P.c.id, P.c.team).where(P.c.room == code, P.c.team.is_not(None))
            )
            return {row.id: row.team for row in rows}
