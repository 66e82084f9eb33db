"""Live rooms over the wire: who may do what, and that every screen hears of a change."""

import asyncio
import json
import threading
import time
from types import SimpleNamespace

import httpx
import pytest
from govcourse.server import live
from govcourse.store import open_store

from tests.once import apart
from tests.running import free_port, postgresql, server
from tests.server.conftest import FACILITATOR, Room
from tests.simulator.clock import Loop

LEADS = {"server", "facilitator"}
IN = LEADS | {"participant"}
ALL = {"server", "facilitator", "participant", "other room", "other facilitator", "nobody"}
RIGHTS = [
    ("GET", "", None, IN),
    ("PUT", "", {"look": "dtca"}, LEADS),
    ("GET", "/counts", None, LEADS),
    ("GET", "/preparation", None, LEADS),
    ("GET", "/console", None, LEADS),
    ("GET", "/report.nothing", None, LEADS),
    ("GET", "/report", None, LEADS),
    ("POST", "/import?name=a.csv", {}, LEADS),
    ("GET", "/again", None, LEADS),
    ("PUT", "/again", {"link": "x"}, LEADS),
    ("DELETE", "/again", None, LEADS),
    ("GET", "/again.json", None, LEADS),
    ("GET", "/documents/dtca.csv", None, {"participant"}),
    ("GET", "/documents", None, {"participant"}),
    ("GET", "/facilitators", None, LEADS),
    ("POST", "/rehearsal", {"seed": -1}, LEADS),
    ("POST", "/facilitators", {"name": "Ann"}, LEADS),
    ("DELETE", "/facilitators/NOSUCH", None, LEADS),
    ("PUT", "/activities/dtca", {"state": "open"}, LEADS),
    ("GET", "/activities/role-of-state/summary", None, LEADS),  # participants: once shown
    ("GET", "/activities/reflection/summary", None, set()),
    ("GET", "/activities/sdg-pitch/reviews", None, LEADS),
    ("GET", "/reviews/sdg-pitch", None, {"participant"}),
    ("POST", "/reviews/sdg-pitch", {"have": 0}, {"participant"}),
    ("PUT", "/reviews/sdg-pitch/nothing", {"answer": {}, "version": 0}, set()),  # only what was dealt
    ("GET", "/exercises/dtca", None, IN),
    ("GET", "/teams", None, LEADS),
    ("POST", "/teams", {"count": 2}, LEADS),
    ("PUT", "/teams/nowhere", {"name": "x"}, LEADS),
    ("DELETE", "/teams/nowhere", None, LEADS),
    ("GET", "/teams/nowhere/work/pathway", None, LEADS),
    ("GET", "/team", None, {"participant"}),
    ("GET", "/questions", None, IN),
    ("POST", "/questions", {"text": ""}, {"participant"}),
    ("PUT", "/questions/nothing", {"answered": True}, LEADS),
    ("PUT", "/questions/nothing", {"vote": 1}, {"participant"}),
    ("DELETE", "/questions/nothing", None, {"participant"}),
    ("PUT", "/pace", {"pace": None}, {"participant"}),
    ("GET", "/languages", None, {"participant"}),
    ("PUT", "/languages", {"speaks": [], "needs": ""}, {"participant"}),
    ("GET", "/answers/dtca", None, {"participant"}),
    ("PUT", "/answers/dtca", {"answer": {}, "version": 0}, {"participant"}),
    ("GET", "/answers", None, {"participant"}),
    ("GET", "/events", None, IN),
    ("GET", "/qr.svg", None, ALL),
    ("GET", "/teams/none/work/action-plan", None, LEADS),
    ("PUT", "", {"screen": {"what": "", "page": 0, "pages": 1}}, LEADS),
    ("DELETE", "", None, LEADS),
]  # fmt: skip


@pytest.mark.parametrize("who", sorted(ALL))
def test_rights_are_checked_for_every_call(client, room, who):
    for method, path, body, allowed in RIGHTS:
        if method == "DELETE" and path == "" and who in allowed:
            continue  # tested below: nothing can follow it
        with client.stream(method, room.path + path, json=body, headers=room.people[who]) as answer:
            refused = answer.status_code in (401, 403)
        assert refused == (who not in allowed), (who, method, path, answer.status_code)


