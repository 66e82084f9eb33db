"""The process that makes documents: when one document ends it, the others are made all the same."""

import asyncio
import os
import subprocess
import sys

import psutil
import pytest
from govcourse import content
from govcourse.layout import pictures
from govcourse.server import document_worker
from govcourse.server.document_worker import DocumentWorker
from govcourse.server.errors import ApiError

from tests.once import awaited


def ends_over_a_chart():
    if pictures._drawing:
        os.abort()
    return "in words"


def drawing():
    return pictures._drawing


def made(*orders):
    async def all_at_once():
        workshop = DocumentWorker()
        try:
            return await asyncio.gather(
                *(workshop.run(str(n), *one) for n, one in enumerate(orders)), return_exceptions=True
            )
        finally:
            workshop.stop()

    return awaited(all_at_once())


def test_a_document_that_ends_its_process_fails_alone():
    first, failed, second, third = made(
        ("operator:add", 1, 2), ("os:abort",), ("operator:add", 3, 4), ("operator:mul", 3, 4)
    )
    assert (first, second, third) == (3, 7, 12)
    assert isinstance(failed, ApiError) and failed.status == 503


@pytest.mark.long
def test_a_document_whose_chart_ends_the_process_is_made_without_charts():
    assert made((f"{__name__}:ends_over_a_chart",), ("operator:add", 1, 2)) == ["in words", 3]


def test_an_error_of_a_document_is_its_own_and_the_process_stays():
    wrong, right = made(("operator:truediv", 1, 0), ("operator:add", 1, 2))
    assert isinstance(wrong, ZeroDivisionError) and right == 3
    with pytest.raises(ZeroDivisionError):
        raise wrong


def killed_meanwhile(worker):
    """Ends the worker's process, and waits until whoever watches it knows."""
    watching = worker._pool._executor_manager_thread
    for process in list(worker._pool._processes.values()):
        process.kill()
    watching.join(20)


def test_a_process_that_was_ended_while_it_had_nothing_to_make_is_replaced_and_charts_are_drawn():
    async def before_and_after():
        worker = DocumentWorker()
        try:
            first = await worker.run("Ann", "os:getpid")
            killed_meanwhile(worker)
            return first, await worker.run("Ann", f"{__name__}:drawing"), await worker.run("Ann", "os:getpid")
        finally:
            worker.stop()

    first, drawn, second = awaited(before_and_after())
    assert drawn and first != second


SERVER = """
import asyncio, time
from govcourse.server.document_worker import DocumentWorker
async def serve():
    print(await DocumentWorker().run("Ann", "os:getpid"), flush=True)
    time.sleep(600)
asyncio.run(serve())
"""


def test_the_process_ends_with_a_server_that_is_killed():
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    with server:
        worker = psutil.Process(int(server.stdout.readline()))
        server.kill()
    assert psutil.wait_procs([worker], timeout=20)[1] == []


def test_what_takes_long_gives_way_to_others_and_begins_anew_until_it_did_so_too_often(monkeypatch):
    monkeypatch.setattr(document_worker, "LONG", 0)

    async def play():
        worker = DocumentWorker()
        try:
            endless = asyncio.create_task(worker.run("Ann", "time:sleep", 600))
            others = []
            for n in range(document_worker.TRIES):
                while worker.turns.ahead("Ann", "") != 0:
                    await asyncio.sleep(0)
                others.append(await worker.run(f"{n}", "operator:add", n, 1))
            return others, (await asyncio.gather(endless, return_exceptions=True))[0]
        finally:
            worker.stop()

    others, refused = awaited(play())
    assert others == [1, 2, 3]
    assert (refused.status, refused.error["message"]) == (503, content.texts()["api"]["document_long"])


def test_what_takes_long_is_made_whole_when_nobody_else_waits(monkeypatch):
    monkeypatch.setattr(document_worker, "LONG", 0)
    assert made(("operator:add", 1, 2)) == [3]
