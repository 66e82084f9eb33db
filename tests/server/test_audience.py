"""What people of a room say out of turn: questions and votes, how fast it goes, languages, and where a team meets."""

import pytest
from govcourse.server import audience, pace
from govcourse.store import open_store

from tests.server.conftest import FACILITATOR, Room, bearer, open_activity


@pytest.fixture
def asking(client, room):
    client.put(room.path, json={"questions": "open"}, headers=FACILITATOR)
    return room


def ask(client, room, who="participant", text="Who pays?"):
    return client.post(f"{room.path}/questions", json={"text": text}, headers=room.people[who])


def seen(client, room, who="participant"):
    return client.get(f"{room.path}/questions", headers=room.people[who]).json()["questions"]


def test_nobody_asks_until_the_facilitator_takes_questions_or_after_the_end(client, room):
    assert ask(client, room).status_code == 423
    client.put(room.path, json={"questions": "open"}, headers=FACILITATOR)
    assert ask(client, room).status_code == 201
    client.put(room.path, json={"status": "ended"}, headers=FACILITATOR)
    assert ask(client, room, text="And now?").status_code == 423
    assert len(seen(client, room)) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 301, None, 7, ["a"]])
def test_what_is_no_question_is_refused_with_its_field(client, asking, text):
    answer = ask(client, asking, text=text)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "text")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "=1+1",
        "\u202egnp.exe",
        "a\u0000b\u0001c",
        "Ünïcödé 🙂 سؤال",
        "{{7*7}}",
    ],
)
def test_hostile_text_is_text(client, asking, text):
    assert ask(client, asking, text=text).status_code in (201, 400, 422)
    for who in ("participant", "facilitator"):
        assert client.get(f"{asking.path}/questions", headers=asking.people[who]).status_code == 200
    assert not any("\x00" in one["text"] or "\x01" in one["text"] for one in seen(client, asking))


def test_a_person_asks_so_many_and_one_more_once_one_is_taken_back(client, asking):
    made = [ask(client, asking, text=f"{n}?").json() for n in range(audience.EACH)]
    refused = ask(client, asking, text="one more?")
    assert refused.status_code == 423 and str(audience.EACH) in refused.json()["error"]["message"]
    mine = asking.people["participant"]
    assert client.delete(f"{asking.path}/questions/{made[0]['id']}", headers=mine).status_code == 200
    assert ask(client, asking, text="one more?").status_code == 201


def test_a_vote_is_changed_and_taken_back_and_nobody_votes_for_their_own(client, asking, person):
    id = ask(client, asking).json()["id"]
    url, ann = f"{asking.path}/questions/{id}", bearer(person)

    def vote(value, who=ann):
        return client.put(url, json={"vote": value}, headers=who).status_code

    def votes():
        [one] = seen(client, asking)
        return one["up"], one["down"]

    assert vote(1) == 200 and votes() == (1, 0)
    assert vote(-1) == 200 and votes() == (0, 1)
    assert vote(0) == 200 and votes() == (0, 0)
    assert vote(1, asking.people["participant"]) == 404
    assert {vote(wrong) for wrong in (2, True, "1", None, 1.0)} == {422}


def test_what_is_hidden_cannot_be_voted_on_and_is_restored(client, asking, person):
    ask(client, asking)
    [one] = seen(client, asking, "facilitator")

    def moderate(**change):
        assert client.put(asking.path, json=change, headers=FACILITATOR).status_code == 200

    moderate(questions_hidden=[one["key"]])
    assert seen(client, asking) == [] and seen(client, asking, "facilitator")[0]["hidden"]
    url = f"{asking.path}/questions/{one['id']}"
    assert client.put(url, json={"vote": 1}, headers=bearer(person)).status_code == 404
    mine = client.get(f"{asking.path}/questions", headers=asking.people["participant"]).json()["mine"]
    assert [question["id"] for question in mine] == [one["id"]]
    moderate(questions_hidden=[], questions_approved=[one["key"]], questions_moderate=True)
    assert len(seen(client, asking)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"questions": "maybe"},
        {"questions_hidden": "x"},
        {"questions_hidden": ["x" * 101]},
        {"questions_approved": [1]},
        {"questions_moderate": 1},
        {"questions_shown": "yes"},
    ],
)
def test_what_cannot_be_set_of_questions_is_refused(client, room, wrong):
    assert client.put(room.path, json=wrong, headers=FACILITATOR).status_code == 422


def test_projectors_show_questions_until_something_else_is_shown(client, asking):
    def shown(**change):
        return client.put(asking.path, json=change, headers=FACILITATOR).json()["questions_shown"]

    assert shown(questions_shown=True) is True
    assert shown(message="Five minutes") is True
    assert shown(look="dtca") is False
    shown(questions_shown=True)
    open_activity(client, asking)
    assert client.get(asking.path, headers=FACILITATOR).json()["questions_shown"] is False
    assert shown(questions_shown=True, look="dtca") is True


