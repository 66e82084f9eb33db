"""How fast a room goes for its people, as its facilitators are told: in counts that fade, and say little of few."""

from datetime import timedelta

from govcourse.kinds.access import SMALLEST, enough
from govcourse.server.payloads import Counts, Paced
from govcourse.store import Store
from govcourse.store.base import now

MINUTES = 5  # that a signal counts


def counts(store: Store, code: str) -> Counts:
    """Who is in, how many answered, and for how many it goes too fast or too slowly."""
    found: Counts = store.rooms.counts(code)  # type: ignore[assignment]
    return {**found, "pace": _paced(store.paces.counts(code, now() - timedelta(minutes=MINUTES)), found)}


def _paced(given: dict[str, int], found: Counts) -> Paced:
    """Of fewer than five no number; in a room of fewer than five nothing, since it would be known who they are."""
    some = enough(found["participants"])
    fast, slow = (given.get(one, 0) if some else 0 for one in ("fast", "slow"))
    return {
        "fast": fast if enough(fast) else 0,
        "slow": slow if enough(slow) else 0,
        "few": [name for name, n in (("fast", fast), ("slow", slow)) if 0 < n < SMALLEST],
        "minutes": MINUTES,
    }
