"""Teams of a room: dealt out, presenting, and with a document of their own."""

import json

import pytest
from govcourse import content, kinds
from govcourse.server import payloads

from tests.kinds.test_shapes import has
from tests.server.conftest import FACILITATOR, Room


def test_teams_present_in_the_order_that_was_set_with_a_countdown(client):
    room = Room(client)
    teams = client.post(f"{room.path}/teams", json={"count": 2}, headers=FACILITATOR).json()["teams"]
    first, second = (team["id"] for team in teams)
    client.put(room.path, json={"order": [second, first]}, headers=FACILITATOR)
    told = client.put(room.path, json={"presents": second, "timer": 240}, headers=FACILITATOR).json()
    assert (told["presenter"], told["order"], told["presented"]) == ("Team 2", [second, first], [second])
    assert told["timer"]["seconds"] == 240 and "Team 2" in told["timer"]["title"]
    told = client.put(room.path, json={"presents": None, "timer": None}, headers=FACILITATOR).json()
    assert told["presenter"] is None and told["timer"] is None
    for wrong in (
        {"presents": "nobody"},
        {"order": ["nobody"]},
        {"order": [1]},
        {"presents": 1},
        {"presents": []},
    ):
        assert client.put(room.path, json=wrong, headers=FACILITATOR).status_code == 422


def test_what_a_team_made_is_read_back_while_it_presents_and_counts_as_a_team_s(client):
    room = Room(client)
    client.post(f"{room.path}/teams", json={"count": 1}, headers=FACILITATOR)
    [team] = client.get(f"{room.path}/teams", headers=FACILITATOR).json()["teams"]
    client.put(f"{room.path}/activities/action-plan", json={"state": "open"}, headers=FACILITATOR)
    plan = content.activity("action-plan").example
    body = {"answer": plan, "version": 0}
    client.put(f"{room.path}/answers/action-plan", json=body, headers=room.people["participant"])
    counts = client.get(f"{room.path}/counts", headers=FACILITATOR).json()
    assert (counts["participants"], counts["team_count"]) == (1, 1)
    assert counts["answered"] == counts["by_teams"] == {"action-plan": 1}
    work = client.get(f"{room.path}/teams/{team['id']}/work/action-plan", headers=FACILITATOR).json()
    assert work == {
        "activity": "action-plan",
        "title": "Action plan",
        "parts": kinds.parts("action-plan", plan),
    }
    for path, status in [
        ("none/work/action-plan", 404),
        (f"{team['id']}/work/nothing", 404),
        (f"{team['id']}/work/reflection", 403),
    ]:
        assert client.get(f"{room.path}/teams/{path}", headers=FACILITATOR).status_code == status
    other = Room(client)
    path = f"{other.path}/teams/{team['id']}/work/action-plan"
    assert client.get(path, headers=FACILITATOR).status_code == 404
    client.put(room.path, json={"presents": team["id"], "timer": 240}, headers=FACILITATOR)
    told = client.put(room.path, json={"look": "action-plan"}, headers=FACILITATOR).json()
    assert told["presents"] is None and told["timer"] is None  # a presentation that nobody ended


@pytest.mark.parametrize(
    "body", [{"count": 0}, {"count": 51}, {"count": True}, {"count": "2"}, {"name": ""}, {}]
)
def test_what_is_no_team_is_refused(client, room, body):
    assert client.post(f"{room.path}/teams", json=body, headers=FACILITATOR).status_code == 422


def send(client, method, path, body, headers=FACILITATOR):
    """JSON as scripts write it: half an emoji is an escape."""
    return client.request(
        method, path, content=json.dumps(body), headers={**headers, "Content-Type": "application/json"}
    )


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_team_s_address_takes_changes_only(client, room, method):
    made = client.post(f"{room.path}/teams", json={"name": "One"}, headers=FACILITATOR).json()["teams"][0]
    path = f"{room.path}/teams/{made['id']}"
    assert send(client, method, path, {"name": "Two"}).status_code == 405


def test_dealing_says_how_many_it_put_into_a_team_and_nothing_is_done_in_silence(client):
    room = Room(client)
    path = f"{room.path}/teams"
    told = send(client, "POST", path, {"count": 10}).json()
    assert (told["dealt"], len(told["teams"])) == (1, 10)
    told = send(client, "POST", path, {"count": 8}).json()
    assert (told["dealt"], len(told["teams"])) == (0, 10)
    told = send(client, "POST", path, {"count": 8, "anew": True}).json()
    assert (told["dealt"], len(told["teams"])) == (1, 8)
    assert "dealt" not in client.get(path, headers=FACILITATOR).json()


def test_a_facilitator_reads_what_a_team_wrote_and_deletes_the_team(client):
    room = Room(client)
    path = f"{room.path}/teams"
    [team] = send(client, "POST", path, {"count": 1}).json()["teams"]
    client.put(f"{room.path}/activities/pathway", json={"state": "open"}, headers=FACILITATOR)
    said = {"answer": {"fields": {"need": "Ten interviews"}}, "version": 0}
    ann = room.people["participant"]
    assert client.put(f"{room.path}/answers/pathway", json=said, headers=ann).status_code == 200
    assert client.get(path, headers=FACILITATOR).json()["teams"][0]["work"] == ["pathway"]
    work = f"{path}/{team['id']}/work"
    told = client.get(f"{work}/pathway", headers=FACILITATOR).json()
    has(payloads.TeamWork, told)
    assert told["activity"] == "pathway" and "Ten interviews" in str(told["parts"])
    for who in ("participant", "other facilitator", "nobody"):
        assert client.get(f"{work}/pathway", headers=room.people[who]).status_code in (401, 403)
        assert client.delete(f"{path}/{team['id']}", headers=room.people[who]).status_code in (401, 403)
    refused = {"nowhere/work/pathway": 404, f"{team['id']}/work/reflection": 403}
    for there, status in refused.items():
        assert client.get(f"{path}/{there}", headers=FACILITATOR).status_code == status
    other = Room(client)
    elsewhere = f"{other.path}/teams/{team['id']}"
    assert client.get(f"{elsewhere}/work/pathway", headers=FACILITATOR).status_code == 404
    assert client.delete(elsewhere, headers=FACILITATOR).status_code == 404
    client.put(room.path, json={"presents": team["id"], "timer": 240}, headers=FACILITATOR)
    gone = client.delete(f"{path}/{team['id']}", headers=FACILITATOR).json()
    assert gone["teams"] == [] and len(gone["alone"]) == 1
    state = client.get(room.path, headers=FACILITATOR).json()
    assert (state["presents"], state["timer"]) == (None, None)


def test_a_room_says_that_teams_are_others_and_only_then(client, room):
    def stamp():
        return client.get(room.path, headers=room.people["participant"]).json()["teams"]

    before = stamp()
    client.put(room.path, json={"message": "Ten minutes"}, headers=FACILITATOR)
    assert stamp() == before
    [team] = client.post(f"{room.path}/teams", json={"count": 1}, headers=FACILITATOR).json()["teams"]
    dealt = stamp()
    client.put(f"{room.path}/teams/{team['id']}", json={"name": "Blue"}, headers=FACILITATOR)
    assert len({before, dealt, stamp()}) == 3
