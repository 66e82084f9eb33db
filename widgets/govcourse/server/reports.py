"""What a facilitator takes from a room and brings into it: its report, and assessments that were collected elsewhere."""

from typing import TYPE_CHECKING

from govcourse import content
from govcourse.content.formats import listed
from govcourse.files import MIME
from govcourse.server.api import Api
from govcourse.server.document_calls import DocumentCall
from govcourse.server.document_jobs import Order
from govcourse.server.errors import ApiError
from govcourse.store import Room

if TYPE_CHECKING:
    from govcourse.assessment_import import Collected

FORMATS = ("docx", "pdf", "xlsx", "pptx")


class Report(DocumentCall):
    """The room's report as DOCX, PDF, XLSX or PPTX; made in the documents' process, which reads the store itself.

    POST has it made while its facilitators go on, GET gives it, DELETE puts it away.
    """

    async def get(self, code: str, format: str) -> None:
        order, who = await self.in_thread(self._ordered, code, format)
        made = await self.taken(order)
        await self.in_thread(self.store.acts.record, order.who, who, f"report as {format}")
        self.send(made, MIME[format], f"room-{order.who}.{format}")

    async def post(self, code: str, format: str) -> None:
        order, _ = await self.in_thread(self._ordered, code, format)
        await self.jobs.begin(order)
        self.told(order.who, 202)

    async def delete(self, code: str, format: str) -> None:
        room, _ = await self.in_thread(self.led, code)
        self.jobs.cancel(room.code, f"report.{format}")
        self.told(room.code)

    def _ordered(self, code: str, format: str) -> tuple[Order, str]:
        room, who = self.led(code)
        if format not in FORMATS:
            raise ApiError(404, "no_document")
        url = self.store.database.url.render_as_string(hide_password=False)
        given = url, room.code, format, self.language(room.language)
        title = content.texts(room.language)["console"]["report"]
        name = "govcourse.reports:room_report"
        return Order(
            room.code,
            f"report.{format}",
            listed((title, room.title or room.code), room.language, ":"),
            name,
            given,
            True,
        ), who


class Waiting(DocumentCall):
    """What is made for this room's facilitators."""

    async def get(self, code: str) -> None:
        room, _ = await self.in_thread(self.led, code)
        self.told(room.code)


class Template(Api):
    """The sheet for those who answer elsewhere."""

    def get(self) -> None:
        from govcourse import assessment_import

        self.send(assessment_import.template(), MIME["xlsx"], "assessment.xlsx")


class Import(DocumentCall):
    """POST a sheet: what is in it and what is wrong with it. With `?confirm=yes` it is taken over, but for wrong rows."""

    async def post(self, code: str) -> None:
        from govcourse import assessment_import

        room, who = await self.in_thread(self.led, code)
        name = self.get_argument("name", "")[:200]
        try:
            order = self.request.body, name
            found = await self.made(room.code, "govcourse.assessment_import:read", *order, of_room=True)
        except assessment_import.SheetRefused as refused:
            raise ApiError(422, "sheet", message=str(refused)) from None
        payload = found.payload()
        if self.get_argument("confirm", "") == "yes":
            if room.closed:
                raise ApiError(423, "ended")
            payload["taken"] = await self.in_thread(self._take_over, room, who, found)
        self.reply(payload)

    def _take_over(self, room: Room, who: str, found: "Collected") -> dict[str, int]:
        from govcourse.assessment_import import take_over

        taken = take_over(self.store, room.code, found)
        self.store.acts.record(room.code, who, f"import: {taken}")
        self.settings["govcourse_hub"].answered(room.code)
        return taken


ROUTES = [
    (r"/api/assessment\.xlsx", Template),
    (r"/api/rooms/([^/]+)/report\.([a-z]+)", Report),
    (r"/api/rooms/([^/]+)/report", Waiting),
    (r"/api/rooms/([^/]+)/import", Import),
]
