"""Answers, their documents and certificates over the wire."""

import io
import json

import pytest
from pypdf import PdfReader

from tests.server.conftest import FACILITATOR, Room, bearer, open_activity, show


def test_an_answer_goes_in_and_comes_back_with_its_version(client, room, person):
    url = f"{room.path}/answers/dtca"
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
    url = f"{room.path}/answers/dtca"
    refused = client.put(
        url, json={"answer": {"items": {"nowhere": {}}}, "version": 0}, headers=bearer(person)
    )
    assert (refused.status_code, refused.json()["error"]["field"]) == (422, "items.nowhere")
    for version in ("1", -1, None, True, 2**31 - 1, 2**31, 2**63):
        refused = client.put(url, json={"answer": {}, "version": version}, headers=bearer(person))
        assert (refused.status_code, refused.json()["error"]["field"]) == (422, "version")


def test_an_unknown_exercise_is_told(client, room, person):
    answer = client.get(f"{room.path}/answers/nowhere", headers=bearer(person))
    assert answer.status_code == 404


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


def test_a_plan_is_taken_home_as_a_document(client, example):
    client.get("/voila/render/session-4.ipynb")
    client.put("/api/me/answers/action-plan", json={"answer": example("action-plan"), "version": 0})
    for format, start in (("docx", b"PK"), ("xlsx", b"PK")):
        made = client.get(f"/api/me/documents/action-plan.{format}")
        assert made.status_code == 200 and made.content[:2] == start
        assert "openxmlformats" in made.headers["content-type"]
    assert client.get("/api/me/documents/action-plan.exe").status_code == 404
    assert client.get("/api/me/documents/dtca.pptx").status_code == 404


def test_a_save_is_answered_with_what_is_stored(client, room, person):
    show(client, room, "sdg-pitch")
    url = f"{room.path}/answers/sdg-pitch"
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


HALF = "half \ud83d\ufffe\x01 an emoji"


WHOLE = "half  an emoji"


def send(client, method, path, body, headers=FACILITATOR):
    """JSON as scripts write it: half an emoji is an escape."""
    return client.request(
        method, path, content=json.dumps(body), headers={**headers, "Content-Type": "application/json"}
    )


def test_an_answer_is_cleaned_and_comes_back_as_it_was_saved(client, room):
    client.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    mine = room.people["participant"]
    given = {"answer": {"items": {"legal-6": {"value": 2, "comment": f"Word\vbreak {HALF}"}}}, "version": 0}
    saved = send(client, "PUT", f"{room.path}/answers/dtca", given, mine)
    assert saved.json()["answer"]["items"]["legal-6"]["comment"] == f"Word\nbreak {WHOLE}"
    assert client.get(f"{room.path}/answers/dtca", headers=mine).json()["answer"] == saved.json()["answer"]


def test_an_answers_file_is_cleaned(client):
    client.get("/sessions/1")
    file = {"format": "govcourse-answers", "version": 1, "answers": {"sdg-pitch": {"goal": 4, "pitch": HALF}}}
    client.post("/api/me/answers", content=json.dumps(file))
    kept = client.get("/api/me/answers")
    assert "\ud83d" not in json.dumps(kept.json(), ensure_ascii=False)


@pytest.mark.parametrize("version", [2**31, 2**63, 10**40])
def test_a_version_that_there_cannot_be_is_refused(client, room, version):
    client.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    body = {"answer": {}, "version": version}
    refused = client.put(f"{room.path}/answers/dtca", json=body, headers=room.people["participant"])
    assert (refused.status_code, refused.json()["error"]["field"]) == (422, "version")
