"""Answers, their documents and certificates: of participants in a room, and of those who learn alone (/api/me)."""

from govcourse import content, kinds
from govcourse.content.activity import ActivityBase
from govcourse.files import MIME, file_name
from govcourse.kinds.access import sees
from govcourse.learner_service import LearnerService
from govcourse.server import security
from govcourse.server.api import Api
from govcourse.server.document_calls import DocumentCall
from govcourse.server.document_jobs import Order
from govcourse.server.errors import ApiError
from govcourse.server.kernel_tokens import KernelTokens
from govcourse.store import Participant, Room


class OwnWork(Api):
    """A call about one's own work, as a participant of the room of `code`, or without one as somebody who learns alone."""

    def asks(self, code: str | None) -> tuple[Participant, Room | None]:
        """Whoever asks, and the room."""
        room = self.room(code) if code else None
        return self.person(room), room

    def service(self, person: Participant, activity: ActivityBase) -> LearnerService:
        """Where somebody's answer to an activity is: with themselves, or with their team."""
        team = self.store.teams.get(person.team) if person.team and sees("team", activity) else None
        return LearnerService(self.store, team or person)


class Answers(OwnWork):
    """One answer, one's own or one's team's. Of those who learn alone their kernel may ask for it too."""

    def asks(self, code: str | None) -> tuple[Participant, Room | None]:
        kernels: KernelTokens = self.settings["govcourse_kernel_tokens"]
        person = None if code else kernels.person(security.bearer(self))
        return (person, None) if person else super().asks(code)

    def _place(self, code: str | None, activity: str) -> tuple[LearnerService, Participant, Room | None]:
        person, room = self.asks(code)
        return self.service(person, self.activity(activity)), person, room

    def get(self, code: str | None, activity: str) -> None:
        service, _, _ = self._place(code, activity)
        answer, version = self.store.answers.get(service.person.id, activity)
        self.reply({"answer": answer, "version": version})

    def put(self, code: str | None, activity: str) -> None:
        service, person, room = self._place(code, activity)
        if room and room.closed:
            raise ApiError(423, "ended")
        settings = self.store.rooms.activities(room.code).get(activity, {}) if room else {}
        if room and settings.get("state") != "open":
            raise ApiError(423, "closed")
        body = self.body()
        stored = service.save(activity, body.get("answer"), body.get("version"))
        if room:
            self.settings["govcourse_hub"].answered(room.code)
            if service.person.id != person.id:  # their team's
                self.settings["govcourse_hub"].written(room.code, service.person.id, activity)
            if settings.get("review") == "open":
                self._tell_reviewers(room, service.person.id, activity)
        self.reply(stored)

    def _tell_reviewers(self, room: Room, author: str, activity: str) -> None:
        """Those who review this work look at it anew; while nobody does, those who wait for one hear of it."""
        dealt = self.store.reviews.of_room(room.code, activity)
        reviewers = {one.reviewer for one in dealt if one.author == author}
        for reviewer in reviewers:
            self.settings["govcourse_hub"].reviewed(room.code, reviewer, activity)
        if not reviewers:
            self.settings["govcourse_hub"].reviewable(room.code, author, activity)


class AnswersFile(OwnWork):
    """All of a person's answers, as a file."""

    def get(self, code: str | None) -> None:
        person, _ = self.asks(code)
        self.reply(LearnerService(self.store, person).export())

    def post(self, code: str | None) -> None:
        person, room = self.asks(code)
        if room:
            raise ApiError(423, "closed", key="closed_file")
        self.reply(LearnerService(self.store, person).load(self.request.body.decode("utf-8", "replace")))


class Documents(OwnWork, DocumentCall):
    """One's work to take home; made in the documents' process. POST has it made while one goes on, GET gives it, DELETE puts it away."""

    async def get(self, code: str | None, activity: str, format: str) -> None:
        order = await self.in_thread(self._ordered, code, activity, format)
        made = await self.taken(order)
        self.send(made, MIME[format], file_name(activity, format))

    async def post(self, code: str | None, activity: str, format: str) -> None:
        order = await self.in_thread(self._ordered, code, activity, format)
        await self.jobs.begin(order)
        self.told(order.who, 202)

    async def delete(self, code: str | None, activity: str, format: str) -> None:
        person, _ = await self.in_thread(self.asks, code)
        self.jobs.cancel(person.id, f"documents/{activity}.{format}")
        self.told(person.id)

    def _ordered(self, code: str | None, activity: str, format: str) -> Order:
        person, _ = self.asks(code)
        service = self.service(person, self.activity(activity))
        if format not in kinds.formats(activity):
            raise ApiError(404, "no_document")
        check = f"{self.settings['govcourse_url'](self.request)}/verify"
        order = service.order(activity, format, self.language(), check)
        title = content.activity(activity).title
        file = f"documents/{activity}.{format}"
        return Order(person.id, file, title, "govcourse.learner_service:make", order)


class Waiting(OwnWork, DocumentCall):
    """What is made for whoever asks."""

    async def get(self, code: str | None) -> None:
        person, _ = await self.in_thread(self.asks, code)
        self.told(person.id)


class Certificate(OwnWork):
    """Issues the certificate of whoever asks, once it is earned."""

    def post(self, code: str | None) -> None:
        person, _ = self.asks(code)
        issued = LearnerService(self.store, person).certificate(self.body().get("name"))
        base = self.settings["govcourse_url"](self.request)
        self.reply({**issued, "url": f"{base}/verify/{issued['code']}"}, 201)


class MyExercise(OwnWork):
    """What the page of somebody who learns alone needs to show an exercise."""

    def get(self, activity: str) -> None:
        person, _ = self.asks(None)
        self.activity(activity)
        self.reply(LearnerService(self.store, person).open(activity, self.language()))


class MyJourney(OwnWork):
    """How far somebody who learns alone has come."""

    def get(self) -> None:
        person, _ = self.asks(None)
        self.reply(LearnerService(self.store, person).journey())


PLACE = r"/api/(?:rooms/([^/]+)|me)"
ROUTES = [
    (PLACE + r"/certificate", Certificate),
    (PLACE + r"/answers/([a-z0-9-]+)", Answers),
    (PLACE + r"/answers", AnswersFile),
    (PLACE + r"/documents", Waiting),
    (PLACE + r"/documents/([a-z0-9-]+)\.([a-z]+)", Documents),
    (r"/api/me/exercises/([a-z0-9-]+)", MyExercise),
    (r"/api/me/journey", MyJourney),
]
