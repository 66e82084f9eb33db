"""Pages of a room's participants: joining it, and taking part."""

from govcourse import content, kinds
from govcourse.content.five_days import FIRST_DAY
from govcourse.kinds.access import sees
from govcourse.learner_service import LearnerService
from govcourse.server import participants, security
from govcourse.server.errors import ApiError
from govcourse.server.page import Page
from govcourse.store import Participant, Room


class Join(Page):
    def get(self, code: str | None) -> None:
        self.render_page("join", code=code or "", wrong="")

    def post(self, code: str | None) -> None:
        """The form for the room's code, and the one for a resume code of somebody on another phone, who is not counted twice."""
        if given := self.get_body_argument("resume_code", "")[:100]:
            return self.come_back(given)
        code = self.get_body_argument("code", code or "")[:40]
        try:
            room = self.room(code)
        except ApiError as refused:
            if refused.status != 404:
                raise
            return self.render_page("join", 404, code=code, wrong="room_none")
        token = security.get_cookie(self, security.room_cookie(room.code))
        if not token or not self.store.people.by_token(token):
            if room.closed:
                raise ApiError(423, "ended")
            person = participants.join(self, room, self.get_body_argument("name", "")[:100].strip())
            self.remember(person)
        self.redirect(f"{self.settings['base_url']}room/{room.code}")

    def come_back(self, given: str) -> None:
        person = self.by_code("resume", given, self.store.people.resume)
        if person is None:
            return self.render_page("join", 404, code="", wrong="resume_wrong")
        self.resumed(person)
        self.redirect(self.settings["base_url"] + (f"room/{person.room}" if person.room else ""))


class ParticipantPage(Page):
    """A page of somebody who is in the room; whoever is not, is asked for its code."""

    def get(self, code: str) -> None:
        room = self.room(code)
        person = self.member(room)
        if person is None:
            return self.redirect(f"{self.settings['base_url']}join/{room.code}")
        self.show(room, person)

    def show(self, room: Room, person: Participant) -> None:
        raise NotImplementedError


class RoomPage(ParticipantPage):
    """What a participant sees: the exercises that are open."""

    def show(self, room: Room, person: Participant) -> None:
        texts = content.texts(room.language)
        payload = {
            "api": f"{self.settings['base_url']}api/rooms/{room.code}",
            "participant": person.id[:8],
            "session": room.sessions[0] if len(room.sessions) == 1 and room.sessions[0] < FIRST_DAY else None,
            "texts": {key: text for key, text in texts["pages"].items() if key.startswith("room_")}
            | texts["reviews"]
            | texts["audience"],
        }
        self.render_page(
            "room", language=room.language, room=room, person=person, payload=payload, a=texts["audience"]
        )


class RoomWork(ParticipantPage):
    """All that a participant and their team made, to read and to take home: also when nothing is open, and after the end."""

    def show(self, room: Room, person: Participant) -> None:
        team = self.store.teams.get(person.team) if person.team else None
        answers = LearnerService(self.store, person).answers()
        read = {id: kinds.parts(id, answer, room.language) for id, answer in answers.items() if answer}
        made = [
            {
                "id": one.id,
                "title": one.title,
                "team": team.name if team and sees("team", one) else "",
                "formats": kinds.formats(one.id),
                "parts": read[one.id],
            }
            for one in content.in_course_order()
            if read.get(one.id)
        ]
        self.render_page("room_work", language=room.language, room=room, person=person, made=made)


ROUTES = [
    (r"/join(?:/([^/]+))?", Join),
    (r"/room/([^/]+)", RoomPage),
    (r"/room/([^/]+)/work", RoomWork),
]
