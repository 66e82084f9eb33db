"""Requests that no page of ours sends: texts that nothing can carry, and addresses that lead nowhere."""

import json

import httpx
import pytest
from govcourse.content import review
from govcourse.store import open_store

from tests.running import TOKEN, server
from tests.server.conftest import FACILITATOR, Room

HALF = "half \ud83d\ufffe\x01 an emoji"
WHOLE = "half  an emoji"


def send(client, method, path, body, headers=FACILITATOR):
    """JSON as scripts write it: half an emoji is an escape."""
    return client.request(
        method, path, content=json.dumps(body), headers={**headers, "Content-Type": "application/json"}
    )


def first_state(client, room):
    with client.stream("GET", f"{room.path}/events", headers=room.people["participant"]) as stream:
        assert stream.status_code == 200
        lines = stream.iter_lines()
        assert "event: room" in lines
        return json.loads(next(lines).removeprefix("data: "))


def test_half_an_emoji_in_a_message_is_left_out_and_the_room_s_streams_go_on(client, room):
    assert send(client, "PUT", room.path, {"message": HALF}).json()["message"] == WHOLE
    assert send(client, "PUT", room.path, {"timer": 60}).status_code == 200
    shown = first_state(client, room)
    assert shown["message"] == WHOLE


def test_half_an_emoji_in_a_name_a_team_a_link_or_a_room_is_left_out(client, room):
    joined = send(client, "POST", f"{room.path}/participants", {"name": HALF})
    assert joined.status_code == 201
    form = client.post(f"/join/{room.code}", data={"name": "a\x01b\ufffec"})
    assert form.status_code == 302
    teams = send(client, "POST", f"{room.path}/teams", {"name": HALF}).json()["teams"]
    assert teams[0]["name"] == WHOLE
    assert send(client, "POST", f"{room.path}/facilitators", {"name": HALF}).json()["name"] == WHOLE
    made = send(client, "POST", "/api/rooms", {"title": HALF, "country": HALF}).json()
    assert client.get(f"/api/rooms/{made['code']}", headers=FACILITATOR).json()["title"] == WHOLE


def test_a_message_that_was_stored_before_texts_were_cleaned_breaks_no_stream(tmp_path):
    with server(tmp_path / "home") as address, httpx.Client(base_url=address) as client:
        room = Room(client)
        store = open_store(f"sqlite:///{tmp_path / 'home' / 'course.db'}")
        store.rooms.change(room.code, message=HALF)
        store.close()
        assert first_state(client, room)["message"].startswith("half ")
        assert client.get(room.path, headers=FACILITATOR).json()["message"].startswith("half ")
        assert (
            client.get(f"/facilitator/{room.code}?key={room.key}", follow_redirects=True).status_code == 200
        )


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/voila/templates/x", 404),
        ("GET", "/voila/templates/govcourse/static", 404),
        ("GET", "/voila/templates/govcourse/other/x.js", 404),
        ("GET", "/voila/templates/govcourse/static/%00", 404),
        ("GET", "/voila/templates/../../x/static/y", 404),
        ("GET", "/voila/static/%00", 404),
        ("GET", "/voila/files/%00", 404),
        ("GET", "/static/%00", 404),
        ("GET", "/static/a%00b.js", 404),
        ("GET", "/assets/%00", 404),
        ("GET", "/static/" + "x" * 300, 404),
        ("GET", "/logout", 404),
        ("GET", "/login", 404),
        ("GET", "/join", 200),
        ("POST", "/join", 404),
        ("GET", "/join/%00", 404),
        ("GET", "/room/%00", 404),
        ("GET", "/verify/%ff", 400),
        ("GET", "/cases/" + "x" * 5000, 404),
    ],
)
def test_an_address_that_leads_nowhere_says_so(client, method, path, status):
    assert client.request(method, path).status_code == status


@pytest.mark.parametrize("language", ["x" * 300, "../../../etc", "xx", "%00", "fr/../fr"])
def test_a_language_that_there_is_not_is_no_room_s_and_gives_the_edition_s_texts(client, room, language):
    client.get("/sessions/1")
    made = send(client, "PUT", room.path, {"language": language})
    assert (made.status_code, made.json()["error"]["field"]) == (422, "language")
    for path in (f"{room.path}/exercises/dtca", "/api/me/exercises/dtca"):
        mine = room.people["participant"] if "rooms" in path else {}
        given, plain = (client.get(f"{path}{query}", headers=mine) for query in (f"?language={language}", ""))
        assert given.status_code == 200 and given.json() == plain.json()
    assert client.get(f"{room.path}/report.xlsx?language={language}", headers=FACILITATOR).status_code == 200


def test_every_language_that_there_is_can_be_asked_for(client):

    client.get("/sessions/1")
    for language in review.languages():
        assert client.get(f"/api/me/exercises/dtca?language={language}").status_code == 200


@pytest.mark.parametrize("origin", ["http://[", "http://[::1", "null", "http://]x["])
def test_an_origin_that_is_no_address_is_another_site(client, origin):
    headers = FACILITATOR | {"Origin": origin}
    assert client.post("/api/rooms", json={}, headers=headers).status_code == 403
    assert client.post("/voila/api/shutdown/x", headers={"Origin": origin}).status_code == 403
    kernel = "/api/kernels/00000000-0000-0000-0000-000000000000"
    assert client.request("DELETE", kernel, headers=headers).status_code in (403, 404)
    assert client.request("TRACE", kernel, headers=headers).json()["error"]["code"] == "http"


def test_a_form_that_is_no_text_is_refused(client):
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert client.post("/join", content=b"code=%ed%a0%bd", headers=headers).status_code == 400
    assert client.post(f"/facilitator?token={TOKEN}", content=b"code=%ff", headers=headers).status_code == 400
    assert (
        client.post(
            f"/facilitator?token={TOKEN}", content=b"sessions=1&title=%ff", headers=headers
        ).status_code
        == 400
    )


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


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_other_site_asks_for_what_a_browser_has_a_cookie_for_and_its_links_lead_to_pages(
    client, room, site
):
    """Learners' notebooks on a hub of the same domain are same-site; SameSite cookies go along from there."""
    led, other = {"Authorization": f"Bearer {room.key}"}, {"Sec-Fetch-Site": site}
    for path in (f"{room.path}/report.docx", f"{room.path}/counts", "/api/me/documents/portfolio.pdf", "/sessions/1/compute"):  # fmt: skip
        refused = client.get(path, headers=led | other)
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "origin"), path
    assert client.get("/voila/render/facilitator.ipynb", headers=other).status_code == 403
    for path in ("/", f"/join/{room.code}", f"{room.path}/qr.svg"):
        assert client.get(path, headers=other).status_code == 200, path
    for here in ("same-origin", "none"):
        assert client.get(f"{room.path}/counts", headers=led | {"Sec-Fetch-Site": here}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "form"),
    [
        ("GET", "/facilitator?token=a&token=b", None),
        ("GET", "/?language=fr&language=en", None),
        ("GET", "/api/countries?country=TZA&country=KEN", None),
        ("POST", "/facilitator?token=a", {"token": "b"}),
    ],
)
def test_a_parameter_of_the_address_that_is_given_twice_is_refused(client, method, path, form):
    assert client.request(method, path, data=form).status_code == 400
