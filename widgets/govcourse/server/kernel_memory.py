"""How much memory kernels may take together: each is counted by its share of it, and the largest one ends when it is too much."""

import logging
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import psutil

from govcourse.settings import settings

EACH = 60_000_000  # bytes that a kernel takes, with some to spare
# What is limited for a container or a unit of systemd: the limit, what is taken, and what of that the system gives back when asked.
GROUPS = {
    "": ("sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"),
    "memory": (
        "sys/fs/cgroup/memory",
        "memory.limit_in_bytes",
        "memory.usage_in_bytes",
        "total_inactive_file",
    ),
}
log = logging.getLogger("govcourse")


def limit() -> int | None:
    """Bytes for all kernels: GOVCOURSE_KERNELS_MB, or half of what is free now; None where nobody can say."""
    if (given := settings().kernels_mb) is not None:
        return given * 1_000_000
    free = [one for one in (_of_machine(), of_group()) if one is not None]
    return min(free) // 2 if free else None


def _of_machine() -> int | None:
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):
        return None


def of_group(root: Path = Path("/")) -> int | None:
    """Bytes that are free in this process's control group and those around it; None where none has a limit."""
    try:
        lines = (root / "proc/self/cgroup").read_text().splitlines()
    except OSError:
        return None
    free = []
    for _, controllers, path in (line.split(":", 2) for line in lines):
        for name in {*controllers.split(",")} & GROUPS.keys():
            place, most, taken, returned = GROUPS[name]
            inside = Path(path.strip("/"))
            # In a container the path may be that of the host; the mount is then the container's own.
            for folder in dict.fromkeys(root / place / one for one in (inside, *inside.parents)):
                try:
                    stat = dict(line.split() for line in (folder / "memory.stat").read_text().splitlines())
                    room = int((folder / most).read_text()) - int((folder / taken).read_text())
                except (OSError, ValueError):  # not there, or "max"
                    continue
                free.append(max(0, room + int(stat.get(returned, 0))))
    return min(free, default=None)


def counted(pid: int) -> int:
    """Bytes that a process takes: what it has alone, and its share of what it has with others; 0 where it has ended."""
    try:
        held = psutil.Process(pid).memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(held, "pss", held.uss))


class Memory:
    """What the kernels of a server take, as it was when somebody looked last."""

    def __init__(self, most: int | None, count: Callable[[int], int] = counted):
        """`most` is for all of them, in bytes; `count` says what a process takes."""
        self.most, self._count, self._taken = most, count, 0

    def full(self) -> bool:
        """Whether there is no room for one more."""
        return self.most is not None and self._taken + EACH > self.most

    def look(self, kernels: Mapping[str, int]) -> list[str]:
        """Counts the kernels, ids with their processes' numbers, and gives those which have to end: the largest first, and
        no more than make room for the others."""
        took = {id: self._count(pid) for id, pid in kernels.items()}
        self._taken, ended = sum(took.values()), []
        while self.most is not None and self._taken > self.most:
            largest = max(took, key=lambda id: took[id])
            log.warning(
                "Kernels took %d MB of %d: the largest, of %d MB, was ended.",
                *(round(one / 1e6) for one in (self._taken, self.most, took[largest])),
            )
            self._taken -= took.pop(largest)
            ended.append(largest)
        return ended
