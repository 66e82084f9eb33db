"""Makes documents in another process: the server goes on answering, and gives the memory back when nothing is asked."""

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from govcourse.server import document_process
from govcourse.server.document_turns import DocumentTurns
from govcourse.server.errors import ApiError

log = logging.getLogger("govcourse")
IDLE = 60.0  # seconds without work after which the process ends
LONGEST = 120.0  # seconds for one document


class DocumentWorker:
    """One process, one document after the other: what one of them breaks is its own. For the server's own thread only."""

    def __init__(self) -> None:
        self.turns = DocumentTurns()
        self._pool: ProcessPoolExecutor | None = None
        self._idle: asyncio.TimerHandle | None = None

    async def run(self, who: str, name: str, *given: Any, of_room: bool = False) -> Any:
        """What the function of this name gives, as `document_process.call` finds it, in the turn of `who`.

        Raises ApiError where too many wait, or where it takes too long or breaks. One that ends its process is tried once more,
        without charts. Whoever is cancelled waits no more, and what is made for them ends.
        """
        try:
            async with self.turns.turn(who, of_room):
                if self._idle:
                    self._idle.cancel()
                return await self._tried(name, given)
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
            except TimeoutError:
                self.stop()
                break
            except asyncio.CancelledError:
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
        return await asyncio.wait_for(asyncio.wrap_future(future), LONGEST)

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
