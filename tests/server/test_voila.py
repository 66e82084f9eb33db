"""Voila runs the course's notebooks and nothing that a visitor sends."""

import asyncio
import json
import re
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect


@pytest.mark.parametrize("number", range(1, 6))
def test_a_session_is_rendered_without_an_error(client, number):
    page = client.get(f"/voila/render/session-{number}.ipynb", timeout=60)
    assert page.status_code == 200
    assert "Traceback" not in page.text and "error" not in re.findall(r'"output_type": "(\w+)"', page.text)
    assert "application/vnd.jupyter.widget-view+json" in page.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.text)


def test_a_kernel_does_not_run_code_that_a_visitor_sends(client, address):
    page = client.get("/voila/render/session-1.ipynb", timeout=60).text
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
        socket = await websocket_connect(HTTPRequest(url))
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