class Stream:
    """Reads a room's events in a thread until it is told to stop."""

    def __init__(self, address, room, who):
        self.events, self.changed, self.stopping = [], threading.Condition(), False
        self.client = httpx.Client(base_url=address, timeout=30)
        self.thread = threading.Thread(target=self._read, args=(room.path, room.people[who]), daemon=True)
        self.thread.start()

    def _read(self, path, headers):
        try:
            with self.client.stream("GET", f"{path}/events", headers=headers) as answer:
                name = ""
                for line in answer.iter_lines():
                    if line.startswith("event: "):
                        name = line.removeprefix("event: ")
                    elif line.startswith("data: "):
                        with self.changed:
                            self.events.append((name, json.loads(line.removeprefix("data: "))))
                            self.changed.notify_all()
        except httpx.HTTPError:
            pass

    def wait(self, fits):
        """The first event, from now or before, that fits."""
        with self.changed:
            assert self.changed.wait_for(lambda: any(fits(*event) for event in self.events), 10), self.events
            return next(data for name, data in self.events if fits(name, data))

    def close(self):
        self.client.close()


@pytest.fixture
def streams():
    opened = []
    yield lambda *args: opened.append(Stream(*args)) or opened[-1]
    for one in opened:
        one.close()


def test_everybody_hears_what_a_facilitator_does(client, address, room, streams):
    listeners = [streams(address, room, who) for who in ("participant", "facilitator")]
    for one in listeners:
        one.wait(lambda name, data: name == "room")
    client.put(
        f"{room.path}/activities/role-of-state", json={"state": "open", "timer": 300}, headers=FACILITATOR
    )
    client.put(room.path, json={"look": "role-of-state", "message": "Five minutes"}, headers=FACILITATOR)
    for one in listeners:
        data = one.wait(lambda name, data: name == "room" and data["message"] == "Five minutes")
        assert data["look"] == "role-of-state" and data["timer"]["seconds"] == 300
        assert {a["id"]: a["state"] for a in data["activities"]}["role-of-state"] == "open"


def test_participants_hear_nothing_of_what_is_hidden(client, address, room, streams):
    leads, sits = streams(address, room, "facilitator"), streams(address, room, "participant")
    done = {"state": "open", "hidden": ["secret-note"], "grouped": {"secret-note": "Secret group"}}
    client.put(f"{room.path}/activities/digital-value", json=done, headers=FACILITATOR)
    leads.wait(lambda name, data: name == "room" and "Secret group" in str(data))
    sits.wait(lambda name, data: name == "room" and "'state': 'open'" in str(data))
    assert "ecret" not in str(sits.events)


def test_only_facilitators_hear_how_many_answered(client, address, room, streams):
    client.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    leads, sits = streams(address, room, "facilitator"), streams(address, room, "participant")
    leads.wait(lambda name, data: name == "counts")
    saved = {"answer": {"items": {"legal-6": {"value": 2}}}, "version": 0}
    client.put(f"{room.path}/answers/dtca", json=saved, headers=room.people["participant"])
    data = leads.wait(lambda name, data: name == "counts" and data["answered"].get("dtca") == 1)
    assert data["participants"] == 1 and "Ann" not in str(data)
    assert all(name != "counts" for name, _ in sits.events)
    assert abs(sits.wait(lambda name, data: name == "clock")["now"] / 1000 - time.time()) < 60


def desk(steps):
    """What a facilitator's stream was told while `steps` went on with its hub, in a time of its own: (seconds, events)."""
    loop, heard = Loop(), []

    async def watch():
        url = SimpleNamespace(get_backend_name=lambda: "sqlite")
        hub = live.Hub(SimpleNamespace(database=SimpleNamespace(url=url, notify=lambda *_: None)), None)
        hub.start()
        stream = hub.subscribe("ROOM", None)
        going = asyncio.ensure_future(steps(hub))
        while not going.done():
            if stream.pending:
                heard.append((round(loop.time(), 2), set(stream.pending)))
                stream.pending.clear()
            await asyncio.sleep(0.01)

    apart(loop.run_until_complete, watch())
    loop.close()
    return heard


