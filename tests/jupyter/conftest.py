"""Each test has a kernel's memory of its own: nothing read from another test's store."""

import copy
from collections.abc import Mapping

import pytest
from govcourse import content
from govcourse.store import open_store


def room_of(answered: Mapping[str, int], people: int = 6) -> tuple[str, str]:
    """Code and key of a room in this computer's store, in which so many answered an activity with its example."""
    store = open_store()
    room, key = store.rooms.add("Cohort <1>", [1, 2, 3, 4, 5])
    who = [store.people.add(room.code).id for _ in range(people)]
    for id, count in answered.items():
        for person in who[:count]:
            store.answers.save(person, id, copy.deepcopy(content.activity(id).example), 0)
    store.close()
    return room.code, key


@pytest.fixture(autouse=True)
def fresh_sources():
    from govcourse.jupyter import rooms, sources

    remembered = (sources.local, sources.server, sources.book, rooms._releases)
    for one in remembered:
        one.cache_clear()
    yield
    for one in remembered:
        one.cache_clear()
