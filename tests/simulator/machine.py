"""The course server in this process, without sockets: its own handlers, hub and store, between which anything may happen.

What asks the store runs in a greenlet of its own, which steps aside before and after each transaction: so others come in
between, the store fails, and a kill finds it anywhere. What was committed is all that a kill leaves.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import greenlet
from govcourse.kinds.releases import Releases
from govcourse.server import live, security
from govcourse.server.kernel_tokens import KernelTokens
from govcourse.server.page import NotFound
from govcourse.server.routes import ROUTES
from govcourse.server.store_threads import StoreThreads
from govcourse.store import Store, StoreError
from tornado.httputil import HTTPConnection, HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.iostream import StreamClosedError
from tornado.web import Application

TOKEN = "a-token-for-tests"


class Down(Exception):
    """There is no server, or it was killed while it answered."""


class Turns(StoreThreads):
    """As the server's threads: one after the other for each person, and between any two transactions somebody else."""

    def __init__(self, machine: "Machine"):
        super().__init__()
        self.machine = machine

    async def _in_thread(self, call: Callable[[], Any]) -> Any:
        work = greenlet.greenlet(call)
        found = work.switch()
        while not work.dead:
            await asyncio.sleep(self.machine.chance.random() ** 4 * 0.4)
            found = work.switch()
        return found


class Wire(HTTPConnection):
    """One request's connection: what was said on it so far, and whether somebody is still there."""

    def __init__(self, heard: Callable[[bytes], None] | None = None):
        self.status, self.said, self.heard = 0, bytearray(), heard
        self.open, self._close = True, None
        self.remote_ip, self.protocol = "192.0.2.1", "http"
        self.context = self

    def set_close_callback(self, callback: Callable[[], None] | None) -> None:
        self._close = callback

    def write_headers(
        self, start_line: Any, headers: HTTPHeaders, chunk: bytes | None = None
    ) -> asyncio.Future:
        self.status = start_line.code
        return self.write(chunk or b"")

    def write(self, chunk: bytes) -> asyncio.Future:
        done = asyncio.get_running_loop().create_future()
        if not self.open:
            done.set_exception(StreamClosedError())
            done.exception()  # who does not wait for it has gone too
            return done
        self.said += chunk
        if self.heard and chunk:
            self.heard(bytes(chunk))
        done.set_result(None)
        return done

    def finish(self) -> None:
        self._close = None

    def close(self) -> None:
        self.open = False
        if self._close:
            self._close()


class Machine:
    """The server's machine: a disk that stays, and a process that is killed and started again."""

    def __init__(self, seed: int, after_write: Callable[[], None]):
        self.chance = random.Random(f"{seed} machine")
        self.store = Store("sqlite://")
        from govcourse.store import migrate

        migrate.prepare(self.store.database)
        self.after_write, self.failing, self.running = after_write, 0.0, False
        self._depth, self.thrown = 0, Counter[str]()
        self._going: dict[Wire, asyncio.Task] = {}  # in the order in which they came: a kill takes them in it
        self._transaction = self.store.database._transaction
        self.store.database._transaction = self._watched  # type: ignore[method-assign]

    @contextmanager
    def _watched(self, reads: bool) -> Iterator[Any]:
        """A transaction between which and the next one somebody else may come; it may fail before, or after it was written."""
        if self._depth:
            with self._transaction(reads) as connection:
                yield connection
            return
        self._step_aside()
        if self.chance.random() < self.failing:
            self.thrown["failures of the store"] += 1
            raise StoreError("The disk is full.")
        self._depth += 1
        try:
            with self._transaction(reads) as connection:
                yield connection
        finally:
            self._depth -= 1
        if not reads:
            self.after_write()
        self._step_aside()
        if not reads and self.chance.random() < self.failing:
            self.thrown["failures of the store after it wrote"] += 1
            raise StoreError("The database does not answer.")

    def _step_aside(self) -> None:
        parent = greenlet.getcurrent().parent
        if parent is not None:
            parent.switch()

    def start(self) -> None:
        """A new process: it knows nothing but what is on the disk."""
        self.threads = Turns(self)
        self.hub = live.Hub(self.store, self.threads)
        self.hub.start()
        self.running = True
        self.app = Application(
            ROUTES,
            default_handler_class=NotFound,
            log_function=lambda _: None,
            base_url="/",
            govcourse_store=self.store,
            govcourse_threads=self.threads,
            govcourse_hub=self.hub,
            govcourse_releases=Releases(),
            govcourse_kernel_tokens=KernelTokens(list),
            govcourse_token=TOKEN,
            govcourse_guesses={one: security.Guesses() for one in ("room", "resume", "certificate", "token")},
            govcourse_url=lambda request: "http://course",
        )

    def kill(self) -> None:
        """Whatever it was at: nothing of it goes on."""
        self.running = False
        self.thrown["kills"] += 1
        for wire, task in list(self._going.items()):
            wire.open = False
            task.cancel()

    async def answer(
        self, method: str, path: str, headers: dict[str, str], body: bytes, wire: Wire
    ) -> tuple[int, bytes]:
        """What one request is answered. Raises Down."""
        if not self.running:
            raise Down
        request = HTTPServerRequest(start_line=RequestStartLine(method, path, "HTTP/1.1"), headers=HTTPHeaders({"Host": "course", **headers}), body=body, connection=wire)  # fmt: skip
        found = self.app.find_handler(request)
        handler = found.handler_class(self.app, request, **found.handler_kwargs)
        wire.set_close_callback(handler.on_connection_close)
        task = asyncio.ensure_future(handler._execute([], *found.path_args, **found.path_kwargs))
        self._going[wire] = task
        try:
            await task
        except asyncio.CancelledError:
            if task.cancelled():
                raise Down from None
            raise
        finally:
            del self._going[wire]
        if not wire.status or not wire.open:
            raise Down
        return wire.status, bytes(wire.said)
