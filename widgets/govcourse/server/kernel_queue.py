"""Who may have a kernel: as many as fit into this machine, in the order in which people came."""

import os
import time

from govcourse.server import files
from govcourse.settings import settings

FORGOTTEN = 20.0  # seconds without a question after which somebody has left the queue
EACH = 60e6  # bytes that a kernel takes, with some to spare


def most(open_files: int) -> int:
    """How many kernels may run: GOVCOURSE_KERNELS, or what half of the free memory holds; never more than the files do."""
    return min(files.kernels(open_files), _wanted())


def _wanted() -> int:
    if (given := settings().kernels) is not None:
        return given
    try:
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return 40
    return max(4, min(400, int(free / 2 / EACH)))


class KernelQueue:
    """The queue for kernels. Whoever stops asking loses the place."""

    def __init__(self, limit: int):
        self.limit = limit
        self._queue: dict[str, float] = {}  # who, by arrival, and when they asked last

    def ahead(self, who: str, running: int) -> int:
        """How many come before `who`; 0 is a kernel at once, and leaves the queue."""
        now = time.monotonic()
        for one, asked in list(self._queue.items()):
            if now - asked > FORGOTTEN:
                del self._queue[one]
        self._queue[who] = now
        place = list(self._queue).index(who)
        if running + place < self.limit:
            del self._queue[who]
            return 0
        return place + 1
