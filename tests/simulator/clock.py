"""An event loop whose time passes only when nobody has anything to do: hours go by in seconds, and the same way each time."""

import asyncio
import selectors
from datetime import UTC, datetime, timedelta

BEGIN = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


class Passing(selectors.SelectSelector):
    """Waiting for files is no waiting here: the time goes on at once."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list:
        if timeout is None:
            raise RuntimeError("Nobody waits for anything any more.")
        self.now += max(0.0, timeout)
        return []


class Loop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.passing, self.broken = Passing(), None
        super().__init__(self.passing)

    def time(self) -> float:
        return self.passing.now

    def _write_to_self(self) -> None:
        """Nobody sleeps who would have to be woken."""


class WallClock:
    """The time that the server's machine shows; in place of the modules `time` and `datetime` there."""

    def __init__(self, loop: Loop):
        self.loop, self.wrong = loop, timedelta()

    def time(self) -> float:
        return (BEGIN + timedelta(seconds=self.loop.time()) + self.wrong).timestamp()

    def monotonic(self) -> float:
        return self.loop.time()

    def now(self, zone: object = None) -> datetime:
        return datetime.fromtimestamp(self.time(), UTC)
