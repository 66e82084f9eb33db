"""What a room's streams are sent, as server-sent events: encoded once, for however many listen."""

import time
from collections.abc import Mapping
from typing import NamedTuple

from govcourse.server.activities import as_shown, state
from govcourse.server.handler import encoded
from govcourse.server.payloads import RoomGone
from govcourse.store import Store


class Told(NamedTuple):
    """A room's state as an event for facilitators, and as one for participants; `status` is the room's, `removed` who was taken out."""

    status: str
    led: bytes
    shown: bytes
    removed: frozenset[str] = frozenset()


def told(store: Store, room: str) -> Told:
    """What all who listen to a room see now. Raises StoreError."""
    found = store.rooms.get(room)
    if found is None:
        gone: RoomGone = {"code": room, "status": "deleted"}
        return Told("deleted", sent("room", gone), sent("room", gone))
    led = state(store, found)
    return Told(led["status"], sent("room", led), sent("room", as_shown(led)), frozenset(led["removed"]))


def sent(event: str, data: Mapping[str, object]) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (event.encode(), encoded(data))


def clock() -> bytes:
    """The server's time: a phone's own may be minutes off, and a countdown is by this one."""
    return sent("clock", {"now": int(time.time() * 1000)})