def test_counts_come_at_once_and_then_not_more_often_than_they_can_be_read():
    async def ten_answers_in_a_second(hub):
        await asyncio.sleep(1)
        for _ in range(10):
            hub.answered("ROOM")
            await asyncio.sleep(0.1)

    first, *heard = desk(ten_answers_in_a_second)
    assert first == (0, {"room", "questions", "counts"})
    assert all(events == {"counts"} for _, events in heard)
    assert 1 <= heard[0][0] <= 1.02 and 4 <= len(heard) <= 6


def test_a_desk_counts_once_more_when_what_it_was_told_of_the_pace_fades_also_from_before_a_restart():
    async def ten_minutes(hub):
        await asyncio.sleep(2 * live.FADED)

    assert [(round(at), events) for at, events in desk(ten_minutes)[1:]] == [(live.FADED, {"counts"})]


def test_a_revoked_facilitator_s_stream_ends(client, address, room, streams):
    made = client.post(f"{room.path}/facilitators", json={"name": "Ann"}, headers=FACILITATOR).json()
    room.people["Ann"] = {"Authorization": f"Bearer {made['url'].split('key=')[1]}"}
    hers = streams(address, room, "Ann")
    hers.wait(lambda name, data: name == "counts")
    client.delete(f"{room.path}/facilitators/{made['id']}", headers=FACILITATOR)
    hers.thread.join(10)
    assert not hers.thread.is_alive()


def test_who_is_taken_out_of_the_room_hears_it_and_nothing_after_it(client, address, room, streams):
    sits = streams(address, room, "participant")
    sits.wait(lambda name, data: name == "room")
    (one,) = client.get(f"{room.path}/teams", headers=FACILITATOR).json()["alone"]
    client.put(f"{room.path}/participants/{one['id']}", json={"removed": True}, headers=FACILITATOR)
    assert sits.wait(lambda name, data: data.get("status") == "removed")
    sits.thread.join(10)
    assert not sits.thread.is_alive()


def test_all_links_end_at_once_with_what_is_open_by_them_and_whoever_asked_goes_on(
    client, address, room, streams
):
    made = client.post(f"{room.path}/facilitators", json={"name": "Ann"}, headers=FACILITATOR).json()
    room.people["Ann"] = {"Authorization": f"Bearer {made['url'].split('key=')[1]}"}
    open = [streams(address, room, who) for who in ("facilitator", "Ann")]
    for one in open:
        one.wait(lambda name, data: name == "counts")
    told = client.delete(f"{room.path}/facilitators", headers=room.people["facilitator"])
    for one in open:
        one.thread.join(10)
        assert not one.thread.is_alive()
    for who in ("facilitator", "Ann"):
        client.cookies.clear()
        assert client.get(f"{room.path}/counts", headers=room.people[who]).status_code == 403
    key = told.json()["url"].split("key=")[1]
    new = {"Authorization": f"Bearer {key}"}
    assert client.get(f"{room.path}/counts", headers=new).status_code == 200
    listed = client.get(f"{room.path}/facilitators", headers=new).json()
    assert listed["facilitators"] == [] and listed["acts"][0]["act"] == "all links revoked"


def test_one_person_has_so_many_streams_and_the_others_have_theirs(client, address, room, streams):
    for _ in range(live.EACH):
        streams(address, room, "participant").wait(lambda name, data: name == "room")
    more = client.get(f"{room.path}/events", headers=room.people["participant"])
    assert (more.status_code, more.json()["error"]["code"]) == (429, "too_many_screens")
    streams(address, room, "facilitator").wait(lambda name, data: name == "counts")


def test_a_deleted_room_is_gone_and_says_what_went_with_it(client, address, room, streams):
    client.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    client.put(
        f"{room.path}/answers/dtca", json={"answer": {}, "version": 0}, headers=room.people["participant"]
    )
    screens = [streams(address, room, who) for who in ("participant", "facilitator", "server")]
    for screen in screens:
        screen.wait(lambda name, data: name == "room")
    gone = client.delete(room.path, headers=room.people["facilitator"]).json()
    assert gone == {"deleted": {"participants": 1, "answers": 1}}
    for screen in screens:
        screen.wait(lambda name, data: data.get("status") == "deleted")
    assert client.get(room.path, headers=FACILITATOR).status_code == 404


