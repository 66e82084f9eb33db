"""Brings a database to the newest tables, by Alembic, which is imported only where there is something to do."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from govcourse.store import copies
from govcourse.store.base import now
from govcourse.store.database import Database
from govcourse.store.errors import explain

FOLDER = Path(__file__).parent / "migrations"


def newest() -> str:
    """The newest revision, by the names of the files: a start that has nothing to migrate does not wait for Alembic."""
    return max(path.name for path in (FOLDER / "versions").glob("*.py")).partition("_")[0]


def known(revision: object) -> bool:
    """Whether there is such a migration here; a newer course has more of them."""
    from alembic.script import ScriptDirectory

    return revision in [one.revision for one in ScriptDirectory(str(FOLDER)).walk_revisions()]


def prepare(database: Database) -> None:
    """Makes or migrates the tables. Raises StoreError, also for a database of a newer course."""
    if database.file:
        try:
            database.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise explain(error, database.place) from error
    with database.write() as connection:
        exists = sa.inspect(connection).has_table("alembic_version")
        version = connection.scalar(sa.text("SELECT version_num FROM alembic_version")) if exists else None
    if version == newest():
        return
    if version is not None and not known(version):
        raise explain(
            RuntimeError("it was made by a newer version of the course; update the course"), database.place
        )
    if version is not None:
        copies.before_migration(database, now())
    try:
        upgrade(database.engine)
    except DBAPIError as error:
        raise explain(error, database.place) from error


def upgrade(engine: sa.Engine, revision: str = "head") -> None:
    """Runs the migrations up to `revision`, all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
