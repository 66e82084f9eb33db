"""What a facilitator does with a room: what it is told at its start, who has prepared, notes merged, teams that present."""

import io

import httpx
import pytest
from govcourse.kinds.moderation import moderated
from pypdf import PdfReader

from tests.running import TOKEN
from tests.server.test_live import FACILITATOR, Room


def note(id, votes=0, **more):
    return {"id": id, "text": f"text of {id}", "group": "", "votes": votes, "comments": [], **more}


def test_merged_notes_add_up_and_hidden_ones_are_not_seen_with_them():
    notes = [note("a", 1), note("b", 2, comments=["yes"]), note("c", 4), note("d")]
    settings = {"merged": {"b": "a", "c": "b"}, "hidden": ["c"], "grouped": {"a": "Now"}}
    seen = {one["id"]: one for one in moderated(notes, settings, facilitator=True)}
    assert set(seen) == {"a", "d"}
    assert seen["a"]["votes"] == 7 and seen["a"]["comments"] == ["yes"] and seen["a"]["group"] == "Now"
    assert [one["id"] for one in seen["a"]["merged"]] == ["b", "c"]
    others = {one["id"]: one for one in moderated(notes, settings, facilitator=False)}
    assert others["a"]["votes"] == 3 and "text of c" not in str(others)
    gone = moderated(notes, {"merged": {"b": "a"}, "hidden": ["a"]}, facilitator=False)
    assert "text of b" not in str(gone)


def test_a_note_whose_other_half_was_deleted_stands_alone_again():
    assert [one["id"] for one in moderated([note("b")], {"merged": {"b": "a"}}, facilitator=False)] == ["b"]


@pytest.mark.parametrize(
    "merged", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "a"}, {"a": 1}, ["a"]]
)
def test_notes_cannot_be_merged_in_a_circle(client, merged):
    room = Room(client)
    answer = client.put(f"{room.path}/activities/digital-value", json={"merged": merged}, headers=FACILITATOR)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "merged")


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


def test_the_form_keeps_what_was_typed_when_something_is_wrong(client):
    given = {"title": "My <room>", "keep": "forever", "sessions": ["1", "2"]}
    page = client.post(f"/facilitator?token={TOKEN}", data=given)
    assert page.status_code == 422 and "My &lt;room&gt;" in page.text and 'role="alert"' in page.text
    made = client.post(f"/facilitator?token={TOKEN}", data={**given, "keep": "7"})
    assert made.status_code == 302 and "/facilitator/" in made.headers["location"]


def test_an_archived_room_leaves_the_list_and_can_be_opened_again(client):
    room = Room(client)
    client.put(room.path, json={"status": "archived", "title": "Old one"}, headers=FACILITATOR)
    assert client.post(f"{room.path}/participants", json={}).status_code == 423
    page = client.get(f"/facilitator?token={TOKEN}").text
    assert "Old one" in page.split("<details>")[1] and "Old one" not in page.split("<details>")[0]
    client.put(room.path, json={"status": "open"}, headers=FACILITATOR)
    assert client.post(f"{room.path}/participants", json={}).status_code == 201


def test_who_has_prepared_is_counted_and_named_only_where_a_name_was_given(client):
    made = client.post("/api/rooms", json={"sessions": [1, 2], "expected": 12}, headers=FACILITATOR).json()
    path = f"/api/rooms/{made['code']}"
    client.put(path, json={"session": 2}, headers=FACILITATOR)
    client.put(f"{path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    for name, answer in (
        ("Ann", {"items": {"legal-1": {"value": 2}}}),
        ("", {"items": {"legal-1": {"value": 3}}}),
        ("Ben", None),
    ):
        token = client.post(f"{path}/participants", json={"name": name}).json()["token"]
        client.cookies.clear()
        if answer:
            body = {"answer": answer, "version": 0}
            client.put(f"{path}/answers/dtca", json=body, headers={"Authorization": f"Bearer {token}"})
    found = client.get(f"{path}/preparation", headers=FACILITATOR).json()
    assert (found["expected"], found["joined"], found["session"]) == (12, 3, 2)
    assert [(task["id"], task["all"], task["done"], task["begun"]) for task in found["tasks"]] == [
        ("dtca", 3, 0, 2)
    ]
    assert found["named"] == [
        {"name": "Ann", "stages": {"dtca": "begun"}},
        {"name": "Ben", "stages": {"dtca": "not"}},
    ]


def test_a_certificate_file_and_portfolio_go_by_what_the_team_entered_too(client, example):
    from govcourse import content

    room = Room(client)
    client.post(f"{room.path}/teams", json={"count": 1}, headers=FACILITATOR)
    me = room.people["participant"]
    assert client.get(f"{room.path}/team", headers=me).json()["team"]
    rule = content.activity("portfolio").certificate
    given = [id for id in rule.required if content.activity(id).example and id != "concepts-check"]
    shared = [id for id in given if content.activity(id).setting == "breakout"]
    assert len(given) >= rule.at_least > len(given) - len(shared)
    for id in [*given, "portfolio"]:
        client.put(f"{room.path}/activities/{id}", json={"state": "open"}, headers=FACILITATOR)
        body = {"answer": example(id), "version": 0}
        assert client.put(f"{room.path}/answers/{id}", json=body, headers=me).status_code == 200
    assert set(client.get(f"{room.path}/answers", headers=me).json()["answers"]) >= set(shared)
    issued = client.post(f"{room.path}/certificate", json={"name": "Ann"}, headers=me)
    assert issued.status_code == 201, issued.text
    made = client.get(f"{room.path}/documents/portfolio.certificate", headers=me, timeout=60)
    (page,) = PdfReader(io.BytesIO(made.content)).pages
    assert issued.json()["code"] in page.extract_text()


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


def test_a_learner_can_delete_all_of_their_work(address):
    with httpx.Client(base_url=address) as client:
        client.get("/voila/render/session-1.ipynb")
        saved = client.put("/api/me/answers/dtca", json={"answer": {}, "version": 0})
        assert saved.status_code == 200
        token = client.cookies["govcourse_learner"]
        assert "deleted" in client.post("/", data={"forget": "yes"}).text
        again = client.get("/api/me/answers/dtca", headers={"Authorization": f"Bearer {token}"})
        assert again.status_code == 401
