"""Who guesses is slowed down, and nobody else: also behind proxies, and against forged headers."""

from itertools import count

import httpx
import pytest
from govcourse.server.security import Guesses

from tests.running import TOKEN, server
from tests.server.conftest import FACILITATOR, Room

OWN = count(1)


@pytest.fixture(scope="module")
def proxied(tmp_path_factory):
    """A server that believes one proxy."""
    with server(tmp_path_factory.mktemp("proxied"), GOVCOURSE_PROXY="1") as address:
        yield address


@pytest.fixture
def lone(proxied, request):
    """A client with an address of its own: what other tests guess does not count for it."""
    own = f"198.18.0.{next(OWN)}"
    with httpx.Client(base_url=proxied, headers={"X-Forwarded-For": own}) as client:
        yield client


def guess(client, times=31, **headers):
    """The statuses of as many wrong codes."""
    return [client.get(f"/api/rooms/WRONG{n}", headers=headers).status_code for n in range(times)]


def test_each_address_is_counted_for_itself_and_the_same_code_once():
    guesses = Guesses()
    for n in range(30):
        assert not guesses.waits("192.0.2.1")
        guesses.missed("192.0.2.1", "SAME")
        guesses.missed("192.0.2.2", f"CODE{n}")
    assert guesses.waits("192.0.2.2")
    assert not guesses.waits("192.0.2.1") and not guesses.waits("192.0.2.3")


def test_who_has_a_whole_network_of_version_6_is_counted_as_one():
    guesses = Guesses()
    for n in range(30):
        guesses.missed(f"2001:db8::{n:x}", f"CODE{n}")
        guesses.missed(f"::ffff:192.0.2.{n}", f"CODE{n}")
    assert guesses.waits("2001:db8::ffff") and not guesses.waits("2001:db8:0:1::1")
    assert not guesses.waits("192.0.2.200")


def test_when_very_many_addresses_guess_each_has_one_try_and_who_never_guessed_is_let_in():
    guesses = Guesses()
    for n in range(300):
        guesses.missed(f"192.0.{n // 200}.{n % 200}", f"CODE{n}")
    assert guesses.waits("192.0.0.1")
    assert not guesses.waits("198.51.100.1")


def test_who_guesses_codes_has_to_wait_and_a_class_behind_one_address_has_not(lone):
    room = Room(lone)
    for _ in range(60):  # a class, from one address
        assert lone.post(f"{room.path}/participants", json={}).status_code == 201
    lone.cookies.clear()
    assert guess(lone) == [404] * 30 + [429]
    assert lone.post("/join", data={"code": "GUESSED"}).status_code == 429
    assert (
        lone.post(f"{room.path}/participants", json={}).status_code == 429
    )  # a right code tells a guesser nothing


def test_who_is_in_goes_on_at_an_address_from_which_somebody_guesses(lone):
    room, ben = Room(lone), httpx.Client(base_url=lone.base_url, headers=lone.headers)
    ben.post(f"/join/{room.code}", data={"name": "Ben"})
    lone.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    assert guess(lone)[-1] == 429
    save = {"answer": {"items": {"legal-6": {"value": 2}}}, "version": 0}
    for who in ("participant", "facilitator", "server"):
        assert lone.get(room.path, headers=room.people[who]).status_code == 200
    assert (
        lone.put(f"{room.path}/answers/dtca", json=save, headers=room.people["participant"]).status_code
        == 200
    )
    assert ben.put(f"{room.path}/answers/dtca", json=save).status_code == 200
    assert ben.get(f"/room/{room.code}").status_code == 200
    link = lone.get(f"/facilitator/{room.code}?key={room.key}")
    assert link.status_code == 302 and lone.get(link.headers["location"]).status_code == 200
    lead = ben.post(f"/facilitator?token={TOKEN}", data={"code": room.code})
    assert lead.status_code == 302
    for who in ("other room", "other facilitator"):
        lone.cookies.clear()
        assert lone.get(room.path, headers=room.people[who]).status_code == 429


def test_a_deleted_room_s_phones_are_no_guessers(lone):
    room, other = Room(lone), Room(lone)
    phones = [Room.bearer(lone, room.code) for _ in range(40)]
    assert lone.delete(room.path, headers=FACILITATOR).status_code == 200
    assert {lone.get(room.path, headers=one).status_code for one in phones} == {404}
    assert guess(lone, 30) == [404] * 30
    assert lone.get(room.path, headers=phones[0]).status_code == 404
    assert lone.get(other.path, headers=other.people["participant"]).status_code == 200


def test_right_resume_codes_are_not_counted_and_wrong_ones_are(lone):
    room = Room(lone)
    codes = [lone.post(f"{room.path}/participants", json={}).json()["resume_code"] for _ in range(54)]
    assert {lone.post("/api/resume", json={"resume_code": code}).status_code for code in codes} == {200}
    assert {lone.post("/", data={"resume_code": code}).status_code for code in codes} == {302}
    wrong = [lone.post("/api/resume", json={"resume_code": f"X{n}"}).status_code for n in range(31)]
    assert wrong == [404] * 30 + [429]
    assert lone.post("/", data={"resume_code": "Y"}).status_code == 429
    assert lone.get("/verify/NOSUCHCODE").status_code == 404  # certificates have a limit of their own
    lone.cookies.clear()
    assert lone.get(room.path).status_code == 401  # and so have rooms


def test_wrong_codes_of_certificates_are_counted_for_themselves(lone):
    assert [lone.get(f"/verify/N{n}").status_code for n in range(31)] == [404] * 30 + [429]
    assert lone.post("/api/resume", json={"resume_code": "X"}).status_code == 404


def test_forged_headers_neither_escape_the_limit_nor_lock_somebody_else_out(lone):
    statuses = [
        lone.get(
            f"/api/rooms/WRONG{n}",
            headers={
                "X-Real-Ip": f"192.0.2.{n}",
                "X-Forwarded-For": f"198.51.100.{n}, 203.0.113.7",  # the proxy adds the last one
                "Forwarded": f"for=192.0.2.{n}",
            },
        ).status_code
        for n in range(31)
    ]
    assert statuses == [404] * 30 + [429]
    for forged in ("192.0.2.1", "198.51.100.1"):
        assert lone.get("/api/rooms/WRONG", headers={"X-Forwarded-For": forged}).status_code == 404
    # somebody elsewhere says to be the victim, whose address goes on
    elsewhere = {"X-Real-Ip": "198.51.100.77", "X-Forwarded-For": "198.51.100.77, 192.0.2.200"}
    assert guess(lone, **elsewhere)[-1] == 429
    assert lone.get("/api/rooms/WRONG", headers={"X-Forwarded-For": "198.51.100.77"}).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/api/rooms/WRONG",
        "/static/poll.js",
        "/voila/templates/lab/static/nowhere.js",
        "/..%2f",
        "/sessions/1",
    ],
)
def test_every_answer_says_what_browsers_may_do_with_it_and_not_by_what_it_was_made(lone, path):
    told = lone.get(path).headers
    assert told["X-Content-Type-Options"] == "nosniff" and told["X-Frame-Options"] == "SAMEORIGIN"
    assert told["Cross-Origin-Opener-Policy"] == "same-origin" and "camera=()" in told["Permissions-Policy"]
    assert "Server" not in told and "Strict-Transport-Security" not in told
    by_tls = lone.get(path, headers={"X-Forwarded-Proto": "https"}).headers
    assert by_tls["Strict-Transport-Security"] == "max-age=31536000"
