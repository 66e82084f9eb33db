"""Who comes into a room, and who comes back on another browser."""

from govcourse.json_types import Json
from govcourse.server.api import Api
from govcourse.server.errors import ApiError
from govcourse.server.teams import team_names
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
    """Somebody new in a room, in a team where the room works in teams; facilitators hear of it. Raises ApiError in a full one."""
    expected = room.settings.get("expected") or 0
    most = max(LEAST, 4 * expected) if expected else MOST
    if call.store.rooms.counts(room.code)["participants"] >= most:
        raise ApiError(423, "room_full")
    person = call.store.people.add(room.code, name)
    if count := room.settings.get("teams"):
        call.store.teams.deal(room.code, team_names(count), only=person.id)
    call.settings["govcourse_hub"].answered(room.code)
    return person


def who(person: Participant) -> Json:
    """What somebody is told who has a new token."""
    return {"participant": person.id, "token": person.token, "resume_code": person.resume_code}


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


ROUTES = [
    (r"/api/rooms/([^/]+)/participants", Participants),
    (r"/api/resume", Resume),
]
