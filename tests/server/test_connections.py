"""Connections: more of them than files stop nobody who is in, and only trusted proxies are believed."""

import socket
import sys
import time

import httpx
import psutil
import pytest
from govcourse.server.connections import forwarded

from tests.running import course_that_computes, process, server
from tests.server.conftest import FACILITATOR, Room

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")


FEW = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (100, 128))
"""


IMPATIENT = "import govcourse.server.connections as connections; connections.IDLE = 1"


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


@pytest.mark.long
def test_more_idle_connections_than_files_stop_neither_saves_nor_pages_and_fill_no_disk(tmp_path):
    log = tmp_path / "home" / "server.log"
    with (
        server(
            tmp_path / "home",
            before=FEW,
            computes=True,
            GOVCOURSE_ROOT=str(course_that_computes(tmp_path, "1 + 1")),
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
            save = {"answer": {"items": {"legal-6": {"value": 1 + version % 5}}}, "version": version}
            assert client.put(f"{room.path}/answers/dtca", json=save, headers=mine).status_code == 200
        assert "kernelId" in client.get("/sessions/1/compute").text
        for one in waiting:
            one.close()
        assert httpx.get(f"{address}/health", timeout=30).status_code == 200
    assert log.stat().st_size < 20_000
    assert log.read_text().count("No files are left") == 1


@pytest.mark.long
def test_a_connection_without_a_request_ends(tmp_path):
    with server(tmp_path / "home", before=IMPATIENT) as address:
        silent = socket.create_connection(("127.0.0.1", int(address.rsplit(":", 1)[1])), timeout=30)
        with silent:
            assert silent.recv(1) == b""


@pytest.mark.parametrize(
    ("values", "hops", "said"),
    [
        ("", 1, ""),
        ("203.0.113.7", 0, ""),
        ("203.0.113.7", 1, "203.0.113.7"),
        ("198.51.100.9, 203.0.113.7", 1, "203.0.113.7"),
        ("198.51.100.9, 203.0.113.7, 10.0.0.1", 2, "203.0.113.7"),
        ("203.0.113.7", 2, "203.0.113.7"),
    ],
)
def test_only_what_trusted_proxies_said_is_believed(values, hops, said):
    assert forwarded(values, hops) == said


@pytest.mark.parametrize("behind", ["0", "2"])
def test_a_proxy_s_headers_count_only_where_there_is_one(tmp_path, behind):
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
    with (
        server(tmp_path / "home", GOVCOURSE_PROXY=behind) as address,
        httpx.Client(base_url=address) as client,
    ):
        room = Room(client)
        joined = client.post(f"{room.path}/participants", json={}, headers=told)
        assert ("Secure" in joined.headers["set-cookie"]) == (behind != "0")
        made = client.post("/api/rooms", json={}, headers=FACILITATOR | told).json()
        assert made["join_url"].startswith("http:" if behind == "0" else "https:")
        forged = client.post("/api/rooms", json={}, headers=FACILITATOR | {"X-Scheme": "https"}).json()
        assert forged["join_url"].startswith("http:")
        several = [
            client.get(
                f"/api/rooms/WRONG{n}",
                headers={"X-Forwarded-For": f"192.0.2.{n}", "X-Real-Ip": f"192.0.2.{n}"},
            )
            for n in range(31)
        ]
        assert several[-1].status_code == (429 if behind == "0" else 404)


def test_a_number_of_proxies_that_is_none_is_told_at_the_start(tmp_path):
    with (
        pytest.raises(RuntimeError, match="GOVCOURSE_PROXY"),
        server(tmp_path / "home", GOVCOURSE_PROXY="yes"),
    ):
        pass
