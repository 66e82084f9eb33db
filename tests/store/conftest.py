"""The store in memory, in a file and on PostgreSQL: one contract for all of them."""

import pytest
import sqlalchemy as sa
from govcourse.store import open_store


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    """The address of a PostgreSQL that is started for the tests."""
    from tests.running import postgresql

    with postgresql(tmp_path_factory.mktemp("postgresql")) as url:
        yield url


@pytest.fixture(params=["file", "postgresql"])
def any_store(request, tmp_path):
    """An empty store, on each backend in turn."""
    match request.param:
        case "file":
            url = f"sqlite:///{tmp_path / 'contract.db'}"
        case _:
            url = request.getfixturevalue("postgresql")
            with sa.create_engine(url).begin() as connection:
                connection.execute(sa.text("DROP SCHEMA public CASCADE"))
                connection.execute(sa.text("CREATE SCHEMA public"))
    opened = open_store(url)
    yield opened
    opened.close()
