"""What asks the store leaves the event loop: in order for each person, and never more than can be answered."""

import asyncio
import threading

import pytest
from govcourse.server import store_threads
from govcourse.server.store_threads import Overload, StoreThreads

from tests.once import awaited


@pytest.fixture
def threads():
    made = StoreThreads()
    yield made
    made.stop()


def test_calls_of_one_person_come_one_after_the_other_and_those_of_others_beside(threads):
    said, other_done = [], threading.Event()

    def first():
        assert other_done.wait(5)  # it is another's turn meanwhile
        said.append("first")

    async def play():
        one = asyncio.create_task(threads.run("ann", first))
        two = asyncio.create_task(threads.run("ann", said.append, "second"))
        await threads.run("ben", other_done.set)
        await asyncio.gather(one, two)

    awaited(play())
    assert said == ["first", "second"]


def test_what_a_call_gives_or_raises_comes_back(threads):
    def fails():
        raise KeyError("gone")

    assert awaited(threads.run("", lambda a, b=0: a + b, 1, b=2)) == 3
    with pytest.raises(KeyError, match="gone"):
        awaited(threads.run("ann", fails))


def test_a_call_too_many_is_refused_and_the_next_one_taken_once_there_is_room(threads, monkeypatch):
    monkeypatch.setattr(store_threads, "MOST", 1)
    go_on = threading.Event()

    async def play():
        waits = asyncio.create_task(threads.run("", go_on.wait, 5))
        await asyncio.sleep(0)
        with pytest.raises(Overload):
            await threads.run("", print)
        go_on.set()
        await waits
        assert await threads.run("", lambda: "room") == "room"

    awaited(play())


def test_a_call_goes_on_when_whoever_asked_has_gone(threads):
    begun, go_on, done = threading.Event(), threading.Event(), threading.Event()

    def work():
        begun.set()
        assert go_on.wait(5)
        done.set()

    async def play():
        asked = asyncio.create_task(threads.run("", work))
        await asyncio.to_thread(begun.wait, 5)
        asked.cancel()
        go_on.set()
        assert await asyncio.to_thread(done.wait, 5)

    awaited(play())
