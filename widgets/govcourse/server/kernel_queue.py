"""Who may have a kernel: as many as fit into this machine, a few for each person, in the order in which people came."""

import time

from govcourse.server import files, kernel_memory
from govcourse.settings import settings

FORGOTTEN = 20.0  # seconds without a question after which somebody has left the queue
EACH = 6  # kernels of one learner, or of one room's dashboards: a page for each session, and one more


def most(open_files: int, memory: int | None) -> int:
    """How many kernels may run: GOVCOURSE_KERNELS, or what `memory` (bytes) holds; never more than the files do."""
    return min(files.kernels(open_files), _wanted(memory))


def _wanted(memory: int | None) -> int:
    if (given := settings().kernels) is not None:
        return given
    return 40 if memory is None else max(4, min(400, memory // kernel_memory.EACH))


def spares(limit: int) -> int:
    """How many kernels wait for whoever comes next, where `limit` may run: GOVCOURSE_SPARE_KERNELS, or enough for a class
    that opens its pages together on a machine with room for it."""
    given = settings().spare_kernels
    return min(16, limit // 4) if given is None else min(limit, given)


class KernelQueue:
    """The queue for kernels. Whoever stops asking loses the place."""

    def __init__(self, limit: int):
        self.limit = limit
        self._queue: dict[str, float] = {}  # who, by arrival, and when they asked last

    def ahead(self, who: str, running: int, full: bool = False) -> int:
        """How many come before `who`; 0 is a kernel at once, and leaves the queue. `full` says that there is no memory for one more."""
        now = time.monotonic()
        for one, asked in list(self._queue.items()):
            if now - asked > FORGOTTEN:
                del self._queue[one]
        self._queue[who] = now
        place = list(self._queue).index(who)
        if running + place < self.limit and not full:
            del self._queue[who]
            return 0
        return place + 1
