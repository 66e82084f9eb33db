"""The store, composed of its parts: on SQLite in WAL mode by default, on PostgreSQL by URL."""

import sqlalchemy as sa

from govcourse.store import migrate, protocols, tables
from govcourse.store.acts import Acts
from govcourse.store.answers import Answers
from govcourse.store.certificates import Certificates
from govcourse.store.country_figures import CountryFigures
from govcourse.store.database import Database
from govcourse.store.facilitators import Facilitators
from govcourse.store.paces import Paces
from govcourse.store.people import People
from govcourse.store.place import default_url
from govcourse.store.questions import Questions
from govcourse.store.reviews import Reviews
from govcourse.store.rooms import Rooms
from govcourse.store.teams import Teams


def open_store(url: str | None = None) -> "Store":
    """A store that is ready to use: made if missing, migrated if older. Raises StoreError."""
    store = Store(url or default_url())
    migrate.prepare(store.database)
    return store


class Store:
    """All that the course keeps. Its parts share one database, and each is asked by its protocol."""

    def __init__(self, url: str):
        self.database = Database(url)
        self.rooms: protocols.Rooms = Rooms(self.database)
        self.facilitators: protocols.Facilitators = Facilitators(self.database)
        self.acts: protocols.Acts = Acts(self.database)
        self.people: protocols.People = People(self.database)
        self.teams: protocols.Teams = Teams(self.database)
        self.answers: protocols.Answers = Answers(self.database)
        self.reviews: protocols.Reviews = Reviews(self.database)
        self.questions: protocols.Questions = Questions(self.database)
        self.paces: protocols.Paces = Paces(self.database)
        self.certificates: protocols.Certificates = Certificates(self.database)
        self.country_figures: protocols.CountryFigures = CountryFigures(self.database)

    def check(self) -> None:
        """Raises StoreError when nothing can be read, or when the last write failed and one more fails too."""
        with self.database.read() as connection:
            connection.execute(sa.select(tables.rooms.c.code).limit(1))
        if self.database.write_failed:
            probe = self.people.add()
            self.answers.save(probe.id, "probe", {"text": "x" * 50_000}, 0)
            self.people.delete(probe.id)

    def close(self) -> None:
        self.database.close()
