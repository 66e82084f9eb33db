"""Whose document is made next: one for each person before anybody's second, and what a whole room waits for first."""

import asyncio
from bisect import insort
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from govcourse.server.errors import ApiError

QUEUE = 80  # documents that may wait
EACH = 6  # of them one person's


@dataclass(order=True)
class Turn:
    """Turns sort by when they come: `late` are those that gave way, `before` is how many of the same person's come first."""

    late: bool
    after_rooms: bool
    before: int
    arrived: int
    who: str = field(compare=False)
    what: str = field(compare=False)
    came: asyncio.Event = field(compare=False, default_factory=asyncio.Event)


class DocumentTurns:
    """For the server's own thread only."""

    def __init__(self) -> None:
        self._waiting: list[Turn] = []
        self._now: Turn | None = None
        self._arrived = 0

    @property
    def idle(self) -> bool:
        return self._now is None

    @property
    def others_wait(self) -> bool:
        """Whether somebody waits for whom no document gave way yet."""
        return any(not one.late for one in self._waiting)

    def ahead(self, who: str, what: str) -> int | None:
        """How many documents are made before this one of `who` is; None where it does not wait."""
        order = [one for one in (self._now, *self._waiting) if one]
        return next((n for n, one in enumerate(order) if (one.who, one.what) == (who, what)), None)

    @asynccontextmanager
    async def turn(self, who: str, of_room: bool, what: str = "", late: bool = False) -> AsyncIterator[None]:
        """The time in which one document of `who` may be made. Raises ApiError where too many wait; whoever is cancelled waits no more."""
        theirs = [one for one in (*self._waiting, self._now) if one and one.who == who]
        if len(theirs) >= EACH:
            raise ApiError(429, "documents_wait")
        if len(self._waiting) >= QUEUE:
            raise ApiError(503, "busy")
        self._arrived += 1
        before = 1 + max((one.before for one in theirs), default=-1)
        mine = Turn(late, not of_room, before, self._arrived, who, what)
        insort(self._waiting, mine)
        self._go_on()
        try:
            await mine.came.wait()
            yield
        finally:
            if self._now is mine:
                self._now = None
            else:
                self._waiting.remove(mine)
            self._go_on()

    def _go_on(self) -> None:
        if self._now is None and self._waiting:
            self._now = self._waiting.pop(0)
            self._now.came.set()
