"""What kernels may ask of the server: each by a token of its own, as long as it runs, and only for whom it computes."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from govcourse.store import Participant, Room


@dataclass
class _Right:
    of: Participant | Room
    kernel: str | None = None  # until its page names it


class KernelTokens:
    """A learner's kernel reads and saves this learner's answers; that of a dashboard reads what its room's facilitators may.

    A token opens nothing else, and ends with its kernel. It reaches the kernel by its environment, and no page.
    """

    def __init__(self, running: Callable[[], list[str]]):
        """`running` gives the ids of the kernels that run."""
        self._running, self._given = running, dict[str, _Right]()

    def give(self, of: Participant | Room) -> str:
        """A token for a kernel that is about to be started for a learner, or for a room's dashboard."""
        for token in [one for one, right in list(self._given.items()) if self._ended(right)]:
            self._given.pop(token, None)
        token = secrets.token_urlsafe(32)
        self._given[token] = _Right(of)
        return token

    def bind(self, token: str, kernel: str | None) -> None:
        """From now on the token is that of this kernel; of none, when none was started."""
        if kernel is None:
            self._given.pop(token, None)
        elif right := self._given.get(token):
            right.kernel = kernel

    def person(self, token: str | None) -> Participant | None:
        """The learner whose kernel holds this token."""
        of = self._of(token)
        return of if isinstance(of, Participant) else None

    def leads(self, token: str | None, code: str) -> bool:
        """Whether this is the token of the dashboard of the room of this code."""
        of = self._of(token)
        return isinstance(of, Room) and of.code == code

    def runs(self, kernel: str) -> bool:
        """Whether there is a kernel of this id."""
        return kernel in self._running()

    def held(self, of: Participant | Room) -> int:
        """How many kernels compute for this learner or room, with those that are being started."""
        given = [right for right in list(self._given.values()) if not self._ended(right)]
        return sum(_whose(right.of) == _whose(of) for right in given)

    def of_kernel(self, kernel: str) -> Participant | Room | None:
        """For whom a kernel computes: a learner, or the facilitators of a room."""
        return next((right.of for right in list(self._given.values()) if right.kernel == kernel), None)

    def _of(self, token: str | None) -> Participant | Room | None:
        right = self._given.get(token or "")
        return None if right is None or self._ended(right) else right.of

    def _ended(self, right: _Right) -> bool:
        return right.kernel is not None and right.kernel not in self._running()


def _whose(of: Participant | Room) -> str:
    return f"room {of.code}" if isinstance(of, Room) else of.id
