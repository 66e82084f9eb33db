"""Each test has a kernel's memory of its own: nothing read from another test's store."""

import pytest


@pytest.fixture(autouse=True)
def fresh_sources():
    from govcourse.jupyter import sources

    remembered = (sources.local, sources.server, sources.book)
    for one in remembered:
        one.cache_clear()
    yield
    for one in remembered:
        one.cache_clear()
