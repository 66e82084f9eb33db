"""Rooms are made, changed, ended and deleted by their facilitators."""

import io

import pytest
from docx import Document
from govcourse import content

from tests.running import TOKEN
from tests.server.conftest import FACILITATOR, Room


def test_a_room_has_a_code_and_two_addresses(client):
    made = client.post("/api/rooms", json={"title": "Cohort", "sessions": [1, 4]}, headers=FACILITATOR)
    assert made.status_code == 201
    room = made.json()
    assert len(room["code"]) == 6
    assert room["join_url"].endswith(f"/join/{room['code']}")
    assert f"/facilitator/{room['code']}?key=" in room["facilitator_url"]


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic x"}])
def test_only_a_facilitator_makes_rooms(client, headers):
    answer = client.post("/api/rooms", json={"title": "x", "sessions": [1]}, headers=headers)
    assert answer.status_code == 403
    assert answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("body", "field"),
    [({"sessions": [6]}, "sessions"), ({"sessions": []}, "sessions"), ({"sessions": [True]}, "sessions"), ({"title": 5}, "title")],
)  # fmt: skip
def test_a_room_of_a_wrong_shape_is_refused(client, body, field):
    answer = client.post("/api/rooms", json=body, headers=FACILITATOR)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, field)


def test_a_room_goes_through_a_day_of_the_five_day_version_as_through_a_session(client):
    made = client.post("/api/rooms", json={"sessions": [11, 12]}, headers=FACILITATOR).json()
    path = f"/api/rooms/{made['code']}"
    room = client.get(path, headers=FACILITATOR).json()
    used = {item.activity for item in content.day(1).run_sheet().agenda if item.activity}
    listed = {one["id"]: one["sessions"] for one in room["activities"]}
    assert room["session"] == 11 and used <= set(listed) and all(11 in listed[id] for id in used)
    told = client.get(f"{path}/console", headers=FACILITATOR).json()["sessions"]
    sheets = {one["number"]: one for one in told}
    assert sheets[11]["name"] == "Day 1" and sum(one["minutes"] for one in sheets[11]["agenda"]) == 420
    done = client.put(path, json={"session": 12, "step": 3}, headers=FACILITATOR).json()
    assert (done["run"]["session"], done["run"]["step"]) == (12, 3)
    assert client.get(f"{path}/preparation", headers=FACILITATOR).json()["tasks"] == []
    page = client.get(f"/facilitator?token={TOKEN}", follow_redirects=True).text
    assert 'value="15"' in page and "Day 5" in page


def test_an_archived_room_leaves_the_list_and_can_be_opened_again(client):
    room = Room(client)
    client.put(room.path, json={"status": "archived", "title": "Old one"}, headers=FACILITATOR)
    assert client.post(f"{room.path}/participants", json={}).status_code == 423
    page = client.get(f"/facilitator?token={TOKEN}", follow_redirects=True).text
    assert "Old one" in page.split("<details>")[1] and "Old one" not in page.split("<details>")[0]
    client.put(room.path, json={"status": "open"}, headers=FACILITATOR)
    assert client.post(f"{room.path}/participants", json={}).status_code == 201


def test_a_revoked_link_opens_nothing_any_more(client, room):
    made = client.post(f"{room.path}/facilitators", json={"name": "Ann"}, headers=FACILITATOR).json()
    hers = {"Authorization": f"Bearer {made['url'].split('key=')[1]}"}
    assert client.get(f"{room.path}/counts", headers=hers).status_code == 200
    assert client.delete(f"{room.path}/facilitators/{made['id']}", headers=FACILITATOR).status_code == 200
    assert client.get(f"{room.path}/counts", headers=hers).status_code == 403
    acts = client.get(f"{room.path}/facilitators", headers=FACILITATOR).json()["acts"]
    assert [one["act"] for one in acts] == ["link for Ann revoked", "link for Ann"]


