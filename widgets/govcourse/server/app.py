"""CourseApp: Voila with the course's template, pages, API and safe defaults, in one process on one port."""

import errno
import logging
import os
import sys
from typing import Any, Self

import tornado.ioloop
from jupyter_core.paths import jupyter_runtime_dir
from jupyter_server.utils import url_path_join
from voila.app import Voila

from govcourse import content, kernel_environment
from govcourse.content import checking
from govcourse.json_types import Json
from govcourse.jupyter.kernels import provisioner
from govcourse.kernel_environment import ROOM_HEADER, TOKEN_HEADER
from govcourse.kinds.releases import Releases
from govcourse.server import (
    connections,
    document_jobs,
    document_worker,
    files,
    kernel_memory,
    kernel_pages,
    kernel_queue,
    kernel_reaper,
    kernel_tokens,
    live,
    logs,
    routes,
    security,
    store_threads,
    voila_cache,
)
from govcourse.server.api import new_token
from govcourse.server.page import NotFound
from govcourse.server.paths import VOILA
from govcourse.settings import WrongSetting, hide_secrets, settings
from govcourse.store import Store, StoreError, open_store, retention
from govcourse.store.base import now

TIDY_EVERY = 6 * 3600 * 1000  # milliseconds between two looks for what is due to be deleted
SHORTEST = 16  # characters of a token that somebody chose: it leads all rooms
LONGEST = 50  # letters of a folder's name, so that a socket in it keeps to what systems allow (some 100)


class StartError(RuntimeError):
    """The server cannot start; the message says what to do."""


