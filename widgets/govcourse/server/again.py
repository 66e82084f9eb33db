"""An earlier room's assessment beside this one's: its figures are kept as a file, or brought in by that file or its facilitator's link."""

import re
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from govcourse import content, kinds
from govcourse.assessment.again import Kept, kept
from govcourse.assessment.debrief import debrief, respondents
from govcourse.json_types import Json
from govcourse.server.api import Api
from govcourse.server.console_payloads import Again
from govcourse.server.errors import ApiError
from govcourse.store import Room, Store

FORMAT, VERSION = "govcourse-assessment", 1
LINK = re.compile(r"/facilitator/([^/?#\s]{1,20})\?key=([^&#\s]{1,200})$")


def figures(store: Store, room: Room) -> Kept | None:
    """What may be kept of a room's assessment; None of fewer than five."""
    about = content.assessment()
    instrument = content.instrument(about.instrument)
    given = respondents(list(store.answers.of_room(room.code, about.id).values()), instrument)
    on = room.settings.get("date") or datetime.now(UTC).date().isoformat()
    return kept(debrief(given, instrument), room.title or room.code, on)


def before(room: Room) -> Kept | None:
    """What was brought into a room."""
    found = room.settings.get("again")
    return Kept.model_validate(found) if found else None


class EarlierRoom(Api):
    """PUT `{"link": …}`, the facilitator's link of an earlier room of this server, or `{"file": …}`, as Figures gives it."""

    def get(self, code: str) -> None:
        room, _ = self.led(code)
        self._tell(room)

    def put(self, code: str) -> None:
        room, who = self.led(code)
        body = self.body()
        found = self._of_file(body["file"]) if "file" in body else self._of_link(room, body.get("link"))
        known = {one.id for one in content.instrument(content.assessment().instrument).dimensions}
        if known.isdisjoint(found.dimensions):
            raise ApiError(422, "invalid", "file", "again_other")
        self._keep(room, who, found.model_dump())

    def delete(self, code: str) -> None:
        room, who = self.led(code)
        self._keep(room, who, None)

    def _keep(self, room: Room, who: str, found: Json | None) -> None:
        self.store.rooms.change(room.code, again=found)
        self.store.acts.record(
            room.code, who, "an earlier assessment " + ("beside this one" if found else "taken out")
        )
        self.settings["govcourse_hub"].answered(room.code)
        self._tell(self.room(room.code))

    def _tell(self, room: Room) -> None:
        told: Again = {"before": before(room), "can_keep": figures(self.store, room) is not None}
        self.reply(kinds.plain(told))

    def _of_file(self, given: Any) -> Kept:
        known = isinstance(given, dict) and given.get("format") == FORMAT
        if not known or type(given.get("version")) is not int:
            raise ApiError(422, "invalid", "file", "again_file")
        if given["version"] > VERSION:
            raise ApiError(422, "invalid", "file", "again_newer")
        try:
            return Kept.model_validate(given.get("figures"))
        except ValidationError as error:
            where = ".".join(map(str, error.errors()[0]["loc"])) or "figures"
            raise ApiError(422, "invalid", f"file.{where}", "again_wrong", where=where) from None

    def _of_link(self, room: Room, given: object) -> Kept:
        match = LINK.search(given.strip()) if isinstance(given, str) else None
        if match is None:
            raise ApiError(422, "invalid", "link", "again_link")

        def opens(key: str) -> Room | None:
            allowed = self.store.facilitators.name(match[1], key) is not None
            return self.store.rooms.get(match[1]) if allowed else None

        then = self.by_code("token", match[2], opens)
        if then is None:
            raise ApiError(422, "invalid", "link", "again_unknown")
        if then.code == room.code:
            raise ApiError(422, "invalid", "link", "again_same")
        if (found := figures(self.store, then)) is None:
            raise ApiError(422, "invalid", "link", "again_few")
        return found


class Figures(Api):
    """The room's figures as a file to keep; nobody's answers."""

    def get(self, code: str) -> None:
        room, who = self.led(code)
        if (found := figures(self.store, room)) is None:
            raise ApiError(409, "again_few")
        self.store.acts.record(room.code, who, "figures of the assessment as a file")
        self.reply({"format": FORMAT, "version": VERSION, "figures": found.model_dump()})


ROUTES = [
    (r"/api/rooms/([^/]+)/again", EarlierRoom),
    (r"/api/rooms/([^/]+)/again\.json", Figures),
]
