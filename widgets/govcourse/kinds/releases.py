"""What was given out of rooms before: two looks at a room differ by what enough people changed, or not at all."""

import threading

from govcourse.json_types import Json
from govcourse.kinds.access import SMALLEST

Given = dict[str, Json]  # by person


class Releases:
    """The answers as they were last given out, by room and activity, in this process's memory.

    Whoever looks twice, and knows who answered in between, would see that one's answer by subtraction. So the first look is
    given out again until the answers of `SMALLEST` people are others: new, changed or gone. What somebody deleted goes
    at once. A process that starts anew remembers nothing.
    """

    def __init__(self) -> None:
        self._last: dict[tuple[str, str], Given] = {}
        self._turn = threading.Lock()

    def take(self, room: str, activity: str, answers: Given) -> Given:
        """The answers that may be given out now; nothing of fewer than `SMALLEST` people."""
        with self._turn:
            last = self._last.get((room, activity), {})
            changed = sum(answers.get(who) != last.get(who) for who in answers.keys() | last.keys())
            shown = answers if changed >= SMALLEST else {who: last[who] for who in last if who in answers}
            self._last[room, activity] = dict(shown) if len(shown) >= SMALLEST else {}
            return self._last[room, activity]

    def forget(self, room: str) -> None:
        """The room is gone."""
        with self._turn:
            self._last = {key: given for key, given in self._last.items() if key[0] != room}
