"""Kernels end with their pages, also with those that crashed, fell asleep or were cut off, and could not say so."""

import time

import tornado.ioloop
from jupyter_core.utils import ensure_async

# Together they end a kernel within 30 s of its page's end. A page whose network was away for longer goes on without one.
PINGS = {"ws_ping_interval": 6000, "ws_ping_timeout": 12000}  # milliseconds; an asleep page answers none
ALONE = 8.0  # seconds without a connection, once there was one
LOADING = 120.0  # seconds until there must have been one: Voila's scripts are large, and networks slow
EVERY = 2000  # milliseconds between two looks


class Watch:
    """Looks which kernels have lost their page."""

    def __init__(self, manager):
        self._manager = manager
        self._known: dict[str, tuple[bool, float]] = {}  # whether a page was there ever, and when it was last
        self._looking = tornado.ioloop.PeriodicCallback(self.look, EVERY)

    def start(self) -> None:
        self._looking.start()

    def stop(self) -> None:
        self._looking.stop()

    async def look(self) -> None:
        for id in self.left():
            await end(self._manager, id)

    def left(self) -> list[str]:
        """The kernels whose page has gone."""
        now, running = time.monotonic(), self._manager.list_kernel_ids()
        self._known = {id: self._known.get(id, (False, now)) for id in running}
        for id in running:
            if self._manager.kernel_model(id)["connections"]:
                self._known[id] = (True, now)
        return [id for id, (met, last) in self._known.items() if now - last > (ALONE if met else LOADING)]


async def end(manager, id: str) -> None:
    """Ends a kernel, if it has not ended already."""
    if id in manager.list_kernel_ids():
        await ensure_async(manager.shutdown_kernel(id, now=True))
