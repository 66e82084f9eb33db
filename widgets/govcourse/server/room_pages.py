"""Pages of a room's participants: joining it, and taking part."""

from govcourse import content
from govcourse.content.five_days import FIRST_DAY
from govcourse.server import participants, security
from govcourse.server.errors import ApiError
from govcourse.server.page import Page


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
        texts = content.texts(room.language)
        payload = {
            "api": f"{self.settings['base_url']}api/rooms/{room.code}",
            "participant": person.id[:8],
            "session": room.sessions[0] if len(room.sessions) == 1 and room.sessions[0] < FIRST_DAY else None,
            "texts": {key: text for key, text in texts["pages"].items() if key.startswith("room_")}
            | texts["reviews"],
        }
        self.render_page("room", language=room.language, room=room, person=person, payload=payload)


ROUTES = [
    (r"/join(?:/([^/]+))?", Join),
    (r"/room/([^/]+)", RoomPage),
]
