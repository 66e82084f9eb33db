"""Makes documents in another process: the server goes on answering, and gives the memory back when nothing is asked."""

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any

from govcourse.server import document_process
from govcourse.server.document_turns import DocumentTurns
from govcourse.server.errors import ApiError

log = logging.getLogger("govcourse")
IDLE = 60.0  # seconds without work after which the process ends
LONG = 120.0  # seconds after which a document gives way to others that wait
TRIES = 3  # for one that gives way


class GivesWay(Exception):
    """A document takes long, and others wait."""


class DocumentWorker:
    """One process, one document after the other: what one of them breaks is its own. For the server's own thread only."""

    def __init__(self) -> None:
        self.turns = DocumentTurns()
        self._pool: ProcessPoolExecutor | None = None
        self._idle: asyncio.TimerHandle | None = None

    async def run(self, who: str, name: str, *given: Any, of_room: bool = False, what: str = "") -> Any:
        """What the function of this name gives, as `document_process.call` finds it, in the turn of `who`; `what` names it.

        It takes as long as it takes; only while others wait it gives way after some time, and begins anew after them. Raises
        ApiError where too many wait, where it gave way too often, or where it breaks. One that ends its process is tried once
        more, without charts. Whoever is cancelled waits no more, and what is made for them ends.
        """
        try:
            for tried in range(TRIES):
                async with self.turns.turn(who, of_room, what, late=tried > 0):
                    if self._idle:
                        self._idle.cancel()
                    with suppress(GivesWay):
                        return await self._tried(name, given)
            raise ApiError(503, "document_failed", key="document_long")
        finally:
            if self.turns.idle:
                self._idle = asyncio.get_running_loop().call_later(IDLE, self.stop)

    async def _tried(self, name: str, given: tuple[Any, ...]) -> Any:
        for call in (document_process.call, document_process.call_in_words):
            try:
                return await self._made(call, name, given)
            except BrokenProcessPool:
                log.error("The documents' process ended over %s (%s).", name, call.__name__)
                self.stop()
            except (GivesWay, asyncio.CancelledError):
                self.stop()
                raise
        raise ApiError(503, "document_failed")

    async def _made(
        self, call: Callable[[str, tuple[Any, ...]], Any], name: str, given: tuple[Any, ...]
    ) -> Any:
        try:
            future = self._process().submit(call, name, given)
        except BrokenProcessPool:  # it ended while there was nothing to make: not over this document
            self.stop()
            future = self._process().submit(call, name, given)
        made = asyncio.wrap_future(future)
        while not (await asyncio.wait([made], timeout=LONG))[0]:
            if self.turns.others_wait:
                made.cancel()
                raise GivesWay
        return made.result()

    def _process(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                1, multiprocessing.get_context("spawn"), initializer=document_process.begin
            )
        return self._pool

    def stop(self) -> None:
        """Ends the process, whatever it does."""
        pool, self._pool = self._pool, None
        if pool:
            for process in list((pool._processes or {}).values()):
                process.terminate()
            pool.shutdown(wait=False, cancel_futures=True)
