"""What a room is told, and what it cannot be."""

import pytest

from tests.server.conftest import FACILITATOR


def test_a_room_knows_what_it_was_told_at_its_start(client):
    told = {
        "title": " Cohort ",
        "sessions": [2, 1, 2],
        "country": "Fiji",
        "date": "2027-03-01",
        "language": "en",
    }
    numbers = {"teams": 3, "expected": 30, "keep": 90}
    code = client.post("/api/rooms", json={**told, **numbers}, headers=FACILITATOR).json()["code"]
    about = client.get(f"/api/rooms/{code}/facilitators", headers=FACILITATOR).json()["about"]
    assert about == {"code": code, "status": "open", **told, "title": "Cohort", "sessions": [1, 2], **numbers}
    teams = []
    for _ in range(5):
        joined = client.post(f"/api/rooms/{code}/participants", json={}).json()
        client.cookies.clear()
        mine = client.get(f"/api/rooms/{code}/team", headers={"Authorization": f"Bearer {joined['token']}"})
        teams.append(mine.json()["team"]["name"])
    assert sorted(map(teams.count, set(teams))) == [1, 2, 2]


@pytest.mark.parametrize(
    ("field", "value"),
    [("sessions", []), ("sessions", [6]), ("sessions", [True]), ("date", "tomorrow"), ("teams", 51), ("expected", -1),
     ("keep", 0), ("keep", "9"), ("title", "x" * 201), ("language", "<b>"), ("colour", "red")],
)  # fmt: skip
def test_a_room_that_cannot_be_made_says_which_field_is_wrong(client, field, value):
    answer = client.post("/api/rooms", json={field: value}, headers=FACILITATOR)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"session": 3}, "session"), ({"session": "1"}, "session"), ({"look": "nowhere"}, "look"), ({"timer": -1}, "timer"),
        ({"timer": 1.5}, "timer"), ({"status": "sleeping"}, "status"), ({"message": "x" * 1001}, "message"),
        ({"title": None}, "title"), ({"code": "ABCDEF"}, "code"), ({"step": True}, "step"),
    ],
)  # fmt: skip
def test_what_a_room_cannot_be_is_refused_with_its_field(client, room, body, field):
    answer = client.put(room.path, json=body, headers=FACILITATOR)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)


def test_a_run_sheet_keeps_when_the_session_and_its_step_began(client, room):
    first = client.put(room.path, json={"session": 4, "step": 0}, headers=FACILITATOR).json()["run"]
    assert (first["session"], first["step"]) == (4, 0) and first["began"] == first["since"]
    then = client.put(room.path, json={"step": 2}, headers=FACILITATOR).json()["run"]
    assert (then["session"], then["step"], then["began"]) == (4, 2, first["began"])
    other = client.put(room.path, json={"session": 1, "step": 1}, headers=FACILITATOR).json()["run"]
    assert other["session"] == 1 and other["began"] >= then["since"]
