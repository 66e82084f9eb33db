"""What the server logs: everything once, what comes again as a count, so that no fault fills the disk, when it was and by whom, and nothing that lets somebody in."""

import logging
import re
import threading
import time
from collections import Counter
from typing import Any

EVERY = 60.0  # seconds between two counts
MOST = 500  # different things between two counts, and as many errors, which no flood of refusals hides
SECRET = re.compile(r"(?<=[?&])(token|key)=[^&\s]+")  # in the address of a request
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
CHANGING = re.compile(r"0x[0-9a-f]+|\d+")
Alike = tuple[object, ...]
REST: Alike = ("", "", "")


entries = logging.getLogger("govcourse.entries")


class InUtc(logging.Formatter):
    """Lines that say when, where, how grave, and what."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ [%(name)s] %(levelname)s | %(message)s", "%Y-%m-%dT%H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:
        """One line, whatever it quotes: nobody writes lines of their own into the log."""
        return CONTROL.sub(lambda found: ascii(found[0])[1:-1], super().formatMessage(record))

    def formatException(self, given: Any) -> str:
        """A traceback, whose last line may quote what somebody sent: each of its lines is set in."""
        return "  " + super().formatException(given).replace("\n", "\n  ")


def came_in(by: str, address: str | None) -> None:
    """Somebody was let in who showed what not everybody has; what that was is nobody's business."""
    entries.info("Came in by %s, from %s", by, address)


def missed(what: str, address: str | None) -> None:
    """Somebody tried what opens nothing."""
    entries.warning("Wrong %s, from %s", what, address)


class Seldom(logging.Filter):
    """Lets the first of what is alike through, until `tell` has said how many more there were."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._more: Counter[Alike] = Counter()
        self._words: dict[Alike, logging.LogRecord] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        if getattr(record, "counted", False):
            return True
        discreet(record)
        alike = kind(record)
        with self._lock:
            if alike not in self._words and self._full(record.levelno >= logging.ERROR):
                alike = REST
            if alike in self._words:
                self._more[alike] += 1
                return False
            self._words[alike] = record
            return True

    def _full(self, error: bool) -> bool:
        return sum((one.levelno >= logging.ERROR) is error for one in self._words.values()) >= MOST

    def tell(self) -> None:
        """Says what came again, and begins anew."""
        with self._lock:
            more, self._more = self._more, Counter()
            words, self._words = self._words, {}
        for alike, times in more.items():
            record = words[alike]
            said = "other messages" if alike == REST else record.getMessage().partition("\n")[0][:200]
            logging.getLogger(record.name).log(
                record.levelno, "%d more within %d seconds: %s", times, EVERY, said, extra={"counted": True}
            )


def discreet(record: logging.LogRecord) -> None:
    """Takes what lets somebody in out of what a record says."""
    said = record.getMessage()
    if SECRET.search(said):
        record.msg, record.args = SECRET.sub(r"\1=…", said), ()


def kind(record: logging.LogRecord) -> Alike:
    """What records have in common that say the same: an error by where it was raised, a message by its words."""
    if record.name == entries.name:  # each address for itself
        return record.name, record.levelname, record.getMessage()
    error = record.exc_info[1] if record.exc_info else None
    if error is None:
        return record.name, record.levelname, CHANGING.sub("", record.getMessage())[:200]
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    return record.name, type(error), last and (last.tb_frame.f_code.co_filename, last.tb_lineno)