def test_links_that_a_facilitator_made_are_listed_with_who_made_them_and_end_with_theirs(client, room):
    def link(by, name):
        made = client.post(f"{room.path}/facilitators", json={"name": name}, headers=by).json()
        return made["id"], {"Authorization": f"Bearer {made['url'].split('key=')[1]}"}

    def listed(by):
        told = client.get(f"{room.path}/facilitators", headers=by).json()["facilitators"]
        return {one["name"]: (one["maker"], one["own"]) for one in told}

    ann, by_ann = link(room.people["facilitator"], "Ann")
    phone, by_phone = link(by_ann, "Ann's phone")
    _, by_dan = link(by_phone, "Dan")
    assert listed(by_dan) == {"Ann": (None, False), "Ann's phone": (ann, False), "Dan": (phone, True)}
    told = client.delete(f"{room.path}/facilitators/{ann}?made=1", headers=FACILITATOR)
    assert told.status_code == 200 and set(told.json()["revoked"]) >= {ann, phone}
    for headers in (by_ann, by_phone, by_dan):
        assert client.get(f"{room.path}/counts", headers=headers).status_code == 403
        assert (
            client.post(f"{room.path}/facilitators", json={"name": "X"}, headers=headers).status_code == 403
        )
    told = client.get(f"{room.path}/facilitators", headers=FACILITATOR).json()
    assert told["facilitators"] == []
    assert {one["act"] for one in told["acts"][:3]} == {
        f"link for {name} revoked" for name in ("Ann", "Ann's phone", "Dan")
    }


def test_an_ended_room_saves_nothing_and_lets_nobody_in(client, room):
    client.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    client.put(room.path, json={"status": "ended"}, headers=FACILITATOR)
    save = client.put(f"{room.path}/answers/dtca", json={"answer": {}, "version": 0}, headers=room.people["participant"])  # fmt: skip
    assert (save.status_code, save.json()["error"]["code"]) == (423, "ended")
    assert client.post(f"{room.path}/participants", json={}).status_code == 423
    assert client.get(f"{room.path}/answers", headers=room.people["participant"]).status_code == 200


def test_the_qr_code_holds_nothing_but_a_picture(client, room):
    picture = client.get(f"{room.path}/qr.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml") and "<svg" in picture.text
    assert "script" not in picture.text


def test_a_room_is_tried_with_a_simulated_class_in_a_room_of_its_own(client):
    room = client.post("/api/rooms", json={"title": "Cohort", "sessions": [2]}, headers=FACILITATOR).json()
    path = f"/api/rooms/{room['code']}"
    joined = client.post(f"{path}/participants", json={}).json()
    client.cookies.clear()
    refused = client.post(
        f"{path}/rehearsal", json={}, headers={"Authorization": f"Bearer {joined['token']}"}
    )
    assert refused.status_code == 403
    assert client.post(f"{path}/rehearsal", json={"seed": "1"}, headers=FACILITATOR).status_code == 422
    first = client.post(f"{path}/rehearsal", json={"seed": 1}, headers=FACILITATOR).json()
    made = client.post(f"{path}/rehearsal", json={"seed": 2}, headers=FACILITATOR).json()
    assert client.get(f"/api/rooms/{first['code']}", headers=FACILITATOR).status_code == 404
    there = f"/api/rooms/{made['code']}"
    state = client.get(there, headers=FACILITATOR).json()
    assert state["practice"] and state["title"] == "Practice: Cohort" and state["sessions"] == [2]
    assert client.get(f"{there}/counts", headers=FACILITATOR).json()["participants"] == 40
    assert client.get(f"{path}/counts", headers=FACILITATOR).json()["participants"] == 1
    again = client.post(f"{there}/rehearsal", json={}, headers=FACILITATOR)
    assert again.status_code == 422  # practice of practice
    assert not client.get(path, headers=FACILITATOR).json()["practice"]
    assert "Practice: Cohort" in client.get(made["url"], follow_redirects=True).text
    report = client.get(f"{there}/report.docx", headers=FACILITATOR)
    assert report.status_code == 200
    words = "\n".join(one.text for one in Document(io.BytesIO(report.content)).paragraphs)
    assert "Practice: Cohort" in words


