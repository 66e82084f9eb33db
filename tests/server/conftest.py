"""One running server for all tests of this folder, and a room on it."""

import httpx
import pytest

from tests.running import TOKEN, server

FACILITATOR = {"Authorization": f"Bearer {TOKEN}"}


class Room:
    """A room with a facilitator's link, a participant, and somebody of another room."""

    def __init__(self, client):
        made = client.post(
            "/api/rooms", json={"title": "Cohort", "sessions": [1, 4]}, headers=FACILITATOR
        ).json()
        self.code, self.path = made["code"], f"/api/rooms/{made['code']}"
        self.key = made["facilitator_url"].split("key=")[1]
        other = client.post("/api/rooms", json={"sessions": [1]}, headers=FACILITATOR).json()
        self.people = {
            "server": FACILITATOR,
            "facilitator": {"Authorization": f"Bearer {self.key}"},
            "participant": self.bearer(client, self.code),
            "other room": self.bearer(client, other["code"]),
            "other facilitator": {"Authorization": f"Bearer {other['facilitator_url'].split('key=')[1]}"},
            "nobody": {},
        }

    @staticmethod
    def bearer(client, code):
        token = client.post(f"/api/rooms/{code}/participants", json={}).json()["token"]
        client.cookies.clear()
        return {"Authorization": f"Bearer {token}"}


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    with server(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture
def client(address):
    with httpx.Client(
        base_url=address, timeout=60, verify=False
    ) as opened:  # without TLS no authorities are read
        yield opened


@pytest.fixture
def room(client):
    return Room(client)


@pytest.fixture
def person(client, room):
    """Ann, who is in the room: her right, and the code by which she comes back."""
    made = client.post(f"{room.path}/participants", json={"name": "Ann"})
    assert made.status_code == 201
    client.cookies.clear()
    return {"Authorization": f"Bearer {made.json()['token']}"} | {"code": made.json()["resume_code"]}


def bearer(person):
    return {"Authorization": person["Authorization"]}


def open_activity(client, room, activity="dtca", state="open"):
    return client.put(f"{room.path}/activities/{activity}", json={"state": state}, headers=FACILITATOR)


def show(client, room, activity):
    body = {"state": "open", "results": "shown"}
    return client.put(f"{room.path}/activities/{activity}", json=body, headers=FACILITATOR)
