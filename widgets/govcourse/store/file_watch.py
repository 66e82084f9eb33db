"""Whether SQLite's file is still the one that was opened.

A file that is removed, or replaced, goes on as long as somebody has it open: saves succeed, and are gone after the next start.
"""

from pathlib import Path

PAGE_SIZE, PAGES = slice(16, 18), slice(28, 32)  # of the head of SQLite's files


class FileGone(OSError):
    """The database was removed, replaced or cut."""

    def __init__(self) -> None:
        super().__init__("removed, replaced or cut")


class FileWatch:
    def __init__(self, path: Path):
        self.path, self.log = path, path.with_name(path.name + "-wal")
        self._opened: tuple[int, int] | None = None
        self._size, self._logs = 0, False

    def opened(self, logs: bool) -> None:
        """A connection was made: the first one says which file it is. `logs` says whether there is a log beside it."""
        self._logs = logs
        if self._opened is None:
            now = self.path.stat()
            self._opened = now.st_dev, now.st_ino

    def look(self, written: bool = False) -> None:
        """Raises FileGone; with `written` also where the log is not there that a transaction was just written to."""
        if self._opened is None:
            return
        try:
            now = self.path.stat()
            if (now.st_dev, now.st_ino) != self._opened or self._cut(now.st_size):
                raise FileGone
            if written and self._logs:
                self.log.stat()
        except FileNotFoundError:
            raise FileGone from None
        self._size = now.st_size

    def _cut(self, size: int) -> bool:
        """Whether it is shorter than it was, and than it says: it grows while others write, and shrinks when it is tidied."""
        if size >= self._size:
            return False
        with self.path.open("rb") as file:
            head = file.read(100)
        page = int.from_bytes(head[PAGE_SIZE], "big")
        pages = int.from_bytes(head[PAGES], "big")
        return size < max(1, pages) * max(512, 65_536 if page == 1 else page)
