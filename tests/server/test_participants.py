"""Who comes into a room, and who comes back."""

import re
from datetime import UTC, datetime
from html import unescape

import httpx
from govcourse import content

from tests.server.conftest import FACILITATOR


def test_a_participant_joins_with_the_code_alone_and_gets_a_private_cookie(client, room):
    made = client.post(f"/api/rooms/{room.code.lower()}/participants", json={})
    assert made.status_code == 201
    assert set(made.json()) == {"participant", "token", "resume_code"}
    cookie = made.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
    info = client.get(room.path)
    assert info.status_code == 200
    listed = {one["id"]: one for one in info.json()["activities"]}
    assert listed["dtca"]["state"] == "closed" and listed["dtca"]["results"] == "hidden"
    assert "ndp-priorities" not in listed


def test_a_resume_code_brings_the_work_back_on_another_browser(address, client, room, person):
    with httpx.Client(base_url=address) as other:
        back = other.post("/api/resume", json={"resume_code": person["code"]})
        assert back.status_code == 200
        assert other.get(f"{room.path}/answers/dtca").status_code == 200
        assert other.post("/api/resume", json={"resume_code": "NOBODY1234"}).status_code == 404


def test_what_a_resume_code_has_of_an_exercise_is_told_to_somebody_else_s_page_too(
    client, address, room, person, example
):
    who = {"Authorization": person["Authorization"]}
    client.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    given = client.put(
        f"{room.path}/answers/dtca", json={"answer": example("dtca"), "version": 0}, headers=who
    )
    with httpx.Client(base_url=address) as other:

        def ask(code, activity):
            return other.post("/api/earlier", json={"resume_code": code, "activity": activity})

        told = ask(person["code"].lower(), "dtca").json()
        assert told == {"answer": given.json()["answer"], "saved": datetime.now(UTC).date().isoformat()}
        assert ask(person["code"], "pathway").json() == {"answer": {}, "saved": ""}
        assert "set-cookie" not in ask(person["code"], "dtca").headers  # it brings an answer, and nobody back
        wrong = ask("NOBODY1234", "dtca")
        assert (wrong.status_code, wrong.json()["error"]["message"]) == (
            404,
            content.texts()["api"]["no_such_code"],
        )
        assert ask(person["code"], "nowhere").status_code == 404
        assert ask(person["code"], None).status_code == 422


def test_who_was_in_the_room_on_another_phone_comes_back_by_the_join_page_and_is_counted_once(
    address, client, room, person
):
    with httpx.Client(base_url=address, follow_redirects=True) as other:
        assert 'name="resume_code"' in other.get(f"/join/{room.code}").text
        wrong = other.post("/join", data={"resume_code": "NOBODY-HAS-THIS"})
        assert wrong.status_code == 404 and content.texts()["pages"]["resume_wrong"] in unescape(wrong.text)
        before = client.get(f"{room.path}/counts", headers=FACILITATOR).json()["participants"]
        back = other.post("/join", data={"resume_code": person["code"].lower()})
        assert (back.status_code, back.url.path) == (200, f"/room/{room.code}")
        assert person["code"] in back.text
        assert client.get(f"{room.path}/counts", headers=FACILITATOR).json()["participants"] == before


def test_all_of_one_s_work_and_of_one_s_team_s_is_read_and_taken_home_also_after_the_end(
    client, room, person
):
    who = {"Authorization": person["Authorization"]}
    page = f"/room/{room.code}/work"
    assert client.get(page, follow_redirects=False).headers["Location"] == f"/join/{room.code}"
    assert content.texts()["pages"]["room_work_none"] in client.get(page, headers=who).text
    client.post(f"{room.path}/teams", json={"count": 1}, headers=FACILITATOR)
    for activity, answer in [
        ("sdg-pitch", {"pitch": "Every <b>visit</b> counts"}),
        ("pathway", {"fields": {"need": "Ten interviews"}}),
        ("reflection", {"fields": {content.activity("reflection").fields[0].id: "For me alone"}}),
    ]:
        client.put(f"{room.path}/activities/{activity}", json={"state": "open"}, headers=FACILITATOR)
        body = {"answer": answer, "version": 0}
        assert client.put(f"{room.path}/answers/{activity}", json=body, headers=who).status_code == 200
    client.put(room.path, json={"status": "ended"}, headers=FACILITATOR)
    told = client.get(page, headers=who).text
    for text in (
        "Every &lt;b&gt;visit&lt;/b&gt; counts",
        "Ten interviews",
        "For me alone",
        "By your team, Team 1",
    ):
        assert text in told
    for path in re.findall(r'href="([^"]+/documents/(?:sdg-pitch|pathway)\.docx)"', told):
        assert client.get(path, headers=who).headers["Content-Type"].endswith("wordprocessingml.document")
    assert len(re.findall(r"documents/[a-z-]+\.docx", told)) == 3
    other = room.people["participant"]
    assert "For me alone" not in client.get(page, headers=other).text


