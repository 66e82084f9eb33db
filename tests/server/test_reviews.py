"""Review by another team, as one story, and what is refused on the way."""

import pytest

from tests.server.conftest import FACILITATOR, Room, bearer, open_activity

TEAM, OWN, PRIVATE, CLOSED = "innovation-lab", "sdg-pitch", "reflection", "dtca"


class Reviewing(Room):
    """A room in which people work in teams, and an exercise of teams is open."""

    def __init__(self, client, people, teams=0, activity=TEAM):
        made = client.post("/api/rooms", json={"sessions": [1, 2, 3, 4, 5], "teams": teams}, headers=FACILITATOR).json()  # fmt: skip
        self.client, self.code, self.path = client, made["code"], f"/api/rooms/{made['code']}"
        self.activity = activity
        self.phones = [self.bearer(client, self.code) for _ in range(people)]
        open_activity(client, self, activity)

    @property
    def url(self):
        return f"{self.path}/reviews/{self.activity}"

    def write(self, who, text, version=0):
        fields = {"fields": {FIELD: text}} if self.activity == TEAM else {"pitch": text}
        return self.client.put(
            f"{self.path}/answers/{self.activity}", json={"answer": fields, "version": version}, headers=self.phones[who]
        )  # fmt: skip

    def set(self, **settings):
        return self.client.put(f"{self.path}/activities/{self.activity}", json=settings, headers=FACILITATOR)

    def ask(self, who, have=0):
        return self.client.post(self.url, json={"have": have}, headers=self.phones[who])

    def look(self, who):
        return self.client.get(self.url, headers=self.phones[who]).json()

    def review(self, who, id, answer, version=0):
        body = {"answer": answer, "version": version}
        return self.client.put(f"{self.url}/{id}", json=body, headers=self.phones[who])

    def all(self):
        return self.client.get(f"{self.path}/activities/{self.activity}/reviews", headers=FACILITATOR).json()


FIELD = "vision"


def said(work):
    return [line["text"] for part in work["parts"] for line in part["lines"]]


def test_two_teams_review_each_other_and_change_their_work(client):
    room = Reviewing(client, people=4, teams=2)  # 0 and 2 are Team 1, 1 and 3 are Team 2
    room.write(0, "A lab in the market")
    assert room.ask(0).status_code == 423  # the facilitator has not started it
    assert room.set(review="open").json()["review"] == "open"
    state = client.get(room.path, headers=room.phones[0]).json()
    assert next(one["review"] for one in state["activities"] if one["id"] == TEAM) == "open"

    nothing = room.ask(0).json()
    assert (nothing["dealt"], nothing["more"], nothing["received"]) == ([], False, [])
    [work] = room.ask(1).json()["dealt"]
    assert work["of"] == "Team 1" and said(work) == ["A lab in the market"] and work["answer"] == {}
    assert room.ask(3).json()["dealt"] == [work]  # the same for all of a team

    draft = {"level": 2, "works": "It is open on Saturdays.", "better": "Say who pays."}
    assert room.review(1, work["id"], draft).json() == {"answer": draft, "version": 1}
    assert room.look(2)["received"] == [] and room.all()["reviews"] == []  # not before it is handed over
    stale = room.review(3, work["id"], {"level": 1})
    assert (stale.status_code, stale.json()["answer"], stale.json()["version"]) == (409, draft, 1)
    assert room.review(3, work["id"], {**draft, "sent": True}, 1).status_code == 200

    [received] = room.look(2)["received"]
    assert {name: received[name] for name in ("by", "level", "works", "better")} == {"by": "Team 2", **draft}
    assert room.look(1)["received"] == []

    room.write(0, "A lab in the market, paid by the city", 1)
    assert said(room.look(3)["dealt"][0]) == ["A lab in the market, paid by the city"]
    room.write(1, "A lab at the ministry")
    assert said(room.ask(0).json()["dealt"][0]) == ["A lab at the ministry"]  # now there is some

    told = room.all()
    assert (told["dealt"], told["sent"], told["reviewed"]) == (2, 1, {"n": 1, "levels": [], "too_few": 5})
    [listed] = told["reviews"]
    assert (listed["by"], listed["of"], listed["hidden"]) == ("Team 2", "Team 1", False)
    room.set(hidden=[listed["id"]])
    assert room.look(0)["received"] == [] and room.all()["reviews"][0]["hidden"]
    room.set(hidden=[])

    room.set(review="closed")
    assert room.review(1, work["id"], {}, 2).status_code == 423 and room.ask(1).status_code == 423
    assert room.look(0)["received"] == [received]
    room.set(review="open", state="closed")
    assert room.review(1, work["id"], {}, 2).status_code == 423


