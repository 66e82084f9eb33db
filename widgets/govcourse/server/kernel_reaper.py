"""Kernels end with their pages, also with those that crashed, fell asleep or were cut off, and could not say so; and where memory ends."""

import time
from collections.abc import Awaitable
from typing import Any, Protocol

import tornado.ioloop
from jupyter_core.utils import ensure_async

from govcourse.json_types import Json
from govcourse.server.kernel_memory import Memory

# Together they end a kernel within 30 s of its page's end. A page whose network was away for longer goes on without one.
PINGS = {"ws_ping_interval": 6000, "ws_ping_timeout": 12000}  # milliseconds; an asleep page answers none
ALONE = 8.0  # seconds without a connection, once there was one
EVERY = 2000  # milliseconds between two looks


class Kernels(Protocol):
    """As much of Jupyter's manager of kernels as is used here."""

    def list_kernel_ids(self) -> list[str]: ...
    def kernel_model(self, id: str, /) -> Json: ...
    def get_kernel(self, id: str, /) -> Any: ...
    def shutdown_kernel(self, id: str, /, *, now: bool) -> Awaitable[None] | None: ...


class Watch:
    """Ends kernels that have lost their page, and the largest where all together take too much memory. While a page is being sent,
    its handler looks after them."""

    def __init__(self, manager: Kernels, memory: Memory) -> None:
        self._manager, self._memory = manager, memory
        self._until: dict[str, float] = {}  # when a kernel ends, unless a page is connected with it
        self._looking = tornado.ioloop.PeriodicCallback(self.look, EVERY)

    def start(self) -> None:
        self._looking.start()

    def stop(self) -> None:
        self._looking.stop()

    def sent(self, id: str, patience: float) -> None:
        """What a kernel made is sent whole, and its page has `patience` seconds to connect."""
        self._until[id] = time.monotonic() + patience

    async def look(self) -> None:
        for id in self.left():
            await end(self._manager, id)
        loop = tornado.ioloop.IOLoop.current()
        for id in await loop.run_in_executor(None, self._memory.look, self._processes()):
            await end(self._manager, id)

    def _processes(self) -> dict[str, int]:
        """The kernels that run, with the numbers of their processes."""
        found = {}
        for id in self._manager.list_kernel_ids():
            provisioner = self._manager.get_kernel(id).provisioner
            if pid := getattr(provisioner, "pid", None):
                found[id] = pid
        return found

    def left(self) -> list[str]:
        """The kernels whose page has gone."""
        now, running = time.monotonic(), self._manager.list_kernel_ids()
        self._until = {id: until for id, until in self._until.items() if id in running}
        for id in running:
            if self._manager.kernel_model(id)["connections"]:
                self._until[id] = now + ALONE
        return [id for id, until in self._until.items() if now > until]


async def end(manager: Kernels, id: str) -> None:
    """Ends a kernel, if it has not ended already."""
    if id in manager.list_kernel_ids():
        await ensure_async(manager.shutdown_kernel(id, now=True))
