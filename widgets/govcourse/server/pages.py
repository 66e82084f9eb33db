"""The server's own pages: home, cases, joining and taking part in a room, making a room."""

import os
from typing import Any

from tornado.web import StaticFileHandler

from govcourse import content, discovery, kinds, markup
from govcourse.book import chapters
from govcourse.content.activity import ActivityBase
from govcourse.files import STATIC
from govcourse.json_types import Json
from govcourse.learner_service import LearnerService
from govcourse.server import participants, room_settings, security, session_page
from govcourse.server.api import Api
from govcourse.server.errors import ApiError, as_api_error
from govcourse.server.paths import ASSETS, PAGES, UI
from govcourse.store import Participant, Room

templates = markup.environment(PAGES)


class Page(Api):
    """An HTML page; its errors are pages too."""

    def render_page(self, name: str, status: int = 200, language: str = "en", **values: Any) -> None:
        """`language` is a room's; "en" is the edition's."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        base, language = self.settings["base_url"], content.language() if language == "en" else language
        shared = {
            "t": content.texts(language)["pages"],
            "regions": content.texts(language)["common"],
            "course": content.course(),
            "sessions": content.sessions(),
            "base": base,
            "language": language,
            "direction": content.direction(language),
        }
        self.write(templates.get_template(f"{name}.html").render(**shared, **values))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        refused = as_api_error(kwargs.get("exc_info", (None, None, None))[1], status_code)
        # What nobody foresaw is told in a page's own words.
        message = None if refused.error["code"] in ("http", "failed") else refused.error["message"]
        self.render_page("error", refused.status, missing=refused.status == 404, message=message)

    def learner(self, make: bool = False) -> Participant | None:
        """Who learns alone on this browser; with `make` somebody new, known by a cookie from now on."""
        token = self.get_cookie(security.LEARNER_COOKIE)
        person = self.store.people.by_token(token) if token else None
        if person and person.room is not None:
            person = None  # a room's participant is known by the room's cookie
        if person is None and make:
            person = self.store.people.add()
            self.remember(person)
        return person


class Home(Page):
    def get(self) -> None:
        person = self.learner()
        progress = LearnerService(self.store, person).share() if person else None
        self.render_page("home", person=person, progress=progress, wrong=False)

    def post(self) -> None:
        """The form for a resume code, and the one to delete one's work."""
        if self.get_body_argument("forget", ""):
            if person := self.learner():
                self.store.people.delete(person.id)
            self.clear_cookie(security.LEARNER_COOKIE)
            return self.render_page("home", person=None, progress=None, wrong=False, forgotten=True)
        person = self.by_code(
            "resume", self.get_body_argument("resume_code", "")[:100], self.store.people.resume
        )
        if person is None:
            return self.render_page("home", 404, person=self.learner(), progress=None, wrong=True)
        self.remember(person)
        self.redirect(self.settings["base_url"] + (f"room/{person.room}" if person.room else ""))


class Case(Page):
    def get(self, id: str) -> None:
        if id not in content.case_ids():
            return self.render_page("error", 404, missing=True, message=None)
        self.render_page(
            "case", case=content.case(id), goals={g.number: g.title for g in content.goals().goals}
        )


class Chapter(Page):
    """A chapter of the book to which sessions lead."""

    def get(self, name: str) -> None:
        title, body = session_page.chapter(name)
        self.render_page("chapter", title=title, body=body)


class Session(Page):
    """A session's page: whole, and with exercises that work by HTTP. Its script asks for a kernel when something computes."""

    def get(self, number: str) -> None:
        session, person = int(number), self.learner(make=True)
        assert person is not None  # somebody new was made
        base, first = self.settings["base_url"], session_page.first(session)
        service, texts = LearnerService(self.store, person), content.texts()["pages"]
        if session_page.computes(session):  # Voila's own scripts come to it later
            self.set_header("Content-Security-Policy", security.VOILA_POLICY)
        payload = {
            "api": f"{base}api/me",
            "base": base,
            "first": service.open(first) if first else None,
            "host": "notebook",
            "participant": person.id[:8],
            "session": session,
            "texts": {name: texts[name] for name in ("computing", "compute_failed", "queue")},
        }
        self.render_page(
            "session", session=content.session(session), number=session, person=person, payload=payload,
            share=service.share(), body=session_page.page(session, base),
            preload=first and f"{content.activity(first).kind}.js",
        )  # fmt: skip