def test_what_was_said_of_a_work_goes_home_with_it(client):
    room = Reviewing(client, people=2, teams=2)
    room.write(0, "A lab in the market")
    room.set(review="open")
    [work] = room.ask(1).json()["dealt"]
    room.review(1, work["id"], {"level": 3, "works": "Saturdays", "better": "=Who pays?", "sent": True})
    document = f"{room.path}/documents/{TEAM}.docx"
    mine, theirs = (client.get(document, headers=phone).content for phone in room.phones)
    assert "Saturdays" in words(mine) and "Team 2" in words(mine) and "Saturdays" not in words(theirs)


def words(docx):
    import io

    from docx import Document

    made = Document(io.BytesIO(docx))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


def test_each_reviews_somebody_else_where_work_is_personal_and_five_make_a_summary(client):
    room = Reviewing(client, people=6, activity=OWN)
    for who in range(5):
        room.write(who, f"Pitch {who}")
    room.set(review="open")
    for who in (3, 0, 5, 2, 4, 1):  # the sixth has written nothing, and reviews all the same
        [work] = room.ask(who).json()["dealt"]
        assert work["of"] is None and f"Pitch {who}" not in said(work)
        room.review(who, work["id"], {"level": 1 + who % 3, "sent": True})
    received = [len(room.look(who)["received"]) for who in range(6)]
    assert sorted(received[:5]) == [1, 1, 1, 1, 2] and received[5] == 0
    assert room.all()["reviewed"] == {"n": 6, "levels": [2, 2, 2]}

    assert room.look(5)["more"] is True
    assert len(room.ask(5, have=1).json()["dealt"]) == 2 == len(room.ask(5, have=1).json()["dealt"])
    assert len(room.ask(5, have=2).json()["dealt"]) == 2  # not before the second is handed over


def test_nobody_reviews_or_reads_what_was_not_dealt_to_them(client):
    room = Reviewing(client, people=3, activity=OWN)
    for who in range(3):
        room.write(who, f"Pitch {who}")
    room.set(review="open")
    [work] = room.ask(0).json()["dealt"]
    for who in (1, 2):
        assert room.review(who, work["id"], {"level": 1}).status_code == 403
    assert room.review(0, "0" * 32, {"level": 1}).status_code == 403
    other = Reviewing(client, people=1, activity=OWN)
    assert room.client.get(room.url, headers=other.phones[0]).status_code == 401
    assert room.client.get(room.url, headers=FACILITATOR).status_code == 401
    listed = f"{room.path}/activities/{OWN}/reviews"
    assert room.client.get(listed, headers=room.phones[0]).status_code == 403


@pytest.mark.parametrize(
    "answer", [{"level": 4}, {"works": "x" * 501}, {"sent": True}, {"more": 1}, [], {"level": "1"}]
)
def test_what_is_no_review_is_refused_and_nothing_of_it_stays(client, answer):
    room = Reviewing(client, people=2, activity=OWN)
    room.write(0, "Pitch")
    room.set(review="open")
    [work] = room.ask(1).json()["dealt"]
    assert room.review(1, work["id"], answer).status_code == 422
    assert room.review(1, work["id"], {}, "0").status_code == 422
    assert room.look(1)["dealt"][0]["version"] == 0
    for have in (-1, "0", None, True):
        assert room.ask(1, have).status_code == 422


@pytest.mark.parametrize("activity", [PRIVATE, CLOSED])
def test_private_and_closed_exercises_are_reviewed_by_nobody(client, room, person, activity):
    open_activity(client, room, activity)
    refused = client.put(f"{room.path}/activities/{activity}", json={"review": "open"}, headers=FACILITATOR)
    assert (refused.status_code, refused.json()["error"]["field"]) == (422, "review")
    for call in (client.get, client.post):
        assert call(f"{room.path}/reviews/{activity}", headers=bearer(person)).status_code == 403
