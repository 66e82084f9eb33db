"""Who may have a kernel: in the order in which people came."""

import time
from types import SimpleNamespace

import pytest
from govcourse.server import kernel_queue
from govcourse.server.kernel_queue import KernelQueue


def test_the_queue_keeps_its_order_and_forgets_those_who_left(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    queue = KernelQueue(2)
    asked = [("a", 0), ("b", 1), ("c", 2), ("d", 2), ("c", 2)]
    assert [queue.ahead(who, running) for who, running in asked] == [0, 0, 1, 2, 1]
    assert queue.ahead("d", 1) == 2  # one place is free, and it is c's
    assert queue.ahead("c", 1) == 0
    assert queue.ahead("d", 2) == 1
    now[0] = 60.0
    assert queue.ahead("e", 2) == 1  # d has gone


def test_while_there_is_no_memory_for_one_more_all_wait_in_their_order():
    queue = KernelQueue(9)
    assert [queue.ahead(who, 1, full=True) for who in ("a", "b", "a")] == [1, 2, 1]
    assert queue.ahead("b", 1) == 0 and queue.ahead("a", 1) == 0


@pytest.mark.parametrize(
    ("given", "limit", "waiting"), [(None, 400, 16), (None, 40, 10), (None, 3, 0), (3, 40, 3), (20, 5, 5)]
)
def test_as_many_kernels_wait_as_a_quarter_of_those_that_may_run_or_as_was_said(
    monkeypatch, given, limit, waiting
):
    monkeypatch.setattr(kernel_queue, "settings", lambda: SimpleNamespace(spare_kernels=given))
    assert kernel_queue.spares(limit) == waiting
