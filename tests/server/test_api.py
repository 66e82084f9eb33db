"""The HTTP contract, over the wire."""

from tests.server.conftest import FACILITATOR, bearer, open_activity


def test_health_says_ok(client):
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_a_room_is_shown_to_its_people_only(client, room):
    assert client.get(room.path).status_code == 401
    assert client.get("/api/rooms/NOROOM").status_code == 404
    assert client.get(room.path, headers=FACILITATOR).status_code == 200


def test_participants_see_neither_each_other_nor_other_rooms(client, room, person):
    open_activity(client, room)
    url = f"{room.path}/answers/dtca"
    client.put(
        url, json={"answer": {"items": {"legal-6": {"value": 1}}}, "version": 0}, headers=bearer(person)
    )
    other = client.post(f"{room.path}/participants", json={}).json()
    client.cookies.clear()
    theirs = {"Authorization": f"Bearer {other['token']}"}
    assert client.get(url, headers=theirs).json()["answer"] == {}
    second = client.post("/api/rooms", json={"sessions": [1]}, headers=FACILITATOR).json()
    assert client.get(f"/api/rooms/{second['code']}/answers/dtca", headers=theirs).status_code == 401
    assert client.get("/api/me/answers/dtca", headers=theirs).status_code == 401
