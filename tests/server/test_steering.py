"""What a facilitator changes in a room at once, and what ends with it."""

import pytest

from tests.server.conftest import FACILITATOR, Room

POLL, BOARD = "role-of-state", "digital-value"


@pytest.fixture
def lead(client):
    """Changes the room and gives its state."""
    room = Room(client)

    def act(**body):
        answer = client.put(room.path, json=body, headers=FACILITATOR)
        assert answer.status_code == 200, answer.text
        return answer.json()

    act.room = room
    return act


def of(state, activity):
    return next(one for one in state["activities"] if one["id"] == activity)


def opened(*activities):
    return {activity: {"state": "open"} for activity in activities}


def test_a_step_and_what_it_opens_are_one_call(client, lead):
    told = lead(session=1, step=3, look=POLL, activities={POLL: {"state": "open", "timer": 300}})
    assert (told["run"]["step"], told["look"], of(told, POLL)["state"]) == (3, POLL, "open")
    assert told["timer"] | {"ends": 0} == {
        "ends": 0, "seconds": 300, "title": of(told, POLL)["title"], "of": "exercise", "activity": POLL,
    }  # fmt: skip
    assert of(told, POLL)["opened"] >= told["run"]["began"] > 0
    shared = client.get(f"{lead.room.path}/facilitators", headers=FACILITATOR).json()
    assert shared["acts"][0]["act"] == f"session 1; look {POLL}; run 3; {POLL}: state open, timer 300"


def test_when_an_exercise_was_opened_stays_until_it_is_opened_again_or_taken_back(lead):
    first = of(lead(activities=opened(POLL)), POLL)["opened"]
    assert of(lead(activities=opened(POLL)), POLL)["opened"] == first
    assert of(lead(activities={POLL: {"state": "closed"}}), POLL)["opened"] == first
    back = lead(activities={POLL: {"state": "closed", "opened": None}}, step=None)
    assert of(back, POLL)["opened"] is None and back["run"] is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"activities": []}, {"activities": {POLL: []}}, {"activities": {POLL: {"state": "ajar"}}},
        {"activities": {POLL: {"opened": 5}}}, {"step": -1}, {"break": "10"}, {"break": 36_001}, {"message": "x" * 301},
    ],
)  # fmt: skip
def test_of_what_does_not_fit_nothing_is_set(client, lead, wrong):
    before = lead(session=1)
    answer = client.put(lead.room.path, json={"look": POLL, **wrong}, headers=FACILITATOR)
    assert answer.status_code == 422
    assert client.get(lead.room.path, headers=FACILITATOR).json() == before
    nowhere = client.put(lead.room.path, json={"activities": opened("nowhere")}, headers=FACILITATOR)
    assert nowhere.status_code == 404


@pytest.mark.parametrize(
    "end",
    [
        {"activities": {POLL: {"state": "closed"}}}, {"step": 4}, {"session": 4}, {"status": "ended"},
        {"timer": None}, {"timer": 0},
    ],
)  # fmt: skip
def test_a_countdown_ends_with_its_exercise_its_step_its_session_and_its_room(lead, end):
    told = lead(session=1, step=3, activities={POLL: {"state": "open", "timer": 300}})
    assert told["timer"]["activity"] == POLL
    assert lead(activities={BOARD: {"state": "open"}, POLL: {"results": "shown"}})["timer"]
    assert lead(**end)["timer"] is None


@pytest.mark.parametrize(
    "end", [{"activities": opened(BOARD)}, {"step": 2}, {"session": 4}, {"status": "ended"}]
)
def test_a_presentation_ends_with_its_clock_when_an_exercise_is_opened(client, lead, end):
    team = client.post(f"{lead.room.path}/teams", json={"name": "Blue"}, headers=FACILITATOR).json()["teams"][
        0
    ]
    told = lead(session=1, presents=team["id"], timer=240)
    assert (told["timer"]["of"], told["timer"]["title"]) == ("presentation", "Blue presents")
    told = lead(**end)
    assert (told["presenter"], told["timer"], told["presented"]) == (None, None, [team["id"]])


def test_a_break_has_a_clock_until_an_exercise_is_opened(lead):
    told = lead(**{"break": 600})
    assert (told["timer"]["of"], told["timer"]["title"], told["timer"]["seconds"]) == ("break", "Break", 600)
    assert lead(look=None)["timer"] and lead(activities=opened(POLL))["timer"] is None


def test_a_clock_that_an_earlier_version_began_belongs_to_no_exercise(lead, client):
    assert lead(timer=60)["timer"]["activity"] is None
    assert lead(activities={POLL: {"state": "closed"}})["timer"]


def test_a_message_is_told_to_all_as_it_is_until_it_is_taken_away(client, lead):
    ann = lead.room.people["participant"]
    assert lead(message="  Coffee is <b>late</b> ")["message"] == "Coffee is <b>late</b>"
    assert client.get(lead.room.path, headers=ann).json()["message"] == "Coffee is <b>late</b>"
    assert lead(message="")["message"] == ""


def test_the_link_of_a_facilitator_s_phone_opens_a_page_with_the_same_rights(client, lead):
    made = client.post(f"{lead.room.path}/facilitators", json={"name": "phone"}, headers=FACILITATOR).json()
    assert made["qr"].startswith("data:image/svg+xml;base64,")
    there = client.get(made["phone"])
    assert there.status_code == 302 and "key" not in there.headers["location"]
    page = client.get(there.headers["location"])
    assert page.status_code == 200 and "static/remote.js" in page.text
    client.cookies.clear()
    assert client.get(there.headers["location"]).status_code == 403
