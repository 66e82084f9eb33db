"""A server that runs out of files goes on for whoever is in, and lets the others wait."""

import itertools
import re
import sys
from statistics import median

import httpx
import pytest
from govcourse.server import files, kernel_queue
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from tests.once import awaited
from tests.running import course_that_computes, kernels, process, server

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")


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


@pytest.mark.long
def test_a_page_with_its_kernel_takes_no_more_files_than_are_reckoned_for_it(tmp_path):
    with server(
        tmp_path / "home", computes=True, GOVCOURSE_ROOT=str(course_that_computes(tmp_path, "1 + 1"))
    ) as address:
        opened = awaited(_opened(address, 6))
        assert len(kernels(process(address))) == 6
    # The middle one: threads of the store and whoever starts kernels open some once.
    assert median(after - before for before, after in itertools.pairwise(opened)) <= files.EACH


def test_there_are_no_more_kernels_than_files_for_them(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_KERNELS", "400")
    assert kernel_queue.most(1024, None) == files.kernels(1024) == 30
    assert kernel_queue.most(20_000, 10**9) == 400
    assert files.kernels(40) == 1
