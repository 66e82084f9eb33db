"""Brings a database to the newest tables, by Alembic, which is imported only where there is something to do."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from govcourse.store.database import Database
from govcourse.store.errors import explain

HEAD = "0005"  # the newest migration


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
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        raise explain(
            RuntimeError("it was made by a newer version of the course; update the course"), database.place
        )
    try:
        upgrade(database.engine)
    except DBAPIError as error:
        raise explain(error, database.place) from error


def upgrade(engine: sa.Engine, revision: str = "head") -> None:
    """Runs the migrations up to `revision`, all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
