"""Voila runs the course's notebooks and nothing that a visitor sends."""

import asyncio
import json
import re
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from tests.running import course_that_computes, server


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A server whose first session computes."""
    folder = tmp_path_factory.mktemp("voila")
    root = course_that_computes(folder, "import ipywidgets\nipywidgets.IntSlider()")
    with server(folder / "home", computes=True, GOVCOURSE_ROOT=str(root)) as started:
        yield started


@pytest.fixture
def client(address):
    with httpx.Client(base_url=address, timeout=60) as made:
        made.get("/sessions/1")
        yield made


def test_the_cells_that_compute_are_run_without_an_error_and_no_others(client):
    made = client.get("/sessions/1/compute")
    assert made.status_code == 200 and "application/vnd.jupyter.widget-view+json" in made.text
    assert "Traceback" not in made.text and "error" not in re.findall(r'"output_type": "(\w+)"', made.text)
    assert len(re.findall("data-place=", made.text)) == 1
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', made.text)


def test_a_session_that_computes_nothing_gets_no_kernel(client):
    assert client.get("/sessions/2/compute").status_code == 404


def test_whoever_has_no_page_gets_no_kernel(address):
    assert httpx.get(f"{address}/sessions/1/compute").status_code == 401


@pytest.mark.parametrize("name", ["session-1.ipynb", "session-5.ipynb"])
def test_a_session_s_voila_address_is_its_page(client, name):
    page = client.get(f"/voila/render/{name}")
    assert page.status_code == 200 and "data-govcourse-mount" in page.text and "kernelId" not in page.text


@pytest.mark.parametrize("name", ["session-6.ipynb", "reports/cohort.ipynb", "x.ipynb", "", "../README.md"])
def test_no_other_notebook_is_rendered(client, name):
    assert client.get(f"/voila/render/{name}").status_code == 404


def test_only_a_page_that_computes_may_compile_scripts(client):
    strict, loose = client.get("/sessions/2").headers, client.get("/sessions/1").headers
    assert "unsafe-eval" not in strict["Content-Security-Policy"]
    assert "unsafe-eval" in loose["Content-Security-Policy"]


def test_a_kernel_does_not_run_code_that_a_visitor_sends(client, address):
    page = client.get("/sessions/1/compute").text
    kernel = re.search(r'"kernelId": "([0-9a-f-]+)"', page)[1]

    def message(type, content):
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": type,
            "session": "s",
            "username": "",
            "version": "5.3",
            "date": "",
        }
        return json.dumps(
            {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content, "buffers": []}
        )  # fmt: skip

    async def talk():
        url = f"{address.replace('http', 'ws')}/api/kernels/{kernel}/channels"
        own = {"Cookie": f"govcourse_learner={client.cookies['govcourse_learner']}"}
        socket = await websocket_connect(HTTPRequest(url, headers=own))
        socket.write_message(message("execute_request", {"code": "print('owned')", "silent": False}))
        socket.write_message(message("kernel_info_request", {}))
        seen = []
        while True:
            raw = await socket.read_message()
            if raw is None:
                break
            text = raw if isinstance(raw, str) else raw.decode("utf-8", "replace")
            seen.append(text)
            if "kernel_info_reply" in text:
                break
        socket.close()
        return seen

    with (
        ThreadPoolExecutor() as pool
    ):  # a thread of its own: a browser test may have a loop running in this one
        seen = pool.submit(lambda: asyncio.run(asyncio.wait_for(talk(), 30))).result()
    assert any("kernel_info_reply" in text for text in seen)
    assert not any("owned" in text or "execute_reply" in text for text in seen)
