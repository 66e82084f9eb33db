"""The store's part for teams: who works with whom."""

import secrets

import sqlalchemy as sa

from govcourse.store import tables
from govcourse.store.base import make_code, now
from govcourse.store.database import Database
from govcourse.store.records import Participant, Team

P = tables.participants
MOST = 50  # teams in a room


class Teams(Database):
    def teams(self, code: str) -> tuple[list[Team], list[tuple[str, str]]]:
        """The teams of a room, in the order in which they were made, and who is in none."""
        with self._read() as connection:
            return self._teams(connection, code)

    def _teams(self, connection: sa.Connection, code: str) -> tuple[list[Team], list[tuple[str, str]]]:
        rows = connection.execute(sa.select(P).where(P.c.room == code).order_by(P.c.created, P.c.id)).all()
        people = [row for row in rows if not row.is_team]
        made = [
            Team(row.id, row.name, [(one.id, one.name) for one in people if one.team == row.id])
            for row in rows
            if row.is_team
        ]
        known = {team.id for team in made}
        return made, [(one.id, one.name) for one in people if one.team not in known]

    def team(self, id: str) -> Participant | None:
        """A team as the owner of answers."""
        return self._person(sa.select(P).where(P.c.id == id, P.c.is_team))

    def add_team(self, code: str, name: str) -> str:
        """The id of a new team."""
        with self._transaction() as connection:
            return self._add_team(connection, code, name)

    def _add_team(self, connection: sa.Connection, code: str, name: str) -> str:
        id = secrets.token_hex(16)
        values = {"id": id, "room": code, "name": name, "resume_code": make_code(12), "created": now()}
        connection.execute(P.insert().values(**values, is_team=True))
        return id

    def deal(self, code: str, names: list[str], only: str | None = None) -> None:
        """Makes teams until there are as many as `names`, and puts everybody without one (or `only`) into the smallest."""
        with self._transaction() as connection:
            made, alone = self._teams(connection, code)
            sizes = {team.id: len(team.members) for team in made}
            for name in names[len(made) :]:
                sizes[self._add_team(connection, code, name)] = 0
            for person in (id for id, _ in alone if only in (None, id)):
                smallest = min(sizes, key=lambda id: sizes[id])
                sizes[smallest] += 1
                connection.execute(P.update().where(P.c.id == person).values(team=smallest))

    def rename_team(self, code: str, id: str, name: str) -> bool:
        with self._transaction() as connection:
            here = sa.and_(P.c.room == code, P.c.id == id, P.c.is_team)
            return connection.execute(P.update().where(here).values(name=name)).rowcount == 1

    def move(self, code: str, person: str, team: str | None) -> bool:
        """Puts somebody of the room into another of its teams, or into none."""
        with self._transaction() as connection:
            if team is not None and not connection.scalar(
                sa.select(sa.func.count()).where(P.c.room == code, P.c.id == team, P.c.is_team)
            ):
                return False
            here = sa.and_(P.c.room == code, P.c.id == person, ~P.c.is_team)
            return connection.execute(P.update().where(here).values(team=team)).rowcount == 1

    def team_of(self, code: str) -> dict[str, str]:
        """Team by person, of those who have one."""
        with self._read() as connection:
            rows = connection.execute(
                sa.select(P.c.id, P.c.team).where(P.c.room == code, P.c.team.is_not(None))
            )
            return {row.id: row.team for row in rows}
