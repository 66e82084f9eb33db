"""Kernels end with their pages, also with those that could not say so."""

from types import SimpleNamespace

import pytest
from govcourse.server import kernel_reaper
from govcourse.server.kernel_memory import Memory
from govcourse.server.kernel_reaper import ALONE, Watch, end

from tests.once import awaited


class Kernels:
    """Jupyter's manager, as far as it is asked: kernels by id, with how many pages are connected."""

    def __init__(self, **connections):
        self.connections = connections

    def list_kernel_ids(self):
        return list(self.connections)

    def kernel_model(self, id):
        return {"connections": self.connections[id]}

    def get_kernel(self, id):
        return SimpleNamespace(provisioner=SimpleNamespace(pid=ord(id)))

    def shutdown_kernel(self, id, *, now):
        del self.connections[id]


@pytest.fixture
def clock(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(kernel_reaper.time, "monotonic", lambda: now[0])

    def later(seconds):
        now[0] += seconds

    return later


def test_a_kernel_waits_for_its_page_as_long_as_it_was_told_to(clock):
    manager = Kernels(a=0, b=0)
    watch = Watch(manager, Memory(None))
    watch.sent("a", 20)
    watch.sent("b", 120)
    clock(21)
    assert watch.left() == ["a"]
    awaited(watch.look())
    assert manager.list_kernel_ids() == ["b"]


def test_one_that_lost_its_page_ends_soon_and_not_while_a_page_is_there(clock):
    manager = Kernels(a=1)
    watch = Watch(manager, Memory(None))
    watch.sent("a", 20)
    clock(1000)
    assert watch.left() == []
    manager.connections["a"] = 0
    clock(ALONE - 1)
    assert watch.left() == []
    clock(2)
    assert watch.left() == ["a"]


def test_a_kernel_that_nothing_was_sent_of_yet_is_its_handler_s(clock):
    watch = Watch(Kernels(a=0), Memory(None))
    clock(1000)
    assert watch.left() == []


def test_the_largest_ends_also_when_its_page_is_there_where_all_take_too_much_memory():
    manager = Kernels(a=1, b=1)
    took = {ord("a"): 300, ord("b"): 500}
    awaited(Watch(manager, Memory(600, took.__getitem__)).look())
    assert manager.list_kernel_ids() == ["a"]


def test_one_that_has_ended_already_is_ended_by_nobody():
    awaited(end(Kernels(), "gone"))