def test_how_fast_it_goes_is_told_as_a_count_from_five_people_on(client, room):
    people = [Room.bearer(client, room.code) for _ in range(5)]  # and one who says nothing

    def say(who, value):
        assert client.put(f"{room.path}/pace", json={"pace": value}, headers=who).status_code == 200

    def told():
        return client.get(f"{room.path}/counts", headers=FACILITATOR).json()["pace"]

    nothing = {"fast": 0, "slow": 0, "few": [], "minutes": pace.MINUTES}
    assert told() == nothing
    for one in people[:4]:
        say(one, "fast")
    assert told() == nothing | {"few": ["fast"]}
    say(people[4], "fast")
    assert told() == nothing | {"fast": 5}
    say(people[0], "slow")
    assert told() == nothing | {"few": ["fast", "slow"]}
    say(people[0], None)
    assert told() == nothing | {"few": ["fast"]}


def test_in_a_room_of_fewer_than_five_nothing_is_told_of_how_fast_it_goes(client, room):
    client.put(f"{room.path}/pace", json={"pace": "fast"}, headers=room.people["participant"])
    assert client.get(f"{room.path}/counts", headers=FACILITATOR).json()["pace"]["few"] == []


def test_a_signal_fades(monkeypatch):
    store = open_store("sqlite://")
    room, _ = store.rooms.add("Room", [1])
    for _ in range(5):
        store.paces.set(store.people.add(room.code).id, "slow")
    assert pace.counts(store, room.code)["pace"]["slow"] == 5
    monkeypatch.setattr(pace, "MINUTES", -1)
    assert pace.counts(store, room.code)["pace"]["slow"] == 0


@pytest.mark.parametrize("wrong", [{}, {"pace": "faster"}, {"pace": 1}, {"pace": ["fast"]}])
def test_another_pace_is_refused(client, room, wrong):
    answer = client.put(f"{room.path}/pace", json=wrong, headers=room.people["participant"])
    assert answer.status_code == 422


def test_what_somebody_speaks_is_told_to_themselves_and_with_the_teams(client, room, person):
    ann = bearer(person)
    said = {"speaks": ["fr", "rw", "fr"], "needs": "ar"}
    assert client.put(f"{room.path}/languages", json=said, headers=ann).status_code == 200
    told = client.get(f"{room.path}/languages", headers=ann).json()
    assert (told["speaks"], told["needs"]) == (["fr", "rw"], "ar") and "sgn" in told["all"]
    alone = client.get(f"{room.path}/teams", headers=FACILITATOR).json()["alone"]
    assert [(one["speaks"], one["needs"]) for one in alone if one["name"] == "Ann"] == [(["fr", "rw"], "ar")]


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"speaks": "fr"},
        {"speaks": ["xx"]},
        {"speaks": [1]},
        {"speaks": ["fr"] * 6},
        {"speaks": [], "needs": "xx"},
        {"speaks": [], "needs": 1},
    ],
)
def test_languages_that_are_none_are_refused(client, room, wrong):
    answer = client.put(f"{room.path}/languages", json=wrong, headers=room.people["participant"])
    assert answer.status_code == 422


def test_who_speaks_the_same_is_dealt_into_one_team(client, room):
    people = [room.people["participant"], *(Room.bearer(client, room.code) for _ in range(5))]
    for n, who in enumerate(people):
        said = {"speaks": ["ar" if n % 2 else "fr"], "needs": ""}
        client.put(f"{room.path}/languages", json=said, headers=who)
    body = {"count": 2, "anew": True, "together": "languages"}
    teams = client.post(f"{room.path}/teams", json=body, headers=FACILITATOR).json()["teams"]
    found = sorted([one["speaks"][0] for one in team["members"]] for team in teams)
    assert found == [["ar"] * 3, ["fr"] * 3]


def test_members_of_a_team_alone_are_told_its_video_room(client, room):
    teams = client.post(f"{room.path}/teams", json={"count": 2}, headers=FACILITATOR).json()["teams"]
    mine = next(team["id"] for team in teams if team["members"])
    link = "https://meet.academy.example/room/7?pwd=a%20b"
    before = client.get(room.path, headers=room.people["participant"]).json()["teams"]
    put = client.put(f"{room.path}/teams/{mine}", json={"link": link}, headers=FACILITATOR)
    assert put.status_code == 200
    who = room.people["participant"]
    assert client.get(f"{room.path}/team", headers=who).json()["team"]["link"] == link
    state = client.get(room.path, headers=who)
    assert (
        state.json()["teams"] != before and link not in state.text
    )  # phones ask for their team, and nobody is told another's
    client.put(f"{room.path}/teams/{mine}", json={"link": ""}, headers=FACILITATOR)
    assert client.get(f"{room.path}/team", headers=who).json()["team"]["link"] == ""


@pytest.mark.parametrize(
    "link",
    [
        "http://meet.example",
        "javascript:alert(1)",
        "//meet.example",
        "meet.example/a",
        "https://",
        "https:///path",
        "https://academy@evil.example/",
        "https://meet.example/a b",
        "https://meet.example/\u202e",
        "https://аcademy.example/",
        "https://meet.example:99999/",
        "https://[::1",
        "https://meet.example/" + "x" * 500,
        7,
        None,
    ],
)
def test_what_is_no_address_of_a_video_room_is_refused(client, room, link):
    [team] = client.post(f"{room.path}/teams", json={"count": 1}, headers=FACILITATOR).json()["teams"]
    answer = client.put(f"{room.path}/teams/{team['id']}", json={"link": link}, headers=FACILITATOR)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "link")