class CourseApp(Voila):  # type: ignore[misc]  # Voila gives no types
    """`govcourse serve` sets host, port, token and database."""

    name = "govcourse"
    course_token = ""
    store: Store
    threads: store_threads.StoreThreads
    hub: live.Hub
    documents: document_worker.DocumentWorker
    token_given: bool  # by whoever started it, who knows it: it is not printed, as logs are kept
    open_files: int
    releases: Releases

    @classmethod
    def make(cls, host: str, port: int, token: str | None, database: str | None, base_url: str = "/") -> Self:
        """A configured app. Raises StartError or StoreError."""
        for problem in checking.check():
            raise StartError(f"The course's data has an error:\n{problem}")
        app: Self = cls.instance()
        given = settings().token
        token = token or (given.get_secret_value() if given else None)
        app.token_given, app.course_token = token is not None, token or new_token()
        if len(app.course_token) < SHORTEST:
            raise StartError(
                f"The facilitators' token is too short to be safe: choose one of at least {SHORTEST} characters, or give none."
            )
        app.store = open_store(database)
        voila_cache.keep()
        app.threads = store_threads.StoreThreads()
        app.hub = live.Hub(app.store, app.threads)
        app.documents = document_worker.DocumentWorker()
        app.releases = Releases()
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
                "http_header_envs": [ROOM_HEADER, TOKEN_HEADER],
                "show_tracebacks": False,
                "strip_sources": True,
                "extension_allowlist": [
                    "anywidget",
                    "@jupyter-widgets/jupyterlab-manager",
                    "@voila-dashboards/widgets-manager8",
                ],
                "prelaunch_hook": kernel_pages.localise,
            }
        )
        self.config.MappingKernelManager.update(
            {
                "cull_idle_timeout": 600,
                "cull_interval": 60,
                "cull_connected": False,
                "cull_busy": False,
                "kernel_manager_class": "govcourse.server.kernel_manager.KernelManager",
            }
        )
        # By sockets in a folder where there are such: a port that was free may be taken when a kernel comes to it, and
        # then its page waits for ever; and nobody else on the machine can talk to it.
        if sys.platform != "win32" and len(jupyter_runtime_dir()) < LONGEST:
            self.config.KernelManager.update({"transport": "ipc"})
        # They change what is in a notebook before its cells run; ours is as it should be.
        self.config.VoilaExporter.update({"default_preprocessors": []})
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
        memory = kernel_memory.Memory(kernel_memory.limit())
        most = kernel_queue.most(self.open_files, memory.most)
        # ZeroMQ has a limit of its own, which is that of some 150 kernels.
        self.kernel_manager.context.max_sockets = max(1023, files.EACH * most)
        return theirs | {
            "compress_response": True,
            "contents_manager": voila_cache.Notebooks(parent=self),
            **kernel_reaper.PINGS,
            "govcourse_store": self.store,
            "govcourse_threads": self.threads,
            "govcourse_hub": self.hub,
            "govcourse_documents": self.documents,
            "govcourse_jobs": document_jobs.DocumentJobs(self.documents),
            "govcourse_watch": kernel_reaper.Watch(self.kernel_manager, memory),
            "govcourse_kernel_tokens": kernel_tokens.KernelTokens(self.kernel_manager.list_kernel_ids),
            "govcourse_releases": self.releases,
            "govcourse_kernel_memory": memory,
            "govcourse_kernel_queue": kernel_queue.KernelQueue(most),
            "govcourse_token": self.course_token,
            "govcourse_guesses": {
                what: security.Guesses() for what in ("room", "resume", "certificate", "token")
            },
            "govcourse_url": lambda request: (
                public or f"{request.protocol}://{request.host}{self.base_url}".rstrip("/")
            ),
            "default_handler_class": NotFound,
        }

    def init_handlers(self) -> list[Any]:
        voila = {
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }
        return routes.handlers(self.base_url, voila, super().init_handlers())

    def listen(self) -> None:
        self.app.add_transform(security.SecurityHeaders)
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
        begin = f"{home}facilitator?token="
        print(f"Facilitators begin at  {begin}{'…' if self.token_given else self.course_token}", flush=True)
        self.ioloop = tornado.ioloop.IOLoop.current()
        self.ioloop.add_callback(self.hub.start)
        self.ioloop.add_callback(self.tidy)
        self.ioloop.add_callback(self.warm)
        daily = tornado.ioloop.PeriodicCallback(self.tidy, TIDY_EVERY)
        daily.start()
        seldom = logs.Seldom()
        counts = tornado.ioloop.PeriodicCallback(seldom.tell, logs.EVERY * 1000)
        counts.start()
        logs.entries.setLevel(logging.INFO)
        for handler in self.log.handlers:
            handler.addFilter(seldom)
            handler.setFormatter(logs.InUtc())
            handler.setLevel(logging.INFO)  # each logger has a level of its own
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
        spares = kernel_queue.spares(self.app.settings["govcourse_kernel_queue"].limit)
        try:
            await self.ioloop.run_in_executor(None, provisioner.fork_server.warm, spares)
        except OSError as error:
            self.log.warning("Kernels are started one by one: %s", error)

    async def tidy(self) -> None:
        """Copies the store once a day, marks and deletes what is due, outside the loop."""
        try:
            await self.ioloop.run_in_executor(None, retention.copy_daily, self.store, now())
        except StoreError as error:
            self.log.warning("No copy was made today: %s", error)
        try:
            done = await self.ioloop.run_in_executor(None, retention.tidy, self.store, now())
        except StoreError as error:
            self.log.warning("What is due was not deleted: %s", error)
            return
        for code in done.marked_rooms:
            self.hub.changed(code)
        for code in done.rooms:
            self.releases.forget(code)
        if done.waits:
            self.log.warning("Nothing was marked as deleted: %s.", done.waits)
        if done.marked_rooms or done.marked_learners:
            due = (done.marked_rooms, done.marked_learners, retention.GRACE.days)
            self.log.warning(
                "Marked as deleted: rooms %s, learners %d; they go for good in %d days. What is marked is told by: govcourse room deleted",
                *due,
            )
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


def serve(host: str, port: int, token: str | None, database: str | None, base_url: str = "/") -> int:
    """Serves until stopped; the exit status."""
    try:
        CourseApp.make(host, port, token, database, base_url).start()
    except (StartError, StoreError, WrongSetting) as error:
        print(error, file=sys.stderr)
        return 1
    return 0