def test_projectors_turn_a_page_which_participants_do_not_hear(client, room):
    screen = {"what": "dtca asks", "page": 1, "pages": 3}
    assert client.put(room.path, json={"screen": screen}, headers=FACILITATOR).status_code == 200
    assert client.get(room.path, headers=FACILITATOR).json()["screen"] == screen
    told = client.get(room.path, headers=room.people["participant"]).json()
    assert not {"screen", "shown", "work"} & set(told)
    acts = client.get(f"{room.path}/facilitators", headers=FACILITATOR).json()["acts"]
    assert acts == []  # to turn a page is nothing that has to be accounted for


def test_a_projector_that_counts_its_pages_turns_none_for_the_others(client, room):
    def tell(**screen):
        client.put(room.path, json={"screen": {"what": "dtca asks", **screen}}, headers=FACILITATOR)
        return client.get(room.path, headers=FACILITATOR).json()["screen"]["page"]

    tell(page=0, pages=3)
    tell(page=2, pages=3)
    assert tell(pages=7) == 2
    assert tell(pages=2) == 1  # it has no more
    assert tell(what="another", pages=4) == 0


@pytest.mark.parametrize(
    "screen",
    [None, [], {}, {"what": "x", "page": 3, "pages": 3}, {"what": "x", "page": -1, "pages": 3}, {"what": "x" * 201, "page": 0, "pages": 1},
     {"what": "x", "page": True, "pages": 3}, {"what": "x", "page": 0, "pages": 1, "more": 1}],
)  # fmt: skip
def test_a_page_that_no_projector_has_is_refused(client, room, screen):
    assert client.put(room.path, json={"screen": screen}, headers=FACILITATOR).status_code == 422


def test_projectors_show_what_was_opened_revealed_or_looked_at_last(client, room):
    def shown():
        return client.get(room.path, headers=FACILITATOR).json()["shown"]

    for path, body, expected in [
        ("/activities/dtca", {"state": "open"}, "dtca"),
        ("/activities/sdg-pitch", {"state": "open"}, "sdg-pitch"),
        ("/activities/sdg-pitch", {"state": "closed"}, "sdg-pitch"),
        ("/activities/dtca", {"results": "shown"}, "dtca"),
        ("", {"look": "sdg-pitch"}, "sdg-pitch"),
        ("", {"message": "Ten minutes"}, "sdg-pitch"),
        ("", {"look": "dtca-debrief", "activities": {"dtca": {"results": "shown"}}}, "dtca-debrief"),
        ("", {"look": None}, None),
    ]:
        assert client.put(f"{room.path}{path}", json=body, headers=FACILITATOR).status_code == 200
        assert shown() == expected, body


@pytest.mark.parametrize(
    ("path", "body"),
    [("/activities/dtca", {"state": "closed"}), ("", {"status": "ended"}), ("", {"session": 4})],
)
def test_a_countdown_ends_with_its_exercise_its_session_and_its_room(client, room, path, body):
    client.put(f"{room.path}/activities/dtca", json={"state": "open", "timer": 60}, headers=FACILITATOR)
    timer = client.get(room.path, headers=FACILITATOR).json()["timer"]
    assert timer["activity"] == "dtca"
    client.put(f"{room.path}/activities/sdg-pitch", json={"state": "closed"}, headers=FACILITATOR)
    assert client.get(room.path, headers=FACILITATOR).json()["timer"] == timer  # of another exercise
    client.put(f"{room.path}{path}", json=body, headers=FACILITATOR)
    assert client.get(room.path, headers=FACILITATOR).json()["timer"] is None
