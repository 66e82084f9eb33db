"""What a facilitator does with a room as a whole: make, lead, share, end and delete it."""

import base64
import io
from typing import Any

from govcourse import content
from govcourse.json_types import Json
from govcourse.server import pace, room_settings, security
from govcourse.server.activities import are_keys, as_shown, changes, state
from govcourse.server.api import Api, Missing
from govcourse.server.console_payloads import Link, MadeLink
from govcourse.server.errors import ApiError
from govcourse.server.payloads import Run
from govcourse.server.steering import countdown, now, seconds, steer
from govcourse.store import Room, retention
from govcourse.store.teams import MOST

MESSAGE = 300  # characters that a projector and a phone show whole


class Rooms(Api):
    def get(self) -> None:
        """All rooms of this server, for whoever holds its token."""
        self.need_facilitator()
        rooms = [
            room_settings.payload(room) | self.store.rooms.counts(room.code)
            for room in self.store.rooms.all()
        ]
        self.reply({"rooms": rooms})

    def post(self) -> None:
        self.need_facilitator()
        room, secret = room_settings.make(self.store, room_settings.read(self.body()))
        self.reply({"code": room.code, **self.addresses(room, secret)}, 201)

    def addresses(self, room: Room, secret: str) -> Json:
        base = self.settings["govcourse_url"](self.request)
        return {
            "facilitator_url": f"{base}/facilitator/{room.code}?key={secret}",
            "join_url": f"{base}/join/{room.code}",
        }


class RoomItself(Api):
    """`session`, `step` (of its agenda, or null), `look` (an activity that everybody looks at), `timer` and `break` (seconds),
    `message`, `status`, `presents` (a team, or null), `work` (the activity whose work it presents), `order` (of teams),
    `screen` (the page of projectors, or only how many there are), `questions` (whether they may be asked), `questions_shown`
    (on projectors), `locked` (nobody new gets in), `questions_moderate`, `questions_hidden` and `questions_approved` (as with notes), `activities` (by id, what is changed of them), and what
    is known about the room (`server/room_settings.py`)."""

    def get(self, code: str) -> None:
        room = self.room(code)
        if self.is_facilitator(room.code):
            return self.reply(state(self.store, room))
        self.person(room)
        self.reply(as_shown(state(self.store, room)))

    def put(self, code: str) -> None:
        room, who = self.led(code)
        body = self.body()
        given = body.pop("activities", {})
        if not isinstance(given, dict) or not all(isinstance(one, dict) for one in given.values()):
            raise ApiError(422, "invalid", "activities")
        activities = {id: changes(self.activity(id), one) for id, one in given.items()}
        settings = {name: self.value(room, body, name) for name in body}
        if set(settings) == {"screen"}:
            self.store.rooms.change(room.code, **settings)
            self.settings["govcourse_hub"].steered(room.code)
            return self.reply(settings)
        if presents := settings.get("presents"):
            settings["presented"] = sorted({*(room.settings.get("presented") or []), presents})
        if length := settings.pop("timer", None):
            settings["timer"] = self.timer(room, length, presents)
        elif "timer" in body:
            settings["timer"] = None
        if "break" in settings:
            title = self.words(room)["break_now"]
            settings["timer"] = countdown(settings.pop("break"), title, "break")
        if "step" in settings:
            settings["run"] = run(
                room, settings.get("session", room.settings.get("session")), settings.pop("step")
            )
        room = steer(self, room, who, settings, activities)
        self.reply(state(self.store, room))

    def words(self, room: Room) -> dict[str, str]:
        words: dict[str, str] = content.texts(room.language)["console"]
        return words

    def timer(self, room: Room, seconds: int, presents: str | None) -> Json:
        """A countdown of a presentation, or of no exercise."""
        team = self.store.teams.get(presents) if presents else None
        title = self.words(room)["presents"].format(team=team.name) if team else ""
        return {**(countdown(seconds, title, "presentation" if team else "exercise") or {})}

    def value(self, room: Room, body: Json, name: str) -> Any:
        given = body[name]
        match name:
            case "session" if given in room.sessions:
                return given
            case "step" if given is None or (type(given) is int and 0 <= given <= 50):
                return given
            case "look" | "work" if given is None or given in content.activity_ids():
                return given
            case "screen" if screen(given):
                return on_page(given, room.settings.get("screen") or {})
            case "timer" if given is None or seconds(given):
                return given
            case "break" if seconds(given):
                return given
            case "questions" if given in ("open", "closed"):
                return given
            case "locked" | "questions_shown" | "questions_moderate" if isinstance(given, bool):
                return given
            case "questions_hidden" | "questions_approved" if are_keys(given):
                return given
            case "status" if given in ("open", "ended", "archived"):
                return given
            case "presents" if given is None or (isinstance(given, str) and given in self.teams(room)):
                return given
            case "order" if (
                isinstance(given, list) and len(given) <= MOST and set(map(str, given)) <= self.teams(room)
            ):
                return given
            case "title" | "country" | "date" | "language" | "teams" | "expected" | "keep":
                return getattr(room_settings.read({name: given}), name)
            case "message":
                return self.text(body, name, MESSAGE)
        raise ApiError(422, "invalid", name)

    def teams(self, room: Room) -> set[str]:
        return {team.id for team in self.store.teams.all(room.code)[0]}

    def delete(self, code: str) -> None:
        room, _ = self.led(code)
        gone = self.store.rooms.delete(room.code)
        self.settings["govcourse_releases"].forget(room.code)
        self.settings["govcourse_hub"].changed(room.code)
        self.reply({"deleted": gone})


