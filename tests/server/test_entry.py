"""Who comes in, and by what: cookies under TLS, tokens that are tried, and what the log says of it."""

import re

import pytest

from tests.running import TOKEN, server
from tests.server.conftest import Room

TLS = {"X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("entry")


@pytest.fixture(scope="module")
def address(home):
    """A server behind one proxy."""
    with server(home, GOVCOURSE_PROXY="1") as started:
        yield started


def cookies(answer):
    return answer.headers.get_list("set-cookie")


def test_under_tls_a_cookie_can_be_set_by_this_host_alone_and_lets_in_who_had_it(client):
    made = client.get("/sessions/2", headers=TLS)
    (learner,) = cookies(made)
    assert re.match(r"__Host-govcourse_learner=", learner)
    assert "Secure" in learner and "Path=/" in learner and "Domain" not in learner
    by_tls, plain = ({"Cookie": f"{name}={learner.partition(';')[0].partition('=')[2]}"} for name in ("__Host-govcourse_learner", "govcourse_learner"))  # fmt: skip
    client.cookies.clear()
    assert client.get("/api/me/journey", headers=TLS | by_tls).status_code == 200
    assert client.get("/api/me/journey", headers=TLS | plain).status_code == 401
    assert client.get("/api/me/journey", headers=plain).status_code == 200
    (token,) = cookies(client.get(f"/facilitator?token={TOKEN}", headers=TLS))
    client.cookies.clear()
    assert token.startswith("__Host-govcourse_token=")
    held = TLS | {"Cookie": token.partition(";")[0]}
    assert client.get("/facilitator", headers=held).status_code == 200
    left = client.post("/facilitator", data={"leave": "1"}, headers=held)
    assert [one.partition("=")[0] for one in cookies(left)] == ["__Host-govcourse_token"]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("PUT", ""), ("GET", "/frames"), ("GET", "/answers/dtca"), ("GET", "/console")],
)
def test_who_tries_tokens_in_the_calls_of_a_room_has_to_wait_and_a_right_one_has_not(client, method, path):
    room = Room(client)
    client.headers["X-Forwarded-For"] = f"198.18.7.{len(path) + ord(method[0])}"
    tries = [
        client.request(method, room.path + path, json={}, headers={"Authorization": f"Bearer wrong {n}"})
        for n in range(31)
    ]
    assert {one.status_code for one in tries[:30]} <= {401, 403} and tries[30].status_code == 429
    for who in ("facilitator", "server"):
        assert client.get(room.path, headers=room.people[who]).status_code == 200
    for who in ("other facilitator", "other room"):  # of another room, and no guess
        refused = client.get(f"{room.path}/counts", headers=room.people[who])
        assert (refused.status_code, who) == (403, who)


def test_the_log_says_when_and_from_where_who_came_in_and_who_missed_and_by_nothing_that_lets_in(
    client, home
):
    room = Room(client)
    client.headers["X-Forwarded-For"] = "203.0.113.77"
    client.get(f"/facilitator?token={TOKEN}")
    client.get(f"/facilitator/{room.code}?key={room.key}")
    made = client.post(f"{room.path}/participants", json={}).json()
    client.post("/api/resume", json={"resume_code": made["resume_code"]})
    client.post("/api/resume", json={"resume_code": "AAAAAAAAAA"})
    client.get("/facilitator?token=not-the-right-one")
    log = (home / "server.log").read_text()
    for level, said in (
        ("INFO", "Came in by the server's token"),
        ("INFO", f"Came in by a link of the room {room.code}"),
        ("INFO", "Came in by a resume code"),
        ("WARNING", "Wrong code of a resume"),
    ):
        line = rf"^\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\dZ \[govcourse.entries\] {level} \| {re.escape(said)}, from 203.0.113.77$"
        assert re.search(line, log, re.M), said
    said = log[log.index("Came in") :]
    for secret in (room.key, made["resume_code"], made["token"], "not-the-right-one", TOKEN):
        assert secret not in said


def test_what_is_text_says_its_characters_and_every_answer_who_may_frame_it(client):
    room = Room(client)
    for path in ("/assets/site.js", "/assets/site.css", "/static/poll.js", f"{room.path}/qr.svg", "/", "/health", "/nowhere", "/voila/static/nothing"):  # fmt: skip
        told = client.get(path).headers
        assert "charset=" in told["content-type"].lower(), path
        assert "frame-ancestors 'self'" in told["content-security-policy"], path
