"""When the server or the database dies, or the disk is full: nothing that was saved is lost, and people are told."""

import asyncio
import sqlite3
import time
from contextlib import closing
from html import unescape

import httpx
import psutil
import pytest
from govcourse.server import live
from govcourse.store import StoreError

from tests.once import awaited
from tests.running import free_port, postgresql_server, process, server, url_of
from tests.server.conftest import FACILITATOR, Room

SAVED = {"answer": {"items": {"legal-6": {"value": 2, "comment": "written down"}}}, "version": 0}


def open_room(client):
    room = Room(client)
    client.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    return room, f"{room.path}/answers/dtca", room.people["participant"]


def test_an_acknowledged_save_survives_a_killed_server(tmp_path):
    port = free_port()
    with server(tmp_path / "home", port) as address, httpx.Client(base_url=address) as client:
        room, path, ann = open_room(client)
        assert client.put(path, json=SAVED, headers=ann).status_code == 200
        process(address).kill()
    with server(tmp_path / "home", port) as address, httpx.Client(base_url=address) as client:
        assert client.get(path, headers=ann).json() == {"answer": SAVED["answer"], "version": 1}


@pytest.mark.long
def test_an_acknowledged_save_survives_a_killed_database_and_the_server_goes_on_with_the_next(tmp_path):
    with (
        postgresql_server(tmp_path / "pg") as database,
        server(tmp_path / "home", GOVCOURSE_DATABASE=url_of(database)) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        room, path, ann = open_room(client)
        assert client.put(path, json=SAVED, headers=ann).status_code == 200
        main = psutil.Process(database.get_pid())
        everything = [main, *main.children(recursive=True)]
        for one in everything:
            one.kill()
        psutil.wait_procs(everything, timeout=20)
        health = client.get("/health")
        assert health.status_code == 503 and "does not answer" in health.json()["error"]["message"]
        lost = client.put(path, json={**SAVED, "version": 1}, headers=ann)
        assert (lost.status_code, lost.json()["error"]["code"]) == (503, "store")
        for told in (health, lost):
            assert "postgres" not in told.text and str(tmp_path) not in told.text
        assert "postgres" in (tmp_path / "home" / "server.log").read_text()
        database.ensure_postgres_running()
        assert client.get("/health").status_code == 200
        assert client.get(path, headers=ann).json() == {"answer": SAVED["answer"], "version": 1}
        assert client.put(path, json={**SAVED, "version": 1}, headers=ann).json()["version"] == 2


@pytest.mark.long
def test_a_page_tells_of_trouble_with_the_store_as_a_call_does(tmp_path):
    with server(tmp_path / "home") as address, httpx.Client(base_url=address, timeout=30) as client:
        database = tmp_path / "home" / "course.db"
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("DROP TABLE rooms")
        call, page = client.get("/api/rooms/ABCDEF"), client.get("/room/ABCDEF")
        assert (call.status_code, page.status_code) == (503, 503)
        assert call.json()["error"]["message"] in unescape(page.text)
        for told in (call, page):
            assert str(database) not in told.text and "sqlite" not in told.text
        assert str(database) in (tmp_path / "home" / "server.log").read_text()


@pytest.mark.long
def test_a_database_that_is_removed_under_the_server_is_told_and_no_save_is_acknowledged(tmp_path):
    with server(tmp_path / "home") as address, httpx.Client(base_url=address, timeout=30) as client:
        room, path, ann = open_room(client)
        database = tmp_path / "home" / "course.db"
        database.rename(tmp_path / "away.db")
        lost, health = client.put(path, json=SAVED, headers=ann), client.get("/health")
        assert (lost.status_code, lost.json()["error"]["code"]) == (503, "store")
        assert health.status_code == 503 and "removed" in health.json()["error"]["message"]
        (tmp_path / "away.db").rename(database)
        assert client.put(path, json=SAVED, headers=ann).json()["version"] == 1


FULL = """
import sqlalchemy as sa
from pathlib import Path
# A database that may not grow is what SQLite meets on a full disk; the file says when there is room again.
@sa.event.listens_for(sa.engine.Engine, "begin")
def limit(connection):
    full = Path({flag!r}).exists()
    connection.connection.execute(f"PRAGMA max_page_count={{1 if full else 1000000}}")
"""


def test_a_full_disk_is_told_in_words_and_by_the_health_check_and_nothing_is_lost(tmp_path):
    flag = tmp_path / "full"
    with (
        server(tmp_path / "home", before=FULL.format(flag=str(flag))) as address,
        httpx.Client(base_url=address, timeout=30) as client,
    ):
        room, path, ann = open_room(client)
        assert client.put(path, json=SAVED, headers=ann).status_code == 200
        flag.touch()
        long = {
            "answer": {"items": {"legal-6": {"value": 2, "comment": "x" * 900}}, "targets": {}},
            "version": 1,
        }
        # some pages are still free; the first one beyond them is refused
        answers = [client.post(f"{room.path}/participants", json={"name": "y" * 100}) for _ in range(200)]
        refused = next(one for one in answers if one.status_code != 201)
        client.cookies.clear()
        assert refused.status_code == 503 and "disk" in refused.json()["error"]["message"]
        health = client.get("/health")
        assert health.status_code == 503 and "full" in health.json()["error"]["message"]
        assert client.get(path, headers=ann).json() == {"answer": SAVED["answer"], "version": 1}
        flag.unlink()
        assert client.get("/health").json() == {"status": "ok"}
        assert client.put(path, json=long, headers=ann).json()["version"] == 2


# A clock that is two years ahead, as after a slip of whoever sets it.
AHEAD = """
from datetime import timedelta
from govcourse.server import app
from govcourse.store import base
right = base.now
base.now = app.now = lambda: right() + timedelta(days=800)
"""


@pytest.mark.long
def test_a_start_with_a_wrong_clock_deletes_nothing_and_the_log_says_what_was_due(tmp_path):
    home = tmp_path / "home"
    with server(home) as address, httpx.Client(base_url=address) as client:
        room, path, ann = open_room(client)
        assert client.put(path, json=SAVED, headers=ann).status_code == 200
    with server(home, before=AHEAD) as address, httpx.Client(base_url=address) as client:
        end = time.monotonic() + 60
        while "marked" not in (log := (home / "server.log").read_text()) and time.monotonic() < end:
            client.get("/health")
        assert "Nothing was marked as deleted" in log and room.code in log
        assert client.get(path, headers=ann).json() == {"answer": SAVED["answer"], "version": 1}
    with server(home) as address, httpx.Client(base_url=address) as client:
        assert client.get(path, headers=ann).json() == {"answer": SAVED["answer"], "version": 1}


def test_what_the_store_could_not_tell_a_screen_is_told_again(monkeypatch):
    class Failing:
        async def state(self, room):
            raise StoreError("The disk is full.")

    async def told():
        screen = live.Subscriber("ABCDEF", None)
        said = await live.Events._event(None, Failing(), "room", screen)
        await asyncio.wait_for(screen.wake.wait(), 10)
        return said, screen.pending

    monkeypatch.setattr(live, "AGAIN", 0)
    said, pending = awaited(told())
    assert b"event: trouble" in said and pending == {"room"}