def screen(given: Any) -> bool:
    """Whether this says on which page of how many projectors are; without a page, how many there are."""
    if not isinstance(given, dict) or not {"what", "pages"} <= set(given) <= {"what", "page", "pages"}:
        return False
    what, page, pages = given["what"], given.get("page", 0), given["pages"]
    numbers = type(page) is int and type(pages) is int
    return isinstance(what, str) and len(what) <= 200 and numbers and 0 <= page < pages <= 1000


def on_page(given: Json, last: Json) -> Json:
    """A projector that has counted its pages turns none: somebody may have pressed a key since it began to count."""
    there = last.get("page", 0) if last.get("what") == given["what"] else 0
    return {"page": min(there, given["pages"] - 1), **given}


def run(room: Room, session: int | None, step: int | None) -> Run | None:
    """Where a session is: its step, since when, and when it began; None before it has."""
    if step is None:
        return None
    last = room.settings.get("run") or {}
    began = last["began"] if last.get("session") == session and step > 0 else now()
    return {"session": session, "step": step, "since": now(), "began": began}


class Rehearsal(Api):
    """POST makes a room of its own with a simulated class, to try this one's sessions with; `seed` says which class."""

    def post(self, code: str) -> None:
        room, who = self.led(code)
        seed = self.body().get("seed", 1)
        if type(seed) is not int or not 0 <= seed <= 1_000_000 or room.settings.get("practice"):
            raise ApiError(422, "invalid", "seed")
        before = room.settings.get("rehearsal")
        made, secret = room_settings.rehearse(self.store, room, seed)
        self.store.acts.record(room.code, who, f"rehearsal {made.code}")
        if before:
            self.settings["govcourse_hub"].changed(before)
        base = self.settings["govcourse_url"](self.request)
        self.reply({"code": made.code, "url": f"{base}/facilitator/{made.code}?key={secret}"}, 201)


class Facilitators(Api):
    """Links of further facilitators."""

    def get(self, code: str) -> None:
        room, _ = self.led(code)
        own = self.own_link(room.code)
        listed: list[Link] = [
            {"id": one.id, "name": one.name, "maker": one.maker, "own": one.id == own}
            for one in self.store.facilitators.all(room.code)
        ]
        due = retention.due(self.store, room.code).date().isoformat()
        payload = {"about": room_settings.payload(room), "due": due}
        self.reply({"facilitators": listed, "acts": self.store.acts.all(room.code), **payload})

    def post(self, code: str) -> None:
        room, who = self.led(code)
        name = self.text(self.body(), "name", 100)
        if not name:
            raise ApiError(422, "invalid", "name", "link_name")
        made, secret = self.store.facilitators.add(room.code, name, self.own_link(room.code))
        self.store.acts.record(room.code, who, f"link for {name}")
        address = f"{self.settings['govcourse_url'](self.request)}/facilitator/{room.code}"
        phone = f"{address}/phone?key={secret}"
        picture = base64.b64encode(qr(phone)).decode()
        link: MadeLink = {
            "id": made.id,
            "name": name,
            "url": f"{address}?key={secret}",
            "phone": phone,
            "qr": f"data:image/svg+xml;base64,{picture}",
        }
        self.reply(link, 201)

    def delete(self, code: str) -> None:
        """Ends all links, and what was opened by them; whoever asks goes on by a new one."""
        room, who = self.led(code)
        secret = self.store.facilitators.replace(room.code)
        self.store.acts.record(room.code, who, "all links revoked")
        self.settings["govcourse_hub"].changed(room.code)
        security.set_cookie(self, security.facilitator_cookie(room.code), secret)
        base = self.settings["govcourse_url"](self.request)
        self.reply({"url": f"{base}/facilitator/{room.code}?key={secret}"})


class FacilitatorLink(Api):
    """DELETE ends a link, with `?made=1` also those that were made by it and by these; never the one of whoever asks for those."""

    def delete(self, code: str, id: str) -> None:
        room, who = self.led(code)
        made = self.get_query_argument("made", "") == "1"
        ended = self.store.facilitators.revoke(room.code, id, made, self.own_link(room.code))
        if not ended:
            raise ApiError(404, "no_link")
        for one in ended:
            self.store.acts.record(room.code, who, f"link for {one.name} revoked")
        self.settings["govcourse_hub"].changed(
            room.code
        )  # streams opened by them look whether they still may
        self.reply({"revoked": [one.id for one in ended]})


class Counts(Api):
    def get(self, code: str) -> None:
        room, _ = self.led(code)
        self.reply(pace.counts(self.store, room.code))


class QrCode(Api):
    """The address to join, as a picture for phones; whoever has the code may see it."""

    linked = True

    def get(self, code: str) -> None:
        room = self.room(code)
        base = self.settings["govcourse_url"](self.request)
        self.set_header("Content-Type", "image/svg+xml")
        self.set_header("Content-Security-Policy", security.POLICY)
        self.write(qr(f"{base}/join/{room.code}"))


def qr(address: str) -> bytes:
    """An address as a picture for phones, in SVG."""
    import segno

    picture = io.BytesIO()
    segno.make(address, error="m").save(
        picture, kind="svg", scale=10, border=4, dark="#000", light="#fff", xmldecl=False, omitsize=True
    )
    return picture.getvalue()


ROUTES = [
    (r"/api/rooms", Rooms),
    (r"/api/rooms/([^/]+)", RoomItself),
    (r"/api/rooms/([^/]+)/rehearsal", Rehearsal),
    (r"/api/rooms/([^/]+)/facilitators", Facilitators),
    (r"/api/rooms/([^/]+)/facilitators/([A-Z0-9]+)", FacilitatorLink),
    (r"/api/rooms/([^/]+)/counts", Counts),
    (r"/api/rooms/([^/]+)/qr\.svg", QrCode),
    (r"/api/(?!kernels/).*", Missing),
]
