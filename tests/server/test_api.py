"""The HTTP contract, over the wire."""

import json

import httpx
import pytest

from tests.running import TOKEN

FACILITATOR = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def room(client):
    made = client.post("/api/rooms", json={"title": "Cohort", "sessions": [1, 4]}, headers=FACILITATOR)
    assert made.status_code == 201
    return made.json()


@pytest.fixture
def person(client, room):
    made = client.post(f"/api/rooms/{room['code']}/participants", json={"name": "Ann"})
    assert made.status_code == 201
    client.cookies.clear()
    return {"Authorization": f"Bearer {made.json()['token']}"} | {"code": made.json()["resume_code"]}


def bearer(person):
    return {"Authorization": person["Authorization"]}


def open_activity(client, room, activity="dtca", state="open"):
    url = f"/api/rooms/{room['code']}/activities/{activity}"
    return client.put(url, json={"state": state}, headers=FACILITATOR)


def test_health_says_ok(client):
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_a_room_has_a_code_and_two_addresses(client, room):
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


def test_a_participant_joins_with_the_code_alone_and_gets_a_private_cookie(client, room):
    made = client.post(f"/api/rooms/{room['code'].lower()}/participants", json={})
    assert made.status_code == 201
    assert set(made.json()) == {"participant", "token", "resume_code"}
    cookie = made.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
    info = client.get(f"/api/rooms/{room['code']}")
    assert info.status_code == 200
    listed = {one["id"]: one for one in info.json()["activities"]}
    assert listed["dtca"]["state"] == "closed" and listed["dtca"]["results"] == "hidden"
    assert "ndp-priorities" not in listed


def test_a_room_is_shown_to_its_people_only(client, room):
    assert client.get(f"/api/rooms/{room['code']}").status_code == 401
    assert client.get("/api/rooms/NOROOM").status_code == 404
    assert client.get(f"/api/rooms/{room['code']}", headers=FACILITATOR).status_code == 200


def test_an_answer_goes_in_and_comes_back_with_its_version(client, room, person):
    url = f"/api/rooms/{room['code']}/answers/dtca"
    assert client.get(url, headers=bearer(person)).json() == {"answer": {}, "version": 0}
    closed = client.put(url, json={"answer": {}, "version": 0}, headers=bearer(person))
    assert closed.status_code == 423
    assert open_activity(client, room).status_code == 200
    answer = {"items": {"leadership-1": {"value": 4, "comment": "=1+1 <script>é 🙂"}}}
    saved = client.put(url, json={"answer": answer, "version": 0}, headers=bearer(person))
    assert (saved.status_code, saved.json()) == (200, {"answer": answer, "version": 1})
    assert client.get(url, headers=bearer(person)).json() == {"answer": answer, "version": 1}
    stale = client.put(url, json={"answer": {}, "version": 0}, headers=bearer(person))
    assert stale.status_code == 409
    assert (stale.json()["answer"], stale.json()["version"]) == (answer, 1)


def test_a_wrong_answer_is_refused_with_its_field(client, room, person):
    open_activity(client, room)
    url = f"/api/rooms/{room['code']}/answers/dtca"
    refused = client.put(
        url, json={"answer": {"items": {"nowhere": {}}}, "version": 0}, headers=bearer(person)
    )
    assert (refused.status_code, refused.json()["error"]["field"]) == (422, "items.nowhere")
    for version in ("1", -1, None, True):
        refused = client.put(url, json={"answer": {}, "version": version}, headers=bearer(person))
        assert (refused.status_code, refused.json()["error"]["field"]) == (422, "version")


def test_an_unknown_exercise_is_told(client, room, person):
    answer = client.get(f"/api/rooms/{room['code']}/answers/nowhere", headers=bearer(person))
    assert answer.status_code == 404


def test_participants_see_neither_each_other_nor_other_rooms(client, room, person):
    open_activity(client, room)
    url = f"/api/rooms/{room['code']}/answers/dtca"
    client.put(
        url, json={"answer": {"items": {"legal-1": {"value": 1}}}, "version": 0}, headers=bearer(person)
    )
    other = client.post(f"/api/rooms/{room['code']}/participants", json={}).json()
    client.cookies.clear()
    theirs = {"Authorization": f"Bearer {other['token']}"}
    assert client.get(url, headers=theirs).json()["answer"] == {}
    second = client.post("/api/rooms", json={"sessions": [1]}, headers=FACILITATOR).json()
    assert client.get(f"/api/rooms/{second['code']}/answers/dtca", headers=theirs).status_code == 401
    assert client.get("/api/me/answers/dtca", headers=theirs).status_code == 401


