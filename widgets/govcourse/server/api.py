"""Who asks, and for what: the base of all calls and pages that are about rooms, people and activities."""

import secrets
from collections.abc import Callable
from typing import TypeVar

from govcourse import content
from govcourse.content.activity import ActivityBase
from govcourse.server import logs, security
from govcourse.server.errors import ApiError
from govcourse.server.handler import Handler
from govcourse.store import Participant, Room, Store
from govcourse.store.base import plain

T = TypeVar("T")


class Api(Handler):
    """Finds the room of a code and whoever a token belongs to. What refuses, raises ApiError."""

    @property
    def store(self) -> Store:
        store: Store = self.settings["govcourse_store"]
        return store

    def room(self, code: str) -> Room:
        """The room of a code. Who guesses waits; who belongs to the room is let in from wherever they ask."""
        guesses, address = self.settings["govcourse_guesses"]["room"], self.request.remote_ip
        room, waits = self.store.rooms.get(code), guesses.waits(address)
        if room and (not waits or self.is_facilitator(room.code) or self.member(room)):
            guesses.found(room.code)
            return room
        if room is None and guesses.known(plain(code)):
            raise ApiError(404, "no_room")
        if waits:
            raise ApiError(429, "too_many")
        guesses.missed(address, plain(code))
        logs.missed("code of a room", address)
        raise ApiError(404, "no_room")

    def by_code(self, what: str, code: str, find: Callable[[str], T | None]) -> T | None:
        """What `find` gives for the code of a "resume" or a "certificate"; who guesses waits."""
        guesses, address = self.settings["govcourse_guesses"][what], self.request.remote_ip
        if guesses.waits(address):
            raise ApiError(429, "too_many")
        if (found := find(code)) is None:
            guesses.missed(address, plain(code))
            logs.missed(f"code of a {what}", address)
        return found

    def is_facilitator(self, code: str | None = None) -> bool:
        return self.facilitator(code) is not None

    def facilitator(self, code: str | None = None) -> str | None:
        """The name of the facilitator who asks, "" without one; None for anybody else. `code` is a room's own."""
        given = security.bearer(self)
        if security.same(given, self.settings["govcourse_token"]):
            return ""
        if code is None:
            return None
        given = given or security.get_cookie(self, security.facilitator_cookie(code))
        return self.store.facilitators.name(code, given) if given else None

    def own_link(self, code: str) -> str | None:
        """The id of the further facilitator's link by which somebody asks; None for the room's first one and the server's token."""
        given = security.bearer(self) or security.get_cookie(self, security.facilitator_cookie(code))
        found = self.store.facilitators.find(code, given) if given else None
        return found.id if found else None

    def holds_token(self, given: str | None) -> bool:
        """Whether `given` is the server's own token. A right one is never refused; who tries wrong ones has to wait."""
        if security.same(given, self.settings["govcourse_token"]):
            return True
        if given:
            guesses, address = self.settings["govcourse_guesses"]["token"], self.request.remote_ip
            if guesses.waits(address):
                raise ApiError(429, "too_many")
            guesses.missed(address, given)
            logs.missed("token", address)
        return False

    def need_facilitator(self, code: str | None = None) -> str:
        """The facilitator's name; refuses anybody else."""
        name = self.facilitator(code)
        if name is None:
            self.look_for_guess()
            raise ApiError(403, "not_facilitator")
        return name

    def look_for_guess(self) -> None:
        """Whoever is refused with a token that opens nothing anywhere tried it: after too many they wait."""
        given = security.bearer(self)
        if given and not self.store.people.by_token(given) and not self.store.facilitators.anywhere(given):
            self.holds_token(given)

    def led(self, code: str) -> tuple[Room, str]:
        """The room, and the name of its facilitator who asks."""
        room = self.room(code)
        return room, self.need_facilitator(room.code)

    def member(self, room: Room | None) -> Participant | None:
        """The participant of `room` (None: the one who learns alone) that the token belongs to. Raises ApiError for
        whom a facilitator took out of it."""
        cookie = security.room_cookie(room.code) if room else security.LEARNER_COOKIE
        token = security.bearer(self) or security.get_cookie(self, cookie)
        person = self.store.people.by_token(token) if token else None
        if person is None or person.room != (room.code if room else None):
            return None
        if room and person.id in room.settings.get("removed", []):
            raise ApiError(403, "removed")
        return person

    def person(self, room: Room | None) -> Participant:
        """The same; refuses anybody else."""
        if (person := self.member(room)) is None:
            self.look_for_guess()
            raise ApiError(401, "unknown")
        return person

    def remember(self, person: Participant) -> None:
        """This browser is the person's from now on, who was just made or came back."""
        assert person.token is not None
        cookie = security.room_cookie(person.room) if person.room else security.LEARNER_COOKIE
        security.set_cookie(self, cookie, person.token)

    def resumed(self, person: Participant) -> None:
        """The same, of somebody who showed their resume code."""
        self.remember(person)
        logs.came_in("a resume code", self.request.remote_ip)

    def activity(self, id: str) -> ActivityBase:
        """The activity of an id from an address; refuses any other."""
        if id not in content.activity_ids():
            raise ApiError(404, "no_activity")
        found: ActivityBase = content.activity(id)
        return found


class Health(Api):
    """Whether the server works, and what it keeps is kept."""

    def get(self) -> None:
        self.store.check()
        self.reply({"status": "ok"})


class Missing(Api):
    """Any other address of a call."""

    def prepare(self) -> None:
        raise ApiError(404, "no_such_call")


def new_token() -> str:
    """A server's own, where none was given."""
    return secrets.token_urlsafe(24)


ROUTES = [(r"/health", Health)]
