"""A server that runs out of files goes on for whoever is in, and lets the others wait."""

import asyncio
import itertools
import logging
import re
import socket
import sys
import time
from statistics import median

import httpx
import psutil
import pytest
from govcourse.server import files, kernel_queue, logs
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from tests.running import course_that_computes, kernels, server
from tests.server.test_live import FACILITATOR, Room

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
FEW = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (100, 128))
"""
IMPATIENT = "import govcourse.server.connections as connections; connections.IDLE = 1"


def process(address: str) -> psutil.Process:
    port = address.rsplit(":", 1)[1]
    return next(one for one in psutil.Process().children() if port in one.cmdline())


def idle(address: str) -> socket.socket:
    """A connection that asks for nothing; it may have to wait until it is accepted."""
    made = socket.socket()
    made.setblocking(False)
    made.connect_ex(("127.0.0.1", int(address.rsplit(":", 1)[1])))
    return made


def until(what, seconds: float = 30):
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_more_idle_connections_than_files_stop_neither_saves_nor_pages_and_fill_no_disk(tmp_path):
    log = tmp_path / "home" / "server.log"
    with (
        server(
            tmp_path / "home", before=FEW, GOVCOURSE_ROOT=str(course_that_computes(tmp_path, "1 + 1"))
        ) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        room = Room(client)
        client.get("/sessions/1")
        client.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
        assert process(address).rlimit(psutil.RLIMIT_NOFILE) == (128, 128)
        waiting = [idle(address) for _ in range(140)]
        until(lambda: "No files are left" in log.read_text())
        mine = room.people["participant"]
        for version in range(100):
            save = {"answer": {"items": {"legal-1": {"value": 1 + version % 5}}}, "version": version}
            assert client.put(f"{room.path}/answers/dtca", json=save, headers=mine).status_code == 200
        assert "kernelId" in client.get("/sessions/1/compute").text
        for one in waiting:
            one.close()
        assert httpx.get(f"{address}/health", timeout=30).status_code == 200
    assert log.stat().st_size < 20_000
    assert log.read_text().count("No files are left") == 1


def test_a_connection_without_a_request_ends(tmp_path):
    with server(tmp_path / "home", before=IMPATIENT) as address:
        silent = socket.create_connection(("127.0.0.1", int(address.rsplit(":", 1)[1])), timeout=30)
        with silent:
            assert silent.recv(1) == b""


async def _opened(address: str, count: int) -> list[int]:
    """How many files the server has open with one page, two pages and so on."""
    found, channels = [], []
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        for _ in range(count):
            await client.get("/sessions/1")
            page = await client.get("/sessions/1/compute")
            kernel = re.search(r'"kernelId": "([0-9a-f-]{36})"', page.text)[1]
            cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
            url = f"{address.replace('http', 'ws', 1)}/api/kernels/{kernel}/channels"
            channels.append(
                await websocket_connect(HTTPRequest(url, headers={"Cookie": cookies, "Origin": address}))
            )
            client.cookies.clear()
            found.append(process(address).num_fds())
    for one in channels:
        one.close()
    return found


def test_a_page_with_its_kernel_takes_no_more_files_than_are_reckoned_for_it(tmp_path):
    with server(tmp_path / "home", GOVCOURSE_ROOT=str(course_that_computes(tmp_path, "1 + 1"))) as address:
        opened = asyncio.run(_opened(address, 6))
        assert len(kernels(process(address))) == 6
    # The middle one: threads of the store and whoever starts kernels open some once.
    assert median(after - before for before, after in itertools.pairwise(opened)) <= files.EACH


def test_there_are_no_more_kernels_than_files_for_them(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_KERNELS", "400")
    assert kernel_queue.most(1024) == files.kernels(1024) == 30
    assert kernel_queue.most(20_000) == 400
    assert files.kernels(40) == 1


@pytest.fixture
def logged():
    """A logger that writes through the filter, the filter, and what was written."""
    log, seldom, said = logging.getLogger("tests.seldom"), logs.Seldom(), []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())
    handler.addFilter(seldom)
    log.propagate = False
    log.addHandler(handler)
    yield log, seldom, said
    log.removeHandler(handler)


def test_what_is_logged_again_and_again_is_logged_once_and_counted(logged):
    log, seldom, said = logged
    for number in range(1000):
        log.error("Future %s at 0x%x", number, number)
        try:
            raise ValueError(f"this time {number}")
        except ValueError:
            log.exception("Uncaught %s", number)
    log.warning("something else")
    assert said == ["Future 0 at 0x0", "Uncaught 0", "something else"]
    seldom.tell()
    assert said[3:] == [
        "999 more within 60 seconds: Future 0 at 0x0",
        "999 more within 60 seconds: Uncaught 0",
    ]
    seldom.tell()
    log.error("Future 7 at 0x7")
    assert len(said) == 6


def test_a_flood_of_different_messages_is_counted_as_well(logged):
    log, seldom, said = logged
    for number in range(5000):
        log.warning("404 GET /%s", "x" * (number % 150) + "y" * (number // 150))
    assert len(said) <= logs.MOST + 1
    seldom.tell()
    assert any("other messages" in text for text in said)