def test_a_participant_does_not_open_activities(client, room, person):
    url = f"/api/rooms/{room['code']}/activities/dtca"
    assert client.put(url, json={"state": "open"}, headers=bearer(person)).status_code == 403
    for body in ({"state": "ajar"}, {"surprise": 1}, {"state": ["open"]}):
        assert client.put(url, json=body, headers=FACILITATOR).status_code == 422


def test_a_resume_code_brings_the_work_back_on_another_browser(address, client, room, person):
    with httpx.Client(base_url=address) as other:
        back = other.post("/api/resume", json={"resume_code": person["code"]})
        assert back.status_code == 200
        assert other.get(f"/api/rooms/{room['code']}/answers/dtca").status_code == 200
        assert other.post("/api/resume", json={"resume_code": "NOBODY1234"}).status_code == 404


def test_an_answers_file_goes_out_and_in(client, example):
    client.get("/voila/render/session-1.ipynb")  # whoever comes for the first time gets a place of their own
    file = {"format": "govcourse-answers", "version": 1, "answers": {"sdg-pitch": example("sdg-pitch")}}
    taken = client.post("/api/me/answers", json=file).json()
    assert taken == {"imported": ["sdg-pitch"], "refused": []}
    assert client.get("/api/me/answers").json()["answers"] == file["answers"]
    mixed = file | {"answers": {"sdg-pitch": {"goal": 99}, "nowhere": {}, "dtca": {}}}
    taken = client.post("/api/me/answers", json=mixed).json()
    assert taken["imported"] == ["dtca"]
    assert {one["activity"] for one in taken["refused"]} == {"sdg-pitch", "nowhere"}
    assert client.get("/api/me/answers/sdg-pitch").json()["answer"] == example("sdg-pitch")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("not json", "not an answers file"),
        ("[]", "not an answers file"),
        ('{"format": "other"}', "not an answers file"),
        ('{"format": "govcourse-answers", "version": 99, "answers": {}}', "newer version"),
        ('{"format": "govcourse-answers", "version": "1", "answers": {}}', "not an answers file"),
        ('{"format": "govcourse-answers", "version": 1, "answers": []}', "not an answers file"),
        ("[" * 100_000, "not an answers file"),
    ],
)
def test_an_unreadable_or_newer_file_changes_nothing(client, example, text, words):
    client.get("/voila/render/session-1.ipynb")
    url = "/api/me/answers/sdg-pitch"
    client.put(url, json={"answer": example("sdg-pitch"), "version": 0})
    refused = client.post("/api/me/answers", content=text)
    assert refused.status_code == 422 and words in refused.json()["error"]["message"]
    assert client.get(url).json()["answer"] == example("sdg-pitch")


@pytest.mark.parametrize(
    ("body", "type", "status"),
    [(b"{", "application/json", 400), (b"[]", "application/json", 400), (b"{}", "text/plain", 415), (b'{"a":' * 60_000, "application/json", 400)],
)  # fmt: skip
def test_a_request_that_is_no_json_object_is_refused(client, body, type, status):
    answer = client.post("/api/rooms", content=body, headers=FACILITATOR | {"Content-Type": type})
    assert answer.status_code == status and answer.json()["error"]["message"]


def test_a_request_from_another_site_is_refused(client):
    headers = FACILITATOR | {"Origin": "https://elsewhere.example"}
    assert client.post("/api/rooms", json={"sessions": [1]}, headers=headers).status_code == 403


def test_a_plan_is_taken_home_as_a_document(client, example):
    client.get("/voila/render/session-4.ipynb")
    client.put("/api/me/answers/action-plan", json={"answer": example("action-plan"), "version": 0})
    for format, start in (("docx", b"PK"), ("xlsx", b"PK")):
        made = client.get(f"/api/me/documents/action-plan.{format}")
        assert made.status_code == 200 and made.content[:2] == start
        assert "openxmlformats" in made.headers["content-type"]
    assert client.get("/api/me/documents/action-plan.exe").status_code == 404
    assert client.get("/api/me/documents/dtca.pptx").status_code == 404