class Join(Page):
    def get(self, code: str | None) -> None:
        self.render_page("join", code=code or "", wrong=False)

    def post(self, code: str | None) -> None:
        code = self.get_body_argument("code", code or "")[:40]
        try:
            room = self.room(code)
        except ApiError as refused:
            if refused.status != 404:
                raise
            return self.render_page("join", 404, code=code, wrong=True)
        token = self.get_cookie(security.room_cookie(room.code))
        if not token or not self.store.people.by_token(token):
            if room.closed:
                raise ApiError(423, "ended")
            person = participants.join(self, room, self.get_body_argument("name", "")[:100].strip())
            self.remember(person)
        self.redirect(f"{self.settings['base_url']}room/{room.code}")


class RoomPage(Page):
    """What a participant sees: the exercises that are open."""

    def get(self, code: str) -> None:
        room = self.room(code)
        token = self.get_cookie(security.room_cookie(room.code))
        person = self.store.people.by_token(token) if token else None
        if person is None or person.room != room.code:
            return self.redirect(f"{self.settings['base_url']}join/{room.code}")
        texts = content.texts(room.language)["pages"]
        payload = {
            "api": f"{self.settings['base_url']}api/rooms/{room.code}",
            "participant": person.id[:8],
            "session": room.sessions[0] if len(room.sessions) == 1 else None,
            "texts": {key: text for key, text in texts.items() if key.startswith("room_")},
        }
        self.render_page("room", language=room.language, room=room, person=person, payload=payload)


class Verify(Page):
    """Confirms a certificate that this server issued. Codes are guessed slowly: attempts are limited."""

    def get(self, code: str | None) -> None:
        code = self.get_argument("code", code or "")[:40]
        found = self.by_code("certificate", code, self.store.certificates.get) if code else None
        self.render_page("verify", 404 if code and not found else 200, code=code, found=found)


class MakeRoom(Page):
    """`?token=` is the server's: the address that it printed at its start. Lists the rooms, and makes new ones."""

    def facilitator(self, code: str | None = None) -> str | None:
        return (
            "" if security.same(self.get_argument("token", None), self.settings["govcourse_token"]) else None
        )

    def show(self, status: int = 200, wrong: ApiError | None = None) -> None:
        given = {
            name: values[-1].decode(errors="replace") for name, values in self.request.body_arguments.items()
        }
        form = {
            name: field.default for name, field in room_settings.RoomSettings.model_fields.items()
        } | given
        rooms = self.store.rooms.all()
        self.render_page(
            "facilitator", status, allowed=True, wrong=wrong.error if wrong else None, form=form,
            rooms=[one for one in rooms if one.status != "archived"],
            archived=[one for one in rooms if one.status == "archived"], languages=content.languages(),
        )  # fmt: skip

    def get(self) -> None:
        if not self.is_facilitator():
            return self.render_page("facilitator", 403, allowed=False)
        self.show()

    def post(self) -> None:
        if not self.is_facilitator():
            return self.render_page("facilitator", 403, allowed=False)
        if code := self.get_body_argument("code", ""):
            room = self.room(code[:40])
            _, secret = self.store.facilitators.add(room.code, content.texts()["pages"]["by_token"])
        else:
            try:
                room, secret = room_settings.make(
                    self.store,
                    room_settings.from_form(
                        {name: self.get_body_arguments(name) for name in self.request.body_arguments}
                    ),
                )
            except ApiError as refused:
                return self.show(422, refused)
        self.redirect(f"{self.settings['base_url']}facilitator/{room.code}?key={secret}")


