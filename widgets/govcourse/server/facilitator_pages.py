"""Pages of facilitators: the rooms and making one, a room's console, its projector view."""

from govcourse import content, discovery, kinds
from govcourse.content import review
from govcourse.content.activity import ActivityBase
from govcourse.content.five_days import FIRST_DAY
from govcourse.content.models import RunSheet
from govcourse.json_types import Json
from govcourse.kinds.reviews import reviewable
from govcourse.server import logs, room_settings, security
from govcourse.server.api import Api
from govcourse.server.errors import ApiError
from govcourse.server.page import Page
from govcourse.store import Room


class MakeRoom(Page):
    """`?token=` is the server's: the address that it printed at its start. It becomes a cookie of a day, and leaves the address.

    Lists the rooms, and makes new ones.
    """

    def facilitator(self, code: str | None = None) -> str | None:
        given = self.get_argument("token", None) or security.get_cookie(self, security.TOKEN_COOKIE)
        return "" if self.holds_token(given) else None

    def show(self, status: int = 200, wrong: ApiError | None = None) -> None:
        given = {
            name: values[-1].decode(errors="replace") for name, values in self.request.body_arguments.items()
        }
        form = {
            name: field.default for name, field in room_settings.RoomSettings.model_fields.items()
        } | given
        rooms, t = self.store.rooms.all(), content.texts()["pages"]
        days = [one.number for one in content.run_sheets() if one.number >= FIRST_DAY]
        self.render_page(
            "facilitator", status, allowed=True, wrong=wrong.error if wrong else None, form=form,
            rooms=[one for one in rooms if one.status != "archived"],
            archived=[one for one in rooms if one.status == "archived"], languages=review.languages(),
            days=[(number, run_sheet_name(number, t)) for number in days],
        )  # fmt: skip

    def get(self) -> None:
        if not self.is_facilitator():
            return self.render_page("facilitator", 403, allowed=False)
        if given := self.get_query_argument("token", None):
            security.set_cookie(self, security.TOKEN_COOKIE, given, days=1)
            logs.came_in("the server's token", self.request.remote_ip)
            return self.redirect(self.request.path)
        self.show()

    def post(self) -> None:
        if not self.is_facilitator():
            return self.render_page("facilitator", 403, allowed=False)
        if self.get_body_argument("leave", ""):
            security.clear_facilitator(self)
            return self.redirect(self.settings["base_url"])
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
        "draft": review.label(room.language),
        "short": join.split("://", 1)[1].removesuffix(f"/{room.code}"),
        "texts": {
            **texts["common"],
            **texts["notebook"],
            **texts["pages"],
            **texts["reviews"],
            **texts["audience"],
            **texts["console"],
        },
        "sessions": [
            {
                **one.model_dump(include=set(RunSheet.model_fields)),
                "name": run_sheet_name(one.number, texts["pages"]),
            }
            for one in content.run_sheets()
        ],
        "activities": {one.id: _activity_payload(one) for one in content.activities()},
        "kinds": {name: kinds.on_pages(texts[name]) for name in discovery.modules() if name in texts},
    }


def run_sheet_name(number: int, t: Json) -> str:
    """What a session, or a day, is called."""
    if number < FIRST_DAY:
        return str(t["session"].format(number=number))
    return str(t["day"].format(number=number - FIRST_DAY + 1))


def _activity_payload(activity: ActivityBase) -> Json:
    its = kinds.kind(activity.id)
    return {
        **activity.model_dump(include={"kind", "minutes", "owner"}),
        "asks": its.asks(activity),
        "summed": kinds.summed(activity.id),
        "moderated": its.moderated,
        "presents": its.presents,
        "shows": _shows(activity),
        "good": activity.good if reviewable(activity) else None,
        "extras": its.extras(activity),
        "phases": its.phases(activity),
        "groups": its.groups(activity),
        "results": kinds.results(activity.id),
    }


def _shows(activity: ActivityBase) -> str | None:
    """The activity whose results are shown with it: its own, or of one that it presents those that it reads."""
    its = kinds.kind(activity.id)
    read = its.reads(activity) if its.presents else []
    return next((one for one in (activity.id, *read) if kinds.summed(one)), None)


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
            logs.came_in(f"a link of the room {room.code}", self.request.remote_ip)
            return self.redirect(self.request.path)
        if not self.is_facilitator(room.code):
            self.look_for_guess()
            return self.render_page("facilitator", 403, allowed=False)
        payload = console_payload(self, room)
        self.render_page("console", language=room.language, room=room, payload=payload, script=self.script)


class ConsoleData(Api):
    """What a dashboard's kernel passes on to its console."""

    def get(self, code: str) -> None:
        room = self.room(code)
        self.need_facilitator(room.code)
        self.reply(console_payload(self, room))


class Remote(RoomConsole):
    """The same on a facilitator's own phone: what one needs while walking about."""

    script = "remote"


class Screen(RoomConsole):
    """What the projector shows of a room."""

    script = "screen"


ROUTES = [
    (r"/room/([^/]+)/screen", Screen),
    (r"/api/rooms/([^/]+)/console", ConsoleData),
    (r"/facilitator", MakeRoom),
    (r"/facilitator/([^/]+)", RoomConsole),
    (r"/facilitator/([^/]+)/phone", Remote),
]
