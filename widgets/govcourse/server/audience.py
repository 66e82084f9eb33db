"""What people of a room say out of turn: questions, votes on them, how fast it goes, and which languages they speak."""

from govcourse import content
from govcourse.kinds.questions import for_room, listed
from govcourse.server.api import Api
from govcourse.server.errors import ApiError
from govcourse.server.payloads import MyLanguages, MyQuestions, QuestionsListed, QuestionsShown
from govcourse.store import Languages, Participant, Room, Store

QUESTION = 300  # characters, which a projector shows whole
EACH, MOST = 10, 500  # questions of a person, and of a room
SPEAKS = 5  # languages


def told(store: Store, code: str) -> tuple[QuestionsListed, QuestionsShown]:
    """What the stream tells of a room's questions, to facilitators and to participants."""
    room = store.rooms.get(code)
    all = listed(store.questions.all(code), room.settings) if room else []
    return {"questions": all}, {"questions": for_room(all)}


class Asking(Api):
    def asks(self, code: str, open: bool = True) -> tuple[Room, Participant]:
        """The room and who asks; refuses once it has ended, and unless its questions are open."""
        room = self.room(code)
        person = self.person(room)
        if room.closed:
            raise ApiError(423, "ended")
        if open and room.settings.get("questions") != "open":
            raise ApiError(423, "closed", key="questions_closed")
        return room, person

    def changed(self, room: Room) -> None:
        self.settings["govcourse_hub"].asked(room.code)


class Questions(Asking):
    """The questions of a room: to facilitators all of them, to participants what is not held back, and what is their own.
    POST `{"text"}` asks one."""

    def get(self, code: str) -> None:
        room = self.room(code)
        all = self.store.questions.all(room.code)
        if self.is_facilitator(room.code):
            return self.reply({"questions": listed(all, room.settings)})
        person = self.person(room)
        mine: MyQuestions = {
            "questions": for_room(listed(all, room.settings)),
            "mine": [{"id": one.id, "text": one.text} for one in all if one.author == person.id],
            "votes": self.store.questions.votes(person.id),
            "each": EACH,
            "longest": QUESTION,
        }
        self.reply(mine)

    def post(self, code: str) -> None:
        room, person = self.asks(code)
        text = " ".join(self.text(self.body(), "text", QUESTION).split())
        if not text:
            raise ApiError(422, "invalid", "text", "question_empty")
        id = self.store.questions.ask(room.code, person.id, text, EACH, MOST)
        if id is None:
            raise ApiError(423, "questions_full", each=EACH)
        self.changed(room)
        self.reply({"id": id, "text": text}, 201)


class OneQuestion(Asking):
    """A facilitator says `{"answered"}`, others of the room `{"vote"}` (1, -1, or 0 for none); DELETE takes back one's own."""

    def put(self, code: str, id: str) -> None:
        body = self.body()
        if "answered" in body:
            room, _ = self.led(code)
            if not isinstance(body["answered"], bool):
                raise ApiError(422, "invalid", "answered")
            if not self.store.questions.answer(room.code, id, body["answered"]):
                raise ApiError(404, "no_question")
            self.changed(room)
            return self.reply({"answered": body["answered"]})
        room, person = self.asks(code)
        vote = body.get("vote")
        if type(vote) is not int or vote not in (1, 0, -1):
            raise ApiError(422, "invalid", "vote")
        seen = any(
            one["id"] == id for one in for_room(listed(self.store.questions.all(room.code), room.settings))
        )
        if not seen or not self.store.questions.vote(room.code, id, person.id, vote):
            raise ApiError(404, "no_question")
        self.changed(room)
        self.reply({"vote": vote})

    def delete(self, code: str, id: str) -> None:
        room, person = self.asks(code, open=False)
        if not self.store.questions.withdraw(room.code, id, person.id):
            raise ApiError(404, "no_question")
        self.changed(room)
        self.reply({"withdrawn": id})


class Pace(Asking):
    """`{"pace": "fast" | "slow" | null}`: too fast, too slow, or neither any more. Facilitators get counts, with those of answers."""

    def put(self, code: str) -> None:
        room, person = self.asks(code, open=False)
        body = self.body()
        if body.get("pace", "") not in ("fast", "slow", None):
            raise ApiError(422, "invalid", "pace")
        self.store.paces.set(person.id, body["pace"])
        self.settings["govcourse_hub"].paced(room.code)
        self.reply({"pace": body["pace"]})


class SpokenBy(Asking):
    """What somebody speaks, and into which language they need interpretation: `{"speaks": […], "needs": ""}`, by codes of ISO 639."""

    def get(self, code: str) -> None:
        room = self.room(code)
        said = self.store.people.languages(room.code).get(self.person(room).id, Languages())
        self.reply(_said(said))

    def put(self, code: str) -> None:
        room, person = self.asks(code, open=False)
        body, known = self.body(), set(content.spoken())
        speaks, needs = body.get("speaks"), body.get("needs", "")
        if (
            not isinstance(speaks, list)
            or len(speaks) > SPEAKS
            or not all(one in known for one in map(str, speaks))
        ):
            raise ApiError(422, "invalid", "speaks")
        if not isinstance(needs, str) or (needs and needs not in known):
            raise ApiError(422, "invalid", "needs")
        said = Languages(tuple(dict.fromkeys(map(str, speaks))), needs)
        self.store.people.set_languages(person.id, said)
        self.settings["govcourse_hub"].answered(room.code)
        self.reply(_said(said))


def _said(said: Languages) -> MyLanguages:
    return {"speaks": list(said.speaks), "needs": said.needs, "all": list(content.spoken())}


ROUTES = [
    (r"/api/rooms/([^/]+)/questions", Questions),
    (r"/api/rooms/([^/]+)/questions/([a-z0-9]+)", OneQuestion),
    (r"/api/rooms/([^/]+)/pace", Pace),
    (r"/api/rooms/([^/]+)/languages", SpokenBy),
]
