"""The HTTP contract: rooms, participants, answers, and the same for those who learn alone (/api/me)."""

import functools
import inspect
import json
import secrets
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, ParamSpec, TypeVar, overload

from tornado.escape import utf8
from tornado.web import HTTPError, RequestHandler

from govcourse import content, kinds
from govcourse.content.activity import ActivityBase
from govcourse.files import MIME, Unavailable, file_name
from govcourse.json_types import Json
from govcourse.kinds import AnswerError
from govcourse.kinds.access import sees
from govcourse.learner_service import FileRefused, LearnerService
from govcourse.server import security
from govcourse.server.store_threads import Overload, StoreThreads
from govcourse.store import Participant, Room, Stale, Store, StoreError
from govcourse.store.base import plain
from govcourse.text import clean, loads

T = TypeVar("T")
P = ParamSpec("P")
LIMIT = 5_000_000  # bytes of one request body


class ApiError(Exception):
    """An error as the contract gives it: status, code, words a person can act on, and the field.

    The words are the catalogue's for `key`, which is the code unless given, filled with `values`; or `message`.
    """

    def __init__(
        self,
        status: int,
        code: str,
        field: str | None = None,
        key: str = "",
        message: str | None = None,
        more: Json | None = None,
        **values: object,
    ):
        self.status, self.more = status, more or {}
        if message is None:
            message = content.texts()["api"][key or code].format(**values)
        self.error = {"code": code, "message": message, **({"field": field} if field else {})}


class Api(RequestHandler):
    """JSON in, JSON out; every failure is an error of the contract.

    A method of HTTP that is an ordinary function runs in a thread of the store's; one that is `async` runs in the event
    loop, and takes what asks the store to a thread by `in_thread`.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name in ("get", "post", "put", "delete"):
            method = cls.__dict__.get(name)
            if method is not None and not inspect.iscoroutinefunction(method):
                setattr(cls, name, _threaded(method))

    async def in_thread(self, work: Callable[P, T], *given: P.args, **more: P.kwargs) -> T:
        """What `work` gives, which asks the store; calls with the same token come one after the other."""
        token = self.request.headers.get("Authorization") or self.request.headers.get("Cookie") or ""
        threads: StoreThreads = self.settings["govcourse_threads"]
        return await threads.run(token, work, *given, **more)

    @property
    def store(self) -> Store:
        store: Store = self.settings["govcourse_store"]
        return store

    def set_default_headers(self) -> None:
        for name, value in security.HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Security-Policy", security.POLICY)

    def prepare(self) -> Awaitable[None] | None:  # a kernel's handler has to wait
        if self.request.method not in ("GET", "HEAD") and not security.from_here(self):
            raise ApiError(403, "origin")
        if len(self.request.body) > LIMIT:
            raise ApiError(413, "too_large")
        return None

    def redirect(self, url: str, permanent: bool = False, status: int | None = None) -> None:
        """As Tornado's, but sent at the method's end: that is in the event loop."""
        self.set_status(status or (301 if permanent else 302))
        self.set_header("Location", utf8(url))

    @overload
    def decode_argument(self, value: bytes, name: str | None = None) -> str: ...

    @overload
    def decode_argument(self, value: None, name: str | None = None) -> None: ...

    def decode_argument(self, value: bytes | None, name: str | None = None) -> str | None:
        """A part of the address, of its query or of a form; None for an optional part that is not there."""
        return None if value is None else clean(super().decode_argument(value, name))

    def language(self, otherwise: str = "en") -> str:
        """The language that is asked for; what there is no catalogue for is in English, the edition's language."""
        asked = self.get_argument("language", otherwise)
        return asked if asked in content.languages() else "en"

    def body(self) -> Json:
        if not self.request.headers.get("Content-Type", "").startswith("application/json"):
            raise ApiError(415, "not_json", key="not_json_type")
        try:
            parsed = loads(self.request.body or b"{}")
        except (ValueError, RecursionError):
            raise ApiError(400, "not_json") from None
        if not isinstance(parsed, dict):
            raise ApiError(400, "not_json", key="no_object")
        return parsed

    def text(self, body: Json, field: str, limit: int, default: str | None = None) -> str:
        value = body.get(field, default)
        if not isinstance(value, str) or len(value) > limit:
            raise ApiError(422, "invalid", field, "no_text", limit=limit)
        return value.strip()

    def reply(self, data: Json, status: int = 200) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.write(encoded(data))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs.get("exc_info", (None, None, None))[1]
        refused = as_api_error(error, status_code)
        self.reply({"error": refused.error, **refused.more}, refused.status)

    def log_exception(
        self, typ: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None
    ) -> None:
        if as_api_error(value, 500).error["code"] == "failed":
            super().log_exception(typ, value, tb)

    # ---- who asks

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
        raise ApiError(404, "no_room")

    def by_code(self, what: str, code: str, find: Callable[[str], T | None]) -> T | None:
        """What `find` gives for the code of a "resume" or a "certificate"; who guesses waits."""
        guesses, address = self.settings["govcourse_guesses"][what], self.request.remote_ip
        if guesses.waits(address):
            raise ApiError(429, "too_many")
        if (found := find(code)) is None:
            guesses.missed(address, plain(code))
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
        given = given or self.get_cookie(security.facilitator_cookie(code))
        return self.store.facilitators.name(code, given) if given else None

    def need_facilitator(self, code: str | None = None) -> str:
        """The facilitator's name; refuses anybody else."""
        name = self.facilitator(code)
        if name is None:
            raise ApiError(403, "not_facilitator")
        return name

    def led(self, code: str) -> tuple[Room, str]:
        """The room, and the name of its facilitator who asks."""
        room = self.room(code)
        return room, self.need_facilitator(room.code)

    def member(self, room: Room | None) -> Participant | None:
        """The participant of `room` (None: the one who learns alone) that the token belongs to."""
        cookie = security.room_cookie(room.code) if room else security.LEARNER_COOKIE
        token = security.bearer(self) or self.get_cookie(cookie)
        person = self.store.people.by_token(token) if token else None
        return person if person and person.room == (room.code if room else None) else None

    def person(self, room: Room | None) -> Participant:
        """The same; refuses anybody else."""
        if (person := self.member(room)) is None:
            raise ApiError(401, "unknown")
        return person

    def join(self, room: Room, name: str) -> Participant:
        """Somebody new in a room, in a team where the room works in teams; facilitators hear of it."""
        person = self.store.people.add(room.code, name)
        if count := room.settings.get("teams"):
            self.store.teams.deal(room.code, team_names(count), only=person.id)
        self.settings["govcourse_hub"].answered(room.code)
        return person

    def desk(self, person: Participant, activity: ActivityBase) -> LearnerService:
        """Where somebody's answer to an activity is: with themselves, or with their team."""
        team = self.store.teams.get(person.team) if person.team and sees("team", activity) else None
        return LearnerService(self.store, team or person)

    def remember(self, person: Participant) -> None:
        """This browser is the person's from now on, who was just made or came back."""
        assert person.token is not None
        cookie = security.room_cookie(person.room) if person.room else security.LEARNER_COOKIE
        security.set_cookie(self, cookie, person.token)

    def send(self, data: bytes, mime: str, name: str) -> None:
        """A file to be saved."""
        self.set_header("Content-Type", mime)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.write(data)

    def activity(self, id: str) -> ActivityBase:
        if id not in content.activity_ids():
            raise ApiError(404, "no_activity")
        found: ActivityBase = content.activity(id)
        return found