def console_payload(page: Api, room: Room) -> Json:
    """What console and projector need beside the room's state: texts, run sheets, what each exercise is."""
    texts, base = content.texts(room.language), page.settings["base_url"]
    join = f"{page.settings['govcourse_url'](page.request)}/join/{room.code}"
    return {
        "api": f"{base}api/rooms/{room.code}",
        "base": base,
        "join": join,
        "short": join.split("://", 1)[1].removesuffix(f"/{room.code}"),
        "texts": {**texts["common"], **texts["notebook"], **texts["pages"], **texts["console"]},
        "sessions": [session.model_dump() for session in content.sessions()],
        "activities": {one.id: _activity_payload(one) for one in content.activities()},
        "kinds": {name: texts[name] for name in discovery.modules() if name in texts},
    }


def _activity_payload(activity: ActivityBase) -> Json:
    its = kinds.kind(activity.id)
    return {
        **activity.model_dump(include={"kind", "minutes", "owner", "lead"}),
        "summed": kinds.summed(activity.id),
        "moderated": its.moderated,
        "presents": its.presents,
        "results": kinds.results(activity.id),
    }


class RoomConsole(Page):
    """The console of one room. A link with `?key=` becomes a cookie, and the key leaves the address."""

    script = "console"

    def facilitator(self, code: str | None = None) -> str | None:
        key = self.get_argument("key", "")
        named = self.store.facilitators.name(code, key) if key and code else None
        return super().facilitator(code) if named is None else named

    def get(self, code: str) -> None:
        room = self.room(code)
        key = self.get_argument("key", "")
        if key and self.store.facilitators.holds(room.code, key):
            security.set_cookie(self, security.facilitator_cookie(room.code), key)
            return self.redirect(self.request.path)
        if not self.is_facilitator(room.code):
            return self.render_page("facilitator", 403, allowed=False)
        payload = console_payload(self, room)
        self.render_page("console", language=room.language, room=room, payload=payload, script=self.script)


class ConsoleData(Api):
    """What a dashboard's kernel passes on to its console."""

    def get(self, code: str) -> None:
        room = self.room(code)
        self.need_facilitator(room.code)
        self.reply(console_payload(self, room))


class Screen(RoomConsole):
    """What the projector shows of a room."""

    script = "screen"


class NotFound(Page):
    def prepare(self) -> None:
        self.render_page("error", 404, missing=True, message=None)
        self.finish()


class Asset(StaticFileHandler):
    def set_extra_headers(self, path: str) -> None:
        for name, value in security.HEADERS.items():
            self.set_header(name, value)
        self.set_header("Cache-Control", "no-cache")  # asked again, answered 304: an update shows at once


class Script(Asset):
    """The built front end; the module of a kind that an academy installed comes from where it is installed."""

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:
        name = path.removesuffix(".js")
        return (
            str(kinds.named(name).script)
            if name in discovery.modules()
            else super().get_absolute_path(root, path)
        )

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        return super().validate_absolute_path(os.path.dirname(absolute_path), absolute_path)


# Voila and Tornado take these for files: no page of ours asks for one with a null character, or for a folder above.
NOWHERE = [(r"(?i).*(?:%00|%2e|/\.\.).*", NotFound)]
ROUTES = [
    (r"/voila/templates/(?!\w[\w-]*/static/\w).*", NotFound),
    (r"/", Home),
    (r"/sessions/([1-5])", Session),
    (r"/voila/render/session-([1-5])\.ipynb", Session),
    (r"/cases/([a-z0-9-]+)", Case),
    (rf"/book/({'|'.join(chapters.CHAPTERS)})", Chapter),
    (r"/join(?:/([^/]+))?", Join),
    (r"/room/([^/]+)", RoomPage),
    (r"/room/([^/]+)/screen", Screen),
    (r"/api/rooms/([^/]+)/console", ConsoleData),
    (r"/verify(?:/([^/]+))?", Verify),
    (r"/facilitator", MakeRoom),
    (r"/facilitator/([^/]+)", RoomConsole),
    (r"/static/(.*)", Script, {"path": str(STATIC)}),
    (r"/assets/(palette\.css)", Asset, {"path": str(UI)}),
    (r"/assets/(.*)", Asset, {"path": str(ASSETS)}),
]
