"""What a request may send: refused in words before it is held, and not waited for without end."""

import socket

import httpx
import pytest
from govcourse.server import bodies
from govcourse.server.bodies import LARGE, SMALL, TOGETHER, Body, Held

from tests.running import server
from tests.server.conftest import FACILITATOR


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/api/me/answers/dtca", LARGE),
        ("/base/api/rooms/ABC234/answers", LARGE),
        ("/api/rooms/ABC234/import?confirm=yes", LARGE),
        ("/api/rooms/ABC234/participants", SMALL),
        ("/api/rooms/ABC234?x=/answers/", SMALL),
        ("/answers/dtca/more", SMALL),
    ],
)
def test_what_may_hold_photos_or_a_sheet_may_be_larger(path, most):
    assert bodies.limit(path) == most


def test_no_more_is_held_than_all_together_may_send_and_what_is_small_is_always_read():
    held = Held()
    some = [Body(held, LARGE, LARGE) for _ in range(TOGETHER // LARGE + 1)]
    assert [one.refused for one in some[-2:]] == ["", "overload"] and not some[-1].take(1)
    chunked = Body(held, LARGE, None)
    assert chunked.take(SMALL) and not chunked.take(1) and chunked.refused == "overload"
    assert Body(held, SMALL, SMALL).take(SMALL)
    some[0].end()
    again = Body(held, LARGE, None)
    assert all(again.take(SMALL) for _ in range(LARGE // SMALL)) and not again.take(1)
    assert again.refused == "too_large"
    for one in some:
        one.end()
    assert held.bytes == 0


def test_what_is_too_large_is_refused_in_words(client, room):
    mine = room.people["participant"]
    for path, size, most in (("/answers/dtca", 30_000_000, 5), ("", 1_500_000, 1)):
        headers = mine | {"Content-Type": "application/json"}
        for content in (b"x" * size, (b"x" * 100_000 for _ in range(size // 100_000))):
            told = client.put(f"{room.path}{path}", content=content, headers=headers)
            assert told.status_code == 413
            assert told.json()["error"]["message"] == f"This is larger than {most} MB."
    photo = client.put(f"{room.path}/answers/dtca", content=b"x" * 4_000_000, headers=mine)
    assert photo.status_code not in (413, 503)
    assert client.put(room.path, json={"title": "y"}, headers=FACILITATOR).status_code == 200


HASTY = "import govcourse.server.bodies as bodies; bodies.PATIENCE = 1"


@pytest.mark.long
def test_a_body_that_does_not_come_ends_its_connection(tmp_path):
    with server(tmp_path / "home", before=HASTY) as address:
        port = int(address.rsplit(":", 1)[1])
        with socket.create_connection(("127.0.0.1", port), timeout=30) as slow:
            slow.sendall(b"POST /join/ABC HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\nx")
            assert slow.recv(1) == b""
        assert httpx.get(f"{address}/health").status_code == 200
