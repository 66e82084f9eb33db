"""Figures of countries, in the database."""

from collections.abc import Collection

import sqlalchemy as sa

from govcourse.store import protocols, tables
from govcourse.store.database import Database
from govcourse.store.records import CountryFigure, CountryMean, LoadedEdition


class CountryFigures(protocols.CountryFigures):
    def __init__(self, database: Database):
        self._database = database

    def replace(self, figures: Collection[CountryFigure]) -> None:
        t = tables.country_figures
        with self._database.write() as connection:
            for source, edition in sorted({(one.source, one.edition) for one in figures}):
                connection.execute(t.delete().where(t.c.source == source, t.c.edition == edition))
            if figures:
                connection.execute(t.insert(), [one._asdict() for one in figures])

    def editions(self) -> list[LoadedEdition]:
        t = tables.country_figures.c
        query = sa.select(t.source, t.edition, sa.func.count(t.country.distinct())).group_by(
            t.source, t.edition
        )
        with self._database.read() as connection:
            rows = connection.execute(query.order_by(t.source, t.edition))
            return [LoadedEdition(*row) for row in rows]

    def all(self, country: str | None = None) -> list[CountryFigure]:
        t = tables.country_figures
        query = sa.select(t).order_by(t.c.source, t.c.edition, t.c.country, t.c.measure)
        with self._database.read() as connection:
            rows = connection.execute(query if country is None else query.where(t.c.country == country))
            return [CountryFigure(*row) for row in rows]

    def means(self, source: str, countries: Collection[str]) -> list[CountryMean]:
        t = tables.country_figures.c
        query = (
            sa.select(t.edition, t.measure, sa.func.avg(t.value), sa.func.count())
            .where(t.source == source, t.country.in_(countries))
            .group_by(t.edition, t.measure)
            .order_by(t.edition, t.measure)
        )
        with self._database.read() as connection:
            return [CountryMean(*row) for row in connection.execute(query)]

    def remove(self, source: str, edition: int | None = None) -> int:
        t = tables.country_figures
        query = t.delete().where(t.c.source == source)
        if edition is not None:
            query = query.where(t.c.edition == edition)
        with self._database.write() as connection:
            return connection.execute(query).rowcount
