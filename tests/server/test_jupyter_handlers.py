"""With a kernel only the one may talk for whom it computes."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from tests.running import course_that_computes, server
from tests.server.conftest import FACILITATOR


@pytest.fixture(scope="module")
def computing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("computing")
    root = course_that_computes(folder, "import ipywidgets\nipywidgets.IntSlider()")
    with server(folder / "home", computes=True, GOVCOURSE_ROOT=str(root)) as started:
        yield started


def test_with_a_kernel_only_the_one_may_talk_for_whom_it_computes_and_from_our_pages_alone(computing):
    with httpx.Client(base_url=computing, timeout=60) as client:
        client.get("/sessions/1")
        own = {"Cookie": f"govcourse_learner={client.cookies['govcourse_learner']}"}
        kernel = re.search(r'"kernelId": "([0-9a-f-]+)"', client.get("/sessions/1/compute").text)[1]
        client.cookies.clear()
        client.get("/sessions/1")
        another = {"Cookie": f"govcourse_learner={client.cookies['govcourse_learner']}"}
        client.cookies.clear()
        here, elsewhere = {"Origin": computing}, {"Origin": "https://elsewhere.example"}
        for headers, opened in (
            (here, False),
            (another | here, False),
            (own | elsewhere, False),
            (FACILITATOR | here, False),
            (own | here, True),
        ):
            assert socket_opens(f"{computing}/api/kernels/{kernel}/channels", headers) == opened, headers
        path = f"/voila/api/shutdown/{kernel}"
        assert client.post(path, headers=another | here).status_code == 403
        assert client.get(f"/api/kernels/{kernel}", headers=another).status_code == 403
        assert client.post(path, headers=own | here).status_code == 204


def socket_opens(url, headers):
    async def connect():
        try:
            socket = await websocket_connect(HTTPRequest(url.replace("http", "ws", 1), headers=headers))
        except HTTPClientError as refused:
            assert refused.code == 403
            return False
        socket.close()
        return True

    with ThreadPoolExecutor() as pool:  # a loop of its own: a browser test may have one running here
        return pool.submit(lambda: asyncio.run(asyncio.wait_for(connect(), 30))).result()