def _threaded(method: Callable[..., None]) -> Callable[..., Awaitable[None]]:
    @functools.wraps(method)
    async def run(self: Api, *given: str) -> None:
        await self.in_thread(method, self, *given)

    return run


def encoded(data: Any) -> bytes:
    """JSON in UTF-8, also of what was stored before texts were cleaned."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")


def team_names(count: int) -> list[str]:
    title = content.texts()["pages"]["team_n"]
    return [title.format(n=n) for n in range(1, count + 1)]


def as_api_error(error: BaseException | None, status: int) -> ApiError:
    match error:
        case ApiError():
            return error
        case AnswerError():
            return ApiError(422, "invalid", error.field, message=error.message)
        case Stale():
            return ApiError(409, "stale", more={"answer": error.answer, "version": error.version})
        case FileRefused():
            return ApiError(422, "invalid", message=str(error))
        case StoreError():
            return ApiError(503, "store", message=str(error))
        case Overload():
            return ApiError(503, "busy", key="overload")
        case Unavailable():
            return ApiError(503, "unavailable", message=str(error))
        case HTTPError() if error.status_code < 500:
            return ApiError(error.status_code, "http", message=error.log_message or None)
    return ApiError(status, "failed")


class Health(Api):
    def get(self) -> None:
        self.store.check()
        self.reply({"status": "ok"})


class Missing(Api):
    def prepare(self) -> None:
        raise ApiError(404, "no_such_call")


class Participants(Api):
    def post(self, code: str) -> None:
        room = self.room(code)
        if room.closed:
            raise ApiError(423, "ended")
        person = self.join(room, self.text(self.body(), "name", 100, ""))
        self.remember(person)
        self.reply(who(person), 201)


def who(person: Participant) -> Json:
    return {"participant": person.id, "token": person.token, "resume_code": person.resume_code}


class Resume(Api):
    def post(self) -> None:
        person = self.by_code(
            "resume", self.text(self.body(), "resume_code", 100, ""), self.store.people.resume
        )
        if person is None:
            raise ApiError(404, "no_such_code")
        self.remember(person)
        self.reply(who(person) | ({"room": person.room} if person.room else {}))


class Answers(Api):
    """One answer: `room` is a code, or None for somebody who learns alone."""

    def _place(self, code: str | None, activity: str) -> tuple[LearnerService, Room | None]:
        room = self.room(code) if code else None
        return self.desk(self.person(room), self.activity(activity)), room

    def get(self, code: str | None, activity: str) -> None:
        desk, _ = self._place(code, activity)
        answer, version = self.store.answers.get(desk.person.id, activity)
        self.reply({"answer": answer, "version": version})

    def put(self, code: str | None, activity: str) -> None:
        desk, room = self._place(code, activity)
        if room and room.closed:
            raise ApiError(423, "ended")
        if room and self.store.rooms.activities(room.code).get(activity, {}).get("state") != "open":
            raise ApiError(423, "closed")
        body = self.body()
        stored = desk.save(activity, body.get("answer"), body.get("version"))
        if room:
            self.settings["govcourse_hub"].answered(room.code)
            if desk.person.team is None and desk.person.id != self.person(room).id:
                self.settings["govcourse_hub"].written(room.code, desk.person.id, activity)
        self.reply(stored)


class AnswersFile(Api):
    """All of a person's answers, as a file."""

    def get(self, code: str | None) -> None:
        person = self.person(self.room(code) if code else None)
        self.reply(LearnerService(self.store, person).export())

    def post(self, code: str | None) -> None:
        room = self.room(code) if code else None
        person = self.person(room)
        if room:
            raise ApiError(423, "closed", key="closed_file")
        self.reply(LearnerService(self.store, person).load(self.request.body.decode("utf-8", "replace")))


