"""One open stream of a room, with what it has not been sent yet."""

import asyncio


class Subscriber:
    """One open stream. What it has not been sent yet is kept as names, never as a queue: the newest state is enough."""

    def __init__(self, room: str, person: str | None):
        self.room, self.person = room, person  # a participant's id; a facilitator's stream has none
        self.removed = False  # it heard that a facilitator took its participant out of the room, and ends
        self.pending: set[str] = set()
        self.wake = asyncio.Event()

    @property
    def facilitator(self) -> bool:
        return self.person is None

    def tell(self, event: str) -> None:
        self.pending.add(event)
        self.wake.set()