def test_who_is_taken_out_of_a_room_is_in_it_no_more_with_all_that_they_gave_until_they_are_let_in_again(
    client, room, person
):
    mine = {"Authorization": person["Authorization"]}
    client.put(f"{room.path}/activities/role-of-state", json={"state": "open"}, headers=FACILITATOR)
    client.put(room.path, json={"questions": "open"}, headers=FACILITATOR)
    answer = client.get(f"{room.path}/answers/role-of-state", headers=mine).json()["answer"]
    saved = {"answer": answer, "version": 0}
    assert client.put(f"{room.path}/answers/role-of-state", json=saved, headers=mine).status_code == 200
    assert client.post(f"{room.path}/questions", json={"text": "Why?"}, headers=mine).status_code == 201
    id = next(one["id"] for one in client.get(f"{room.path}/teams", headers=FACILITATOR).json()["alone"] if one["name"] == "Ann")  # fmt: skip
    there = f"{room.path}/participants/{id}"

    def seen():
        counts = client.get(f"{room.path}/counts", headers=FACILITATOR).json()
        asked = client.get(f"{room.path}/questions", headers=FACILITATOR).json()["questions"]
        return counts["participants"], counts["answered"].get("role-of-state", 0), len(asked)

    assert seen() == (2, 1, 1)
    told = client.put(there, json={"removed": True}, headers=FACILITATOR).json()
    assert told["removed"] == [{"id": id, "name": "Ann"}] and id not in [one["id"] for one in told["alone"]]
    assert seen() == (1, 0, 0)
    refused = client.put(f"{room.path}/answers/role-of-state", json={**saved, "version": 1}, headers=mine)
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "removed")
    back = client.post("/api/resume", json={"resume_code": person["code"]}).json()
    client.cookies.clear()
    page = client.get(f"/room/{room.code}", headers={"Authorization": f"Bearer {back['token']}"})
    assert page.status_code == 403 and "taken you out" in page.text
    assert client.put(there, json={"removed": False}, headers=FACILITATOR).json()["removed"] == []
    assert seen() == (2, 1, 1)
    assert client.put(f"{room.path}/answers/role-of-state", json={**saved, "version": 1}, headers=mine).status_code == 200  # fmt: skip


def test_only_facilitators_take_somebody_out_and_only_people_of_the_room(client, room, person):
    told = client.get(f"{room.path}/teams", headers=FACILITATOR).json()["alone"]
    there = f"{room.path}/participants/{told[0]['id']}"
    for who in ("participant", "other facilitator", "nobody"):
        answer = client.put(there, json={"removed": True}, headers=room.people[who])
        assert answer.status_code == 403, who
    assert client.put(there, json={"removed": 1}, headers=FACILITATOR).status_code == 422
    nobody = client.put(f"{room.path}/participants/abc", json={"removed": True}, headers=FACILITATOR)
    assert (nobody.status_code, nobody.json()["error"]["code"]) == (404, "no_person")


def test_into_a_locked_room_comes_nobody_new_and_who_was_in_it_goes_on(client, room, person):
    assert client.put(room.path, json={"locked": "yes"}, headers=FACILITATOR).status_code == 422
    client.put(room.path, json={"locked": True}, headers=FACILITATOR)
    refused = client.post(f"{room.path}/participants", json={})
    assert (refused.status_code, refused.json()["error"]["code"]) == (423, "room_locked")
    page = client.post(f"/join/{room.code}", data={"name": "Ben"})
    assert page.status_code == 423 and "Nobody new gets into this room" in page.text
    assert client.post("/api/resume", json={"resume_code": person["code"]}).status_code == 200
    assert client.get(room.path, headers=room.people["participant"]).status_code == 200
    client.put(room.path, json={"locked": False}, headers=FACILITATOR)
    assert client.post(f"{room.path}/participants", json={}).status_code == 201