def summary(client, room, activity, headers):
    return client.get(f"/api/rooms/{room['code']}/activities/{activity}/summary", headers=headers)


def show(client, room, activity):
    url = f"/api/rooms/{room['code']}/activities/{activity}"
    return client.put(url, json={"state": "open", "results": "shown"}, headers=FACILITATOR)


def test_participants_see_figures_only_once_they_are_shown(client, room, person):
    open_activity(client, room, "role-of-state")
    url = f"/api/rooms/{room['code']}/answers/role-of-state"
    answer = {"answers": {"role": {"chosen": ["new-role"]}}}
    assert client.put(url, json={"answer": answer, "version": 0}, headers=bearer(person)).status_code == 200
    assert summary(client, room, "role-of-state", bearer(person)).status_code == 403
    assert summary(client, room, "role-of-state", {}).status_code == 401
    assert summary(client, room, "role-of-state", FACILITATOR).json()["n"] == 1
    show(client, room, "role-of-state")
    bars = summary(client, room, "role-of-state", bearer(person)).json()["questions"]["role"]["bars"]
    assert [bar["count"] for bar in bars] == [0, 0, 1]


@pytest.mark.parametrize("activity", ["reflection", "creative-tips"])
def test_private_work_is_summed_up_for_nobody(client, room, person, activity):
    show(client, room, activity)
    for headers in (FACILITATOR, bearer(person)):
        refused = summary(client, room, activity, headers)
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "private")


def test_what_is_not_summed_up_says_so(client, room):
    assert summary(client, room, "pathway", FACILITATOR).status_code == 404


def test_a_room_of_few_shows_no_assessment(client, room, person):
    show(client, room, "dtca")
    url = f"/api/rooms/{room['code']}/answers/dtca"
    answer = {"items": {"leadership-1": {"value": 4}}}
    client.put(url, json={"answer": answer, "version": 0}, headers=bearer(person))
    assert summary(client, room, "dtca", FACILITATOR).json() == {"n": 1, "too_few": 5}


def test_a_save_is_answered_with_what_is_stored(client, room, person):
    show(client, room, "sdg-pitch")
    url = f"/api/rooms/{room['code']}/answers/sdg-pitch"
    sent = {"pitch": "pasted\x0bfrom Word \x01\ufffe"}
    body = json.dumps({"answer": sent, "version": 0}).encode()
    headers = bearer(person) | {"Content-Type": "application/json"}
    stored = {"answer": {"pitch": "pasted\nfrom Word "}, "version": 1}
    assert client.put(url, content=body, headers=headers).json() == stored
    assert client.get(url, headers=bearer(person)).json() == stored


def enough(example):
    from govcourse import content

    rule = content.activity("portfolio").certificate
    needed = [id for id in rule.required if content.activity(id).example and id != "concepts-check"]
    return {id: example(id) for id in needed}


def test_a_certificate_is_issued_once_it_is_earned_and_its_code_is_confirmed(client, example):
    client.get("/sessions/1", follow_redirects=True)
    refused = client.post("/api/me/certificate", json={"name": "Ann"})
    assert refused.status_code == 422
    file = {"format": "govcourse-answers", "version": 1, "answers": enough(example)}
    assert client.post("/api/me/answers", json=file).json()["refused"] == []
    assert client.post("/api/me/certificate", json={"name": " "}).json()["error"]["field"] == "name"
    made = client.post("/api/me/certificate", json={"name": "Ann <b>"})
    assert made.status_code == 201
    code = made.json()["code"]
    assert made.json()["url"].endswith(f"/verify/{code}")
    again = client.post("/api/me/certificate", json={"name": "Ann"}).json()
    assert again["code"] == code
    page = client.get(f"/verify/{code.lower()}")
    assert page.status_code == 200 and "Ann has worked through" in page.text
    assert client.get("/verify/NOSUCHCODE").status_code == 404
    assert client.get("/verify").status_code == 200


def test_a_certificate_is_for_whoever_asks_with_a_token(client):
    client.cookies.clear()
    assert client.post("/api/me/certificate", json={"name": "x"}).status_code == 401