class Documents(Api):
    async def get(self, code: str | None, activity: str, format: str) -> None:
        ordered = await self.in_thread(self._ordered, code, activity, format)
        self.send(
            await self.settings["govcourse_documents"].run("govcourse.learner_service:make", *ordered),
            MIME[format],
            file_name(activity, format),
        )

    def _ordered(self, code: str | None, activity: str, format: str) -> tuple[str, tuple[Any, ...]]:
        person = self.person(self.room(code) if code else None)
        desk = self.desk(person, self.activity(activity))
        if format not in kinds.formats(activity):
            raise ApiError(404, "no_document")
        check = f"{self.settings['govcourse_url'](self.request)}/verify"
        return desk.order(activity, format, self.language(), check)


class Certificate(Api):
    """Issues the certificate of whoever asks, once it is earned."""

    def post(self, code: str | None) -> None:
        person = self.person(self.room(code) if code else None)
        issued = LearnerService(self.store, person).certificate(self.body().get("name"))
        base = self.settings["govcourse_url"](self.request)
        self.reply({**issued, "url": f"{base}/verify/{issued['code']}"}, 201)


class RoomExercise(Api):
    """What the page of a participant needs to show an exercise that was opened."""

    def get(self, code: str, activity: str) -> None:
        room = self.room(code)
        if not self.is_facilitator(room.code):
            self.person(room)
        self.activity(activity)
        self.reply(
            {"spec": kinds.spec(activity), "texts": kinds.texts(activity, self.language(room.language))}
        )


class MyExercise(Api):
    def get(self, activity: str) -> None:
        person = self.person(None)
        self.activity(activity)
        self.reply(LearnerService(self.store, person).open(activity, self.language()))


def new_token() -> str:
    return secrets.token_urlsafe(24)


ROOM = r"/api/(?:rooms/([^/]+)|me)"
ROUTES = [
    (r"/health", Health),
    (r"/api/rooms/([^/]+)/participants", Participants),
    (r"/api/resume", Resume),
    (r"/api/rooms/([^/]+)/exercises/([a-z0-9-]+)", RoomExercise),
    (ROOM + r"/certificate", Certificate),
    (ROOM + r"/answers/([a-z0-9-]+)", Answers),
    (ROOM + r"/answers", AnswersFile),
    (ROOM + r"/documents/([a-z0-9-]+)\.([a-z]+)", Documents),
    (r"/api/me/exercises/([a-z0-9-]+)", MyExercise),
]
