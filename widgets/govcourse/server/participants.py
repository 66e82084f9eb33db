"""Who comes into a room, and who comes back on another browser."""

from govcourse.json_types import Json
from govcourse.learner_service import earlier
from govcourse.server.api import Api
from govcourse.server.errors import ApiError
from govcourse.server.teams import payload, team_names
from govcourse.store import Participant, Room


class Participants(Api):
    """Somebody joins a room by its code."""

    def post(self, code: str) -> None:
        room = self.room(code)
        if room.closed:
            raise ApiError(423, "ended")
        person = join(self, room, self.text(self.body(), "name", 100, ""))
        self.remember(person)
        self.reply(who(person), 201)


MOST = 1500  # people in a room of which nobody said how many are expected
LEAST = 500  # and in one for which few are: a class may bring another one


def join(call: Api, room: Room, name: str) -> Participant:
    """Somebody new in a room, in a team where the room works in teams; facilitators hear of it. Raises ApiError in a full or locked one."""
    if room.settings.get("locked"):
        raise ApiError(423, "room_locked")
    expected = room.settings.get("expected") or 0
    most = max(LEAST, 4 * expected) if expected else MOST
    if call.store.rooms.counts(room.code)["participants"] >= most:
        raise ApiError(423, "room_full")
    person = call.store.people.add(room.code, name)
    if count := room.settings.get("teams"):
        call.store.teams.deal(room.code, team_names(count), only=person.id)
        call.settings["govcourse_hub"].joined(room.code, call.store.teams.by_person(room.code)[person.id])
    call.settings["govcourse_hub"].answered(room.code)
    return person


def who(person: Participant) -> Json:
    """What somebody is told who has a new token."""
    return {"participant": person.id, "token": person.token, "resume_code": person.resume_code}


class RoomParticipant(Api):
    """`{"removed": true}` takes somebody out of the room, with all that they gave; `false` lets them in again, and it is there again."""

    def put(self, code: str, id: str) -> None:
        room, who = self.led(code)
        gone = self.body().get("removed")
        if not isinstance(gone, bool):
            raise ApiError(422, "invalid", "removed")
        if not self.store.people.set_removed(room.code, id, gone):
            raise ApiError(404, "no_person")
        self.store.acts.record(
            room.code, who, f"participant {id[:8]} {'removed' if gone else 'let in again'}"
        )
        hub = self.settings["govcourse_hub"]
        hub.changed(room.code)
        hub.answered(room.code)
        hub.asked(room.code)
        self.reply(payload(self.store, room.code))


class Resume(Api):
    """Somebody goes on by their own code, in a room or alone."""

    def post(self) -> None:
        person = self.by_code(
            "resume", self.text(self.body(), "resume_code", 100, ""), self.store.people.resume
        )
        if person is None:
            raise ApiError(404, "no_such_code")
        self.resumed(person)
        self.reply(who(person) | ({"room": person.room} if person.room else {}))


class Earlier(Api):
    """What somebody answered at another time, to stand beside today's: their resume code shows that it is theirs to see."""

    def post(self) -> None:
        body = self.body()
        activity = self.activity(self.text(body, "activity", 100))
        person = self.by_code("resume", self.text(body, "resume_code", 100, ""), self.store.people.resume)
        if person is None:
            raise ApiError(404, "no_such_code")
        self.reply(earlier(self.store, person, activity.id))


ROUTES = [
    (r"/api/rooms/([^/]+)/participants", Participants),
    (r"/api/rooms/([^/]+)/participants/([a-z0-9]+)", RoomParticipant),
    (r"/api/resume", Resume),
    (r"/api/earlier", Earlier),
]
