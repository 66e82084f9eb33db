"""One running server for all tests of this folder."""

import httpx
import pytest

from tests.running import server


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    with server(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture
def client(address):
    with httpx.Client(base_url=address, timeout=60) as opened:
        yield opened
