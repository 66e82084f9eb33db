"""CourseApp: Voila with the course's template, pages, API and safe defaults, in one process on one port."""

import errno
import logging
import os
import re
import sys
from collections.abc import AsyncIterator
from typing import Any, Self

import tornado.ioloop
from jupyter_core.paths import jupyter_runtime_dir
from jupyter_server.utils import url_path_join
from nbformat import NotebookNode
from tornado.web import HTTPError, authenticated
from voila.app import Voila
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.handler import TornadoVoilaHandler

from govcourse import content, kernel_environment
from govcourse.content import checking
from govcourse.json_types import Json
from govcourse.jupyter.kernels import provisioner
from govcourse.kernel_environment import ROOM_HEADER
from govcourse.server import (
    activities,
    answers,
    api,
    connections,
    document_worker,
    errors,
    files,
    kernel_queue,
    kernel_reaper,
    live,
    logs,
    pages,
    participants,
    preparation,
    reports,
    rooms,
    security,
    session_page,
    store_threads,
    teams,
    template_cache,
)
from govcourse.server.paths import VOILA
from govcourse.settings import WrongSetting, hide_secrets, settings
from govcourse.store import Room, Store, StoreError, open_store, retention
from govcourse.store.base import now

# The last one has the catch-all.
PARTS = (pages, api, participants, answers, activities, live, teams, preparation, reports, rooms)
ROUTES = [route for part in PARTS for route in part.ROUTES]
KERNEL = re.compile(r'"kernelId": "([0-9a-f-]{36})"')  # as the template writes it
DASHBOARD = "facilitator.ipynb"
TIDY_EVERY = 6 * 3600 * 1000  # milliseconds between two looks for what is due to be deleted
LONGEST = 50  # letters of a folder's name, so that a socket in it keeps to what systems allow (some 100)
# Seconds in which a page that was sent must connect with its kernel. Voila's scripts are large, and networks slow: what a
# session computed stands there without it, a dashboard is nothing without.
PATIENCE = {"session": 20, "dashboard": 120}


class StartError(RuntimeError):
    """The server cannot start; the message says what to do."""


class KernelHandler(TornadoVoilaHandler, pages.Page):  # type: ignore[misc]  # Voila gives no types
    """What a kernel makes of a notebook. The kernel ends with the page that asked, also while that is being sent."""

    kernel: str | None = None
    left = False  # whether the page was closed while this was still being sent

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Content-Security-Policy", security.VOILA_POLICY)

    async def prepare(self) -> None:
        await TornadoVoilaHandler.prepare(self)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        pages.Page.write_error(self, status_code, **kwargs)

    async def run(self, path: str, session: int, room: str = "") -> None:
        """Sends the notebook as its kernel runs it; `room` is the code of the room whose dashboard it is."""
        self.request.headers[ROOM_HEADER] = room
        self.session = session
        try:
            await TornadoVoilaHandler.get(self, path)
        finally:
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
            yield html

    def on_connection_close(self) -> None:
        super().on_connection_close()
        self.left = True
        if self.kernel:
            tornado.ioloop.IOLoop.current().add_callback(kernel_reaper.end, self.kernel_manager, self.kernel)


class Computed(KernelHandler):
    """The cells of a session that compute, in a kernel of the learner's own; 503 with the place of who has to wait for one."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        api.Api.write_error(self, status_code, **kwargs)

    async def get(self, number: str) -> None:
        person = await self.in_thread(self.person, None)
        if not session_page.computes(int(number)):
            raise errors.ApiError(404, "no_part")
        running = len(self.kernel_manager.list_kernel_ids())
        if ahead := self.settings["govcourse_kernel_queue"].ahead(person.id, running):
            raise errors.ApiError(503, "kernels", more={"ahead": ahead})
        await self.run(f"session-{number}.ipynb", int(number))


class Dashboard(KernelHandler):
    """For whoever holds the link of the room `?room=CODE`; the address without one leads to the list of rooms."""

    async def get(self, path: str | None = None) -> None:
        code = self.get_argument("room", "")[:40]
        if not code:
            return self.redirect(f"{self.settings['base_url']}facilitator")
        room = await self.in_thread(self._led, code)
        if room is None:
            return pages.Page.render_page(self, "facilitator", 403, allowed=False)
        await self.run(DASHBOARD, 0, room.code)

    def _led(self, code: str) -> Room | None:
        """The room, where the browser holds its facilitator's link."""
        room = self.room(code)
        key = self.get_cookie(security.facilitator_cookie(room.code), "")
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


