"""What the server tells browsers has the types that it says: the front end's are made of them."""

import json
import re
from html import unescape

import pytest
from govcourse import content
from govcourse.server import console_payloads, payloads, review_payloads

from tests.kinds.test_shapes import has
from tests.server.conftest import FACILITATOR, Room


@pytest.fixture
def room(client):
    """A room in which everything that can be set is set, with a team, a name and a facilitator."""
    made = Room(client)
    joined = client.post(f"{made.path}/participants", json={"name": "Ann"}).json()
    made.people["Ann"] = {"Authorization": f"Bearer {joined['token']}"}
    client.cookies.clear()
    client.post(f"{made.path}/teams", json={"count": 2}, headers=FACILITATOR)
    [team, *_] = client.get(f"{made.path}/teams", headers=FACILITATOR).json()["teams"]
    settings = {
        "session": 4,
        "step": 1,
        "look": "dtca",
        "presents": team["id"],
        "timer": 240,
        "message": "Now",
    }
    for act in ({**settings}, {"order": [team["id"]]}, {"expected": 30, "title": "Cohort"}):
        assert client.put(made.path, json=act, headers=FACILITATOR).status_code == 200
    client.put(f"{made.path}/activities/dtca", json={"state": "open", "moderate": True}, headers=FACILITATOR)
    client.post(f"{made.path}/facilitators", json={"name": "Ben"}, headers=FACILITATOR)
    client.put(made.path, json={"questions": "open"}, headers=FACILITATOR)
    ann = made.people["Ann"]
    client.post(f"{made.path}/questions", json={"text": "Who pays?"}, headers=ann)
    client.put(f"{made.path}/languages", json={"speaks": ["fr"], "needs": "ar"}, headers=ann)
    return made


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("", payloads.RoomState),
        ("/counts", payloads.Counts),
        ("/teams", payloads.Teams),
        ("/questions", payloads.QuestionsListed),
        ("/preparation", console_payloads.PreparedRoom),
        ("/facilitators", console_payloads.Shared),
        ("/console", console_payloads.Console),
        ("/teams/{team}/work/action-plan", payloads.TeamWork),
    ],
)
def test_a_facilitator_is_told_what_its_type_says(client, room, path, shape):
    [team, *_] = client.get(f"{room.path}/teams", headers=FACILITATOR).json()["teams"]
    told = client.get(f"{room.path}{path.format(team=team['id'])}", headers=FACILITATOR).json()
    has(shape, told)


def test_the_projector_is_told_what_an_exercise_asks(client, room):
    told = client.get(f"{room.path}/console", headers=FACILITATOR).json()["activities"]
    board, poll = content.activity("digital-value"), content.activity("role-of-state")
    [asked] = told[board.id]["asks"]
    assert asked == {"text": board.prompt, "options": board.instructions, "kind": "do"}
    asked, *_ = told[poll.id]["asks"]
    assert asked["text"] == poll.questions[0].text
    assert asked["options"] == [option.title for option in poll.questions[0].options]
    for question in told["concepts-check"]["asks"]:  # nothing of it tells what is right
        assert question["options"] == sorted(question["options"])


def test_a_room_of_which_nothing_is_set_has_the_same_type(client):
    has(payloads.RoomState, client.get(Room(client).path, headers=FACILITATOR).json())


def test_a_participant_is_told_what_its_type_says(client, room):
    ann = room.people["Ann"]
    has(payloads.RoomShown, client.get(room.path, headers=ann).json())
    has(payloads.MyQuestions, client.get(f"{room.path}/questions", headers=ann).json())
    has(payloads.MyLanguages, client.get(f"{room.path}/languages", headers=ann).json())
    has(payloads.MyTeam, client.get(f"{room.path}/team", headers=ann).json()["team"])


def test_who_reviews_and_who_leads_are_told_what_their_types_say(client, room):
    ann, other = room.people["Ann"], room.people["participant"]
    answers, reviews = (f"{room.path}/{part}/sdg-pitch" for part in ("answers", "reviews"))
    settings = {"state": "open", "review": "open"}
    client.put(f"{room.path}/activities/sdg-pitch", json=settings, headers=FACILITATOR)
    client.put(answers, json={"answer": {"pitch": "Water"}, "version": 0}, headers=other)
    dealt = client.post(reviews, json={"have": 0}, headers=ann).json()
    has(review_payloads.MyReviews, dealt)
    said = {"answer": {"level": 2, "sent": True}, "version": 0}
    assert client.put(f"{reviews}/{dealt['dealt'][0]['id']}", json=said, headers=ann).status_code == 200
    received = client.get(reviews, headers=other).json()
    assert len(received["received"]) == 1
    has(review_payloads.MyReviews, received)
    told = client.get(f"{room.path}/activities/sdg-pitch/reviews", headers=FACILITATOR).json()
    assert len(told["reviews"]) == 1
    has(review_payloads.RoomReviews, told)


def test_a_sheet_is_read_back_as_its_type_says(client, room):
    sheet = "respondent,leadership-1\na,9\nb,3\n"
    for confirm in ("", "&confirm=yes"):
        answer = client.post(f"{room.path}/import?name=a.csv{confirm}", content=sheet, headers=FACILITATOR)
        has(console_payloads.Imported, answer.json())


def test_pages_are_told_what_their_types_say(client, room):
    client.post(f"/join/{room.code}", data={"name": "Cai"})
    has(payloads.Page, written(client.get(f"/room/{room.code}").text, "room"))
    has(payloads.LearnerPage, written(client.get("/sessions/1").text, "learner"))
    has(payloads.Opened, client.get("/api/me/exercises/sdg-pitch").json())


def written(page, id):
    """What a page has for its script."""
    found = re.search(rf'<script type="application/json" id="{id}">(.*?)</script>', page, re.S)
    return json.loads(unescape(found[1]) if "&" in found[1] else found[1])