def test_the_key_of_a_link_becomes_a_cookie_and_leaves_the_address(client, room):
    first = client.get(f"/facilitator/{room.code}?key={room.key}")
    assert first.status_code == 302 and "key" not in first.headers["location"]
    assert "HttpOnly" in first.headers["set-cookie"] and "SameSite=Lax" in first.headers["set-cookie"]
    assert client.get(f"/facilitator/{room.code}").status_code == 200
    assert client.get(f"/room/{room.code}/screen").status_code == 200
    client.cookies.clear()
    assert client.get(f"/facilitator/{room.code}").status_code == 403


def test_another_site_cannot_act_with_a_facilitator_s_cookie(client, room):
    client.get(f"/facilitator/{room.code}?key={room.key}")
    answer = client.put(room.path, json={"status": "ended"}, headers={"Origin": "https://evil.example"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "origin")


@pytest.mark.long
def test_two_servers_on_one_postgresql_show_one_room(tmp_path, streams):
    with (
        postgresql(tmp_path / "pg") as url,
        server(tmp_path / "one", free_port(), GOVCOURSE_DATABASE=url) as one,
        server(tmp_path / "two", free_port(), GOVCOURSE_DATABASE=url) as two,
        httpx.Client(base_url=one) as first,
        httpx.Client(base_url=two) as second,
    ):
        room = Room(first)
        phone, desk = streams(two, room, "participant"), streams(one, room, "facilitator")
        phone.wait(lambda name, data: name == "room")
        first.put(f"{room.path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
        phone.wait(lambda name, data: any(a["id"] == "dtca" and a["state"] == "open" for a in data.get("activities", [])))  # fmt: skip
        saved = {"answer": {"items": {"legal-6": {"value": 2}}}, "version": 0}
        assert second.put(f"{room.path}/answers/dtca", json=saved, headers=room.people["participant"]).status_code == 200  # fmt: skip
        desk.wait(lambda name, data: name == "counts" and data["answered"].get("dtca") == 1)
        assert first.get(f"{room.path}/answers/dtca", headers=room.people["participant"]).json()["answer"] == saved["answer"]  # fmt: skip
        first.put(room.path, json={"questions": "open"}, headers=FACILITATOR)
        asked = second.post(
            f"{room.path}/questions", json={"text": "Who pays?"}, headers=room.people["participant"]
        )
        [question] = desk.wait(lambda name, data: name == "questions" and data["questions"])["questions"]
        assert question["id"] == asked.json()["id"] and not question["hidden"]
        first.put(room.path, json={"questions_hidden": [question["key"]]}, headers=FACILITATOR)
        phone.wait(lambda name, data: name == "questions" and data["questions"])
        first.put(f"{room.path}/questions/{question['id']}", json={"answered": True}, headers=FACILITATOR)
        desk.wait(
            lambda name, data: name == "questions" and data["questions"] and data["questions"][0]["answered"]
        )
        store = open_store(url)
        assert store.rooms.counts(room.code)["participants"] == 1
        store.close()


def test_a_team_s_document_belongs_to_its_members_and_to_nobody_else(client, address, streams):
    room = Room(client)
    client.put(room.path, json={"session": 4}, headers=FACILITATOR)
    for activity in ("pathway", "dtca"):
        client.put(f"{room.path}/activities/{activity}", json={"state": "open"}, headers=FACILITATOR)
    ann, ben, cem = room.people["participant"], Room.bearer(client, room.code), Room.bearer(client, room.code)
    made = client.post(f"{room.path}/teams", json={"count": 2}, headers=FACILITATOR).json()["teams"]
    assert [len(team["members"]) for team in made] == [2, 1]
    mine = {
        str(who): client.get(f"{room.path}/team", headers=who).json()["team"]["id"] for who in (ann, ben, cem)
    }
    pair = [who for who in (ann, ben, cem) if mine[str(who)] == made[0]["id"]]
    (alone,) = [who for who in (ann, ben, cem) if who not in pair]
    room.people["partner"] = pair[1]
    phone = streams(address, room, "partner")
    phone.wait(lambda name, data: name == "room")
    answer = {"fields": {"need": "ten interviews"}}
    url = f"{room.path}/answers/pathway"
    assert client.put(url, json={"answer": answer, "version": 0}, headers=pair[0]).status_code == 200
    phone.wait(lambda name, data: name == "answer" and data == {"activity": "pathway"})
    assert client.get(url, headers=pair[1]).json() == {"answer": answer, "version": 1}
    assert client.get(url, headers=alone).json() == {"answer": {}, "version": 0}
    stale = client.put(url, json={"answer": {"fields": {"pilot": "x"}}, "version": 0}, headers=pair[1])
    assert stale.status_code == 409 and stale.json()["answer"] == answer
    assert client.get(f"{room.path}/answers", headers=pair[1]).json()["answers"] == {"pathway": answer}
    own = {"answer": {"items": {"legal-6": {"value": 2}}}, "version": 0}
    client.put(f"{room.path}/answers/dtca", json=own, headers=pair[0])  # no team exercise
    assert client.get(f"{room.path}/answers/dtca", headers=pair[1]).json()["version"] == 0
    counts = client.get(f"{room.path}/counts", headers=FACILITATOR).json()
    assert counts.pop("pace")["few"] == []
    assert counts == {
        "participants": 3, "team_count": 2, "answered": {"pathway": 1, "dtca": 1}, "by_teams": {"pathway": 1},
    }  # fmt: skip


def test_a_team_hears_at_once_who_came_into_it_and_so_does_whoever_leads_the_room(client, address, streams):
    asked = {"title": "Cohort", "sessions": [1], "teams": 2}
    code = client.post("/api/rooms", json=asked, headers=FACILITATOR).json()["code"]
    first, other = Room.bearer(client, code), Room.bearer(client, code)
    room = SimpleNamespace(path=f"/api/rooms/{code}", people={"first": first, "other": other, "leads": FACILITATOR})  # fmt: skip
    listeners = {who: streams(address, room, who) for who in room.people}
    before = {who: one.wait(lambda name, data: name == "room")["teams"] for who, one in listeners.items()}
    third = Room.bearer(client, code)
    mine = {who: client.get(f"{room.path}/team", headers=token).json()["team"]["id"] for who, token in (("first", first), ("other", other), ("third", third))}  # fmt: skip
    (joined,) = [who for who in ("first", "other") if mine[who] == mine["third"]]
    for who in (joined, "leads"):
        listeners[who].wait(lambda name, data, who=who: name == "room" and data["teams"] != before[who])


def test_of_reviews_hear_those_whom_they_concern_and_asking_in_vain_is_no_news(client, address, streams):
    room, activity = Room(client), "sdg-pitch"
    room.people |= {who: Room.bearer(client, room.code) for who in ("author", "reviewer", "third")}
    settings = {"state": "open", "review": "open"}
    client.put(f"{room.path}/activities/{activity}", json=settings, headers=FACILITATOR)
    phones = {who: streams(address, room, who) for who in ("author", "reviewer", "third")}
    url = f"{room.path}/reviews/{activity}"

    def heard():
        """By person what was heard so far, besides of the room: after two messages nothing is still on its way."""
        for text in ("one", "two"):
            client.put(room.path, json={"message": text}, headers=FACILITATOR)
            for phone in phones.values():
                phone.wait(lambda name, data, text=text: name == "room" and data["message"] == text)
        found = {
            who: [name for name, _ in phone.events if name not in ("room", "clock")]
            for who, phone in phones.items()
        }
        for phone in phones.values():
            phone.events.clear()
        return found

    def ask(who):
        return client.post(url, json={"have": 0}, headers=room.people[who]).json()["dealt"]

    heard()
    assert ask("reviewer") == [] and heard() == {"author": [], "reviewer": [], "third": []}
    written = {"answer": {"pitch": "Water"}, "version": 0}
    client.put(f"{room.path}/answers/{activity}", json=written, headers=room.people["author"])
    assert heard() == {"author": [], "reviewer": ["work"], "third": ["work"]}
    [work] = ask("reviewer")
    assert heard() == {"author": [], "reviewer": ["review"], "third": []}
    written = {"answer": {"pitch": "Clean water"}, "version": 1}
    client.put(f"{room.path}/answers/{activity}", json=written, headers=room.people["author"])
    assert heard() == {"author": [], "reviewer": ["review"], "third": []}
    for version, sent in enumerate((False, True)):
        said = {"answer": {"level": 1, "sent": sent}, "version": version}
        client.put(f"{url}/{work['id']}", json=said, headers=room.people["reviewer"])
        assert heard() == {"author": ["review"] if sent else [], "reviewer": ["review"], "third": []}
