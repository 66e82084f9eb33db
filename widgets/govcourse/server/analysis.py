"""A room's data for whoever leads it, to compute with: tables and charts, without what fewer than five people gave."""

from govcourse.kinds.access import sees
from govcourse.room_service import RoomService
from govcourse.server import security
from govcourse.server.document_calls import DocumentCall
from govcourse.server.errors import ApiError
from govcourse.server.kernel_tokens import KernelTokens
from govcourse.store import Room


class Analysis(DocumentCall):
    """What a room's facilitators can ask for, and the kernel of its dashboard."""

    def service(self) -> RoomService:
        return RoomService(self.store, self.settings["govcourse_releases"])

    def analysed(self, code: str) -> Room:
        kernels: KernelTokens = self.settings["govcourse_kernel_tokens"]
        room = self.room(code)
        if not kernels.leads(security.bearer(self), room.code):
            self.need_facilitator(room.code)
        return room

    def known(self, activity: str) -> str:
        """Refuses an activity that there is not, and a private one."""
        if not sees("facilitator", self.activity(activity)):
            raise ApiError(403, "private")
        return activity


class Frames(Analysis):
    """Which activities a room has, and whether enough answered."""

    def get(self, code: str) -> None:
        room = self.analysed(code)
        self.reply({"code": room.code, "title": room.title, "activities": self.service().activities(room)})


class Frame(Analysis):
    """The tables of one activity, from which frames are made."""

    def get(self, code: str, activity: str) -> None:
        room = self.analysed(code)
        try:
            found = self.service().tables(room, self.known(activity), self.language(room.language))
        except KeyError as error:
            raise ApiError(404, "no_activity", message=error.args[0]) from None
        self.reply({"tables": found})


class Chart(Analysis):
    """The chart of one activity as Vega-Lite; made in the documents' process."""

    async def get(self, code: str, activity: str) -> None:
        try:
            room, order = await self.in_thread(self._ordered, code, activity)
            made = await self.made(room, "govcourse.room_service:chart", *order, of_room=True)
        except KeyError as error:
            raise ApiError(404, "no_activity", message=error.args[0]) from None
        self.reply(made)

    def _ordered(self, code: str, activity: str) -> tuple[str, tuple[object, ...]]:
        room = self.analysed(code)
        return room.code, self.service().chart(room, self.known(activity), self.language(room.language))


ROUTES = [
    (r"/api/rooms/([^/]+)/frames", Frames),
    (r"/api/rooms/([^/]+)/frames/([a-z0-9-]+)", Frame),
    (r"/api/rooms/([^/]+)/charts/([a-z0-9-]+)", Chart),
]