KERNELS = [
    (r"/sessions/([1-5])/compute", Computed),
    (rf"/voila/render/({DASHBOARD})", Dashboard),
]


class CourseApp(Voila):  # type: ignore[misc]  # Voila gives no types
    """`govcourse serve` sets host, port, token and database."""

    name = "govcourse"
    course_token = ""
    store: Store
    threads: store_threads.StoreThreads
    hub: live.Hub
    documents: document_worker.DocumentWorker
    open_files: int

    @classmethod
    def make(cls, host: str, port: int, token: str | None, database: str | None, base_url: str = "/") -> Self:
        """A configured app. Raises StartError or StoreError."""
        for problem in checking.check():
            raise StartError(f"The course's data has an error:\n{problem}")
        app: Self = cls.instance()
        given = settings().token
        app.course_token = token or (given.get_secret_value() if given else api.new_token())
        app.store = open_store(database)
        template_cache.keep()
        app.threads = store_threads.StoreThreads()
        app.hub = live.Hub(app.store, app.threads)
        app.documents = document_worker.DocumentWorker()
        hide_secrets()
        app.log_level = "WARN"
        app.open_files = files.most()
        app.initialize([])
        app.ip, app.port, app.port_retries = host, port, 0
        app.base_url = url_path_join("/", base_url, "/")
        app.open_browser = False
        app.root_dir = str(content.root() / "notebooks")
        local = host if host not in ("", "0.0.0.0", "::", "localhost") else "127.0.0.1"
        os.environ.setdefault("JUPYTER_DEFAULT_PROVISIONER_NAME", "govcourse-fork")
        kernel_environment.tell_server(f"http://{local}:{port}{app.base_url}".rstrip("/"))
        return app

    def load_config_file(self, *args: Any, **kwargs: Any) -> None:
        """None: what the course needs is set here, and a machine's own Voila settings do not open it up."""

    def initialize(self, argv: list[str] | None = None) -> None:
        self.config.VoilaConfiguration.update(
            {
                "template": "govcourse",
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "file_allowlist": [],
                "file_denylist": [".*"],
                "http_header_envs": [ROOM_HEADER],
                "show_tracebacks": False,
                "strip_sources": True,
                "extension_allowlist": [
                    "anywidget",
                    "@jupyter-widgets/jupyterlab-manager",
                    "@voila-dashboards/widgets-manager8",
                ],
                "prelaunch_hook": localise,
            }
        )
        self.config.MappingKernelManager.update(
            {"cull_idle_timeout": 600, "cull_interval": 60, "cull_connected": False, "cull_busy": False}
        )
        # By sockets in a folder where there are such: a port that was free may be taken when a kernel comes to it, and
        # then its page waits for ever; and nobody else on the machine can talk to it.
        if sys.platform != "win32" and len(jupyter_runtime_dir()) < LONGEST:
            self.config.KernelManager.update({"transport": "ipc"})
        # Under load a cell may wait for long; a page without its exercises helps nobody.
        self.config.VoilaExecutor.update({"timeout": None, "startup_timeout": 300, "iopub_timeout": 120})
        super().initialize(argv)

    def setup_template_dirs(self) -> None:
        import voila.paths

        roots = [str(VOILA / "govcourse")]
        base = voila.paths.collect_template_paths(["voila", "nbconvert"], "base", prune=True)
        self.template_paths = [*roots, *base]
        self.static_paths = voila.paths.collect_static_paths(["voila", "nbconvert"], "base")

    def init_settings(self) -> Json:
        theirs: Json = super().init_settings()
        public = settings().url.rstrip("/")
        most = kernel_queue.most(self.open_files)
        # ZeroMQ has a limit of its own, which is that of some 150 kernels.
        self.kernel_manager.context.max_sockets = max(1023, files.EACH * most)
        return theirs | {
            "compress_response": True,
            **kernel_reaper.PINGS,
            "govcourse_store": self.store,
            "govcourse_threads": self.threads,
            "govcourse_hub": self.hub,
            "govcourse_documents": self.documents,
            "govcourse_watch": kernel_reaper.Watch(self.kernel_manager),
            "govcourse_kernel_queue": kernel_queue.KernelQueue(most),
            "govcourse_token": self.course_token,
            "govcourse_guesses": {what: security.Guesses() for what in ("room", "resume", "certificate")},
            "govcourse_url": lambda request: (
                public or f"{request.protocol}://{request.host}{self.base_url}".rstrip("/")
            ),
            "default_handler_class": pages.NotFound,
        }

    def init_handlers(self) -> list[Any]:
        ours = [(url_path_join(self.base_url, route), *rest) for route, *rest in ROUTES]
        # Voila's own: kernels and their channels, static files; none of its trees, contents or files.
        theirs = [
            handler
            for handler in super().init_handlers()
            if not re.search(
                r"voila/(tree|api/contents|api/shutdown|files|render)|/log(in|out)|^/$", handler[0]
            )
        ]
        voila = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        run = [(url_path_join(self.base_url, path), handler, voila) for path, handler in KERNELS]
        nothing_else = (url_path_join(self.base_url, r"/voila/render/.*"), pages.NotFound)
        shutdown = (url_path_join(self.base_url, r"/voila/api/shutdown/(.*)"), ShutdownHandler)
        return [*pages.NOWHERE, *run, *ours, nothing_else, shutdown, *theirs]

    def listen(self) -> None:
        try:
            connections.Server(self.app, settings().proxy, self.for_connections).listen(self.port, self.ip)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise StartError(
                    f"Port {self.port} is in use. Stop the other program, or choose another: PORT={self.port + 1}"
                ) from None
            if error.errno == errno.EACCES:
                raise StartError(f"Port {self.port} may not be used by you. Choose one above 1024.") from None
            raise StartError(
                f"The address {self.ip}:{self.port} cannot be used ({error.strerror})."
            ) from None
        home = f"http://{'127.0.0.1' if self.ip in ('', '0.0.0.0') else self.ip}:{self.port}{self.base_url}"
        print(f"The course is at       {home}")
        print(f"Facilitators begin at  {home}facilitator?token={self.course_token}", flush=True)
        self.ioloop = tornado.ioloop.IOLoop.current()
        self.ioloop.add_callback(self.hub.start)
        self.ioloop.add_callback(self.tidy)
        self.ioloop.add_callback(self.warm)
        daily = tornado.ioloop.PeriodicCallback(self.tidy, TIDY_EVERY)
        daily.start()
        seldom = logs.Seldom()
        counts = tornado.ioloop.PeriodicCallback(seldom.tell, logs.EVERY * 1000)
        counts.start()
        for handler in self.log.handlers:
            handler.addFilter(seldom)
            logging.getLogger().addHandler(handler)  # also for what libraries say
        self.app.settings["govcourse_watch"].start()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            pass
        finally:
            self.app.settings["govcourse_watch"].stop()
            self.stop()

    def for_connections(self) -> int:
        """How many files may be open when one more connection comes; kernels that are yet to come keep theirs."""
        queue: kernel_queue.KernelQueue = self.app.settings["govcourse_kernel_queue"]
        coming = queue.limit - len(self.kernel_manager.list_kernel_ids())
        return self.open_files - files.SPARE - files.EACH * max(0, coming)

    async def warm(self) -> None:
        """Gets the parent of kernels ready before somebody comes."""
        if why := provisioner.possible():
            return print(f"Kernels are started one by one, as {why}.", flush=True)
        assert provisioner.fork_server is not None  # else there was a why
        try:
            await self.ioloop.run_in_executor(None, provisioner.fork_server.warm)
        except OSError as error:
            self.log.warning("Kernels are started one by one: %s", error)

    async def tidy(self) -> None:
        """Deletes what is due, outside the loop."""
        try:
            done = await self.ioloop.run_in_executor(None, retention.tidy, self.store, now())
        except StoreError as error:
            self.log.warning("What is due was not deleted: %s", error)
            return
        for code in done.rooms:
            self.hub.changed(code)
        if done.waits:
            self.log.warning("Nothing was deleted: %s.", done.waits)
        if done.rooms or done.learners:
            gone = (done.rooms, done.learners, done.copy or "none, as there was no work in them")
            self.log.warning("Deleted as due: rooms %s, learners %d; a copy of before: %s", *gone)

    def stop(self) -> None:
        self.hub.stop()
        self.documents.stop()
        super().stop()
        if provisioner.fork_server:
            provisioner.fork_server.close()
        self.threads.stop()
        self.store.close()


def localise(handler: KernelHandler, notebook: NotebookNode, cwd: str) -> None:
    """Gives the template its texts; of a session the kernel is left the cells that have something to compute."""
    notebook.metadata["govcourse"] = {
        "t": content.texts()["pages"],
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


def serve(host: str, port: int, token: str | None, database: str | None, base_url: str = "/") -> int:
    """Serves until stopped; the exit status."""
    try:
        CourseApp.make(host, port, token, database, base_url).start()
    except (StartError, StoreError, WrongSetting) as error:
        print(error, file=sys.stderr)
        return 1
    return 0
