"""What asks the store runs outside the event loop: in a bounded number of threads, and in order for each person."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar
from weakref import WeakValueDictionary

P = ParamSpec("P")
R = TypeVar("R")
THREADS = 8
MOST = 2000  # calls that wait for a thread; more than that are refused


class Overload(RuntimeError):
    """So many calls wait already that one more would not be answered in time."""


class StoreThreads:
    """One for each server. `run` is called from its event loop."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(THREADS, "store")
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._waiting = 0

    async def run(self, who: str, work: Callable[P, R], *given: P.args, **more: P.kwargs) -> R:
        """What `work` gives. Calls of the same `who` (a token) come one after the other; "" is nobody in particular.

        Raises Overload, or what `work` raises. It goes on to its end when whoever asked has gone.
        """
        if self._waiting >= MOST:
            raise Overload
        self._waiting += 1
        try:
            if not who:
                return await self._in_thread(lambda: work(*given, **more))
            turn = self._turns.setdefault(who, asyncio.Lock())
            async with turn:
                return await self._in_thread(lambda: work(*given, **more))
        finally:
            self._waiting -= 1

    async def _in_thread(self, call: Callable[[], R]) -> R:
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)

    def stop(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
