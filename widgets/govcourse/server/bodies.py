"""How much one request may send, and how long that may take: settled before any of it is read, by what is asked for.

What is too much is read and thrown away, so that whoever sends it gets an answer in words and no broken connection.
"""

import re
from dataclasses import dataclass

LARGE, SMALL = 5_000_000, 1_000_000  # bytes: of what may hold photos or a sheet, and of anything else
WITH_FILES = re.compile(r"/(answers(/[a-z0-9-]+)?|import)(\?|$)")
TOGETHER = 100_000_000  # bytes of all requests larger than SMALL that are being read
THROWN_AWAY = 200_000_000  # bytes of one request; more than that ends the connection
PATIENCE, SLOWEST = 30, 20_000  # seconds for a body, and one more for so many bytes


def limit(path: str) -> int:
    """How many bytes a request for this path may send."""
    return LARGE if WITH_FILES.search(path) else SMALL


def patience(size: int) -> float:
    """Seconds in which so many bytes have to be here."""
    return PATIENCE + size / SLOWEST


class Held:
    """What all requests of a server hold."""

    def __init__(self) -> None:
        self.bytes = 0


@dataclass
class Body:
    """One that is being read: `most` bytes, of which it announced `size`, if it did."""

    held: Held
    most: int
    size: int | None
    read: int = 0
    kept: int = 0
    refused: str = ""  # why nothing of it is kept: the code of an error

    def __post_init__(self) -> None:
        if self.size is not None and self.size > SMALL:
            self._keep(self.size)

    def take(self, size: int) -> bool:
        """Whether so many more bytes are kept."""
        self.read += size
        if not self.refused and self.read > max(SMALL, self.kept):
            self._keep(size)
        return not self.refused

    def _keep(self, size: int) -> None:
        if max(self.read, self.size or 0) > self.most:
            self.refused = "too_large"
        elif self.held.bytes + size > TOGETHER:
            self.refused = "overload"
        else:
            self.kept += size
            self.held.bytes += size
            return
        self.end()

    def end(self) -> None:
        """It was read, or whoever sent it has gone."""
        self.held.bytes -= self.kept
        self.kept = 0
