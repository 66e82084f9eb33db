"""The store in a file and on PostgreSQL: one contract for both."""

import shutil

import pytest
import sqlalchemy as sa
from govcourse.store import open_store
from govcourse.store.tables import metadata


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    """The address of a PostgreSQL that is started for the tests."""
    from tests.running import postgresql

    with postgresql(tmp_path_factory.mktemp("postgresql")) as url:
        yield url


@pytest.fixture(params=["file", "postgresql"])
def any_store(request, tmp_path, empty):
    """An empty store, on each backend in turn."""
    match request.param:
        case "file":
            opened = open_store(f"sqlite:///{shutil.copy(empty, tmp_path / 'contract.db')}")
        case _:
            opened = open_store(request.getfixturevalue("postgresql"))
            with opened.database.write() as connection:  # the tables stay, as making them takes long
                connection.execute(sa.text(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY"))
    yield opened
    opened.close()
