"""What kernels make of notebooks: the cells of a session that compute, and the dashboards of a room."""

import re
from collections.abc import AsyncIterator
from typing import Any

import tornado.ioloop
from nbformat import NotebookNode
from tornado.web import HTTPError, authenticated
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.handler import TornadoVoilaHandler

from govcourse import content
from govcourse.content import review
from govcourse.kernel_environment import ROOM_HEADER, TOKEN_HEADER
from govcourse.server import kernel_queue, kernel_reaper, security, session_page
from govcourse.server.api import Api
from govcourse.server.errors import ApiError
from govcourse.server.kernel_tokens import KernelTokens
from govcourse.server.page import Page, making
from govcourse.store import Participant, Room

KERNEL = re.compile(r'"kernelId": "([0-9a-f-]{36})"')  # as the template writes it
DASHBOARDS = ("facilitator.ipynb", "analysis.ipynb")
# Seconds in which a page that was sent must connect with its kernel. Voila's scripts are large, and networks slow: what a
# session computed stands there without it, a dashboard is nothing without.
PATIENCE = {"session": 20, "dashboard": 120}


class KernelHandler(TornadoVoilaHandler, Page):  # type: ignore[misc]  # Voila gives no types
    """What a kernel makes of a notebook. The kernel ends with the page that asked, also while that is being sent."""

    linked = False  # no other site starts a kernel
    kernel: str | None = None
    left = False  # whether the page was closed while this was still being sent

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Content-Security-Policy", security.VOILA_POLICY)

    async def prepare(self) -> None:
        self.guard()
        await TornadoVoilaHandler.prepare(self)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        Page.write_error(self, status_code, **kwargs)

    def need_place(self, of: Participant | Room) -> None:
        """Raises ApiError where a learner, or a room, has as many kernels already as anybody may have."""
        self.rights: KernelTokens = self.settings["govcourse_kernel_tokens"]
        if self.rights.held(of) >= kernel_queue.EACH:
            raise ApiError(503, "kernels_yours", count=kernel_queue.EACH)

    async def run(self, path: str, session: int, of: Participant | Room) -> None:
        """Sends the notebook as its kernel runs it, for a learner, or as the dashboard of a room."""
        self.right = self.rights.give(of)
        self.request.headers[ROOM_HEADER] = of.code if isinstance(of, Room) else ""
        self.request.headers[TOKEN_HEADER] = self.right
        self.session = session
        try:
            await TornadoVoilaHandler.get(self, path)
        finally:
            self.rights.bind(self.right, self.kernel)
            if self.kernel and self.left:
                await kernel_reaper.end(self.kernel_manager, self.kernel)
            elif self.kernel:
                self.settings["govcourse_watch"].sent(
                    self.kernel, PATIENCE["session" if session else "dashboard"]
                )

    async def get_generator(self, path: str | None = None) -> AsyncIterator[str]:
        async for html in super().get_generator(path):
            if found := KERNEL.search(html):
                self.kernel = found[1]
                self.rights.bind(self.right, self.kernel)
            yield html

    def on_connection_close(self) -> None:
        super().on_connection_close()
        self.left = True
        if self.kernel:
            tornado.ioloop.IOLoop.current().add_callback(kernel_reaper.end, self.kernel_manager, self.kernel)


class Computed(KernelHandler):
    """The cells of a session that compute, in a kernel of the learner's own; 503 with the place of who has to wait for one."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        Api.write_error(self, status_code, **kwargs)

    async def get(self, number: str) -> None:
        person = await self.in_thread(self.person, None)
        self.need_place(person)
        if not session_page.computes(f"session-{number}"):
            raise ApiError(404, "no_part")
        running = len(self.kernel_manager.list_kernel_ids())
        full = self.settings["govcourse_kernel_memory"].full()
        if ahead := self.settings["govcourse_kernel_queue"].ahead(person.id, running, full):
            raise ApiError(503, "kernels", more={"ahead": ahead})
        await self.run(f"session-{number}.ipynb", int(number), person)


class Dashboard(KernelHandler):
    """For whoever holds the link of the room `?room=CODE`; the address without one leads to the list of rooms."""

    async def get(self, path: str) -> None:
        code = self.get_argument("room", "")[:40]
        if not code:
            return self.redirect(f"{self.settings['base_url']}facilitator")
        room = await self.in_thread(self._led, code)
        if room is None:
            return Page.render_page(self, "facilitator", 403, allowed=False)
        self.need_place(room)
        await self.run(path, 0, room)

    def _led(self, code: str) -> Room | None:
        """The room, where the browser holds its facilitator's link."""
        room = self.room(code)
        key = security.get_cookie(self, security.facilitator_cookie(room.code)) or ""
        return room if self.store.facilitators.holds(room.code, key) else None


class ShutdownHandler(VoilaShutdownKernelHandler):  # type: ignore[misc]  # Voila gives no types
    """A page that goes takes its kernel along. Its beacon has no XSRF cookie; its origin is checked instead."""

    def check_xsrf_cookie(self) -> None:
        if not security.from_here(self):
            raise HTTPError(403, "This request comes from another site.")

    @authenticated
    async def post(self, kernel_id: str) -> None:
        # Voila's script says it too, and the first one counts.
        await kernel_reaper.end(self.kernel_manager, kernel_id)
        self.set_status(204)


def localise(handler: KernelHandler, notebook: NotebookNode, cwd: str) -> None:
    """Gives the template its texts; of a session the kernel is left the cells that have something to compute."""
    notebook.metadata["govcourse"] = {
        "t": content.texts()["pages"],
        "draft": review.label("en", "notebooks"),
        "making": making(content.texts()["pages"]),
        "language": content.language(),
        "direction": content.direction(),
        "title": content.course().title,
        "sessions": [session.title for session in content.sessions()],
        "cells": bool(handler.session),
    }
    if handler.session:
        for place, cell in enumerate(notebook.cells):
            cell.metadata["place"] = place if session_page.waits(cell) else None
        notebook.cells = [cell for cell in notebook.cells if session_page.runs(cell)]


ROUTES = [
    (r"/sessions/([1-5])/compute", Computed),
    (rf"/voila/render/({'|'.join(map(re.escape, DASHBOARDS))})", Dashboard),
]
