"""`python -m tests.simulator`: as many room-hours as fit into ten minutes; with a seed, and hours, that one again."""

import sys
import time
from collections import Counter

from tests.simulator.judge import Broken
from tests.simulator.play import play

MOST, SECONDS = 10_000, 600


def main(given: list[str]) -> int:
    if given:
        seeds, hours = [int(given[0])], float(given[1]) if len(given) > 1 else 1.0
    else:
        first = int(time.time()) % 1_000_000_000
        seeds, hours = range(first, first + MOST), 1.0
    begun, played, thrown, lost = time.monotonic(), 0, Counter[str](), ""
    for seed in seeds:
        if time.monotonic() - begun > SECONDS:
            break
        try:
            thrown += play(seed, hours).thrown
        except Broken as broken:
            lost = str(broken)
            break
        played += 1
    print(f"{played * hours:g} room-hours in {time.monotonic() - begun:.0f} s, from seed {seeds[0]} on")
    print(table(thrown, lost))
    return 1 if lost else 0


def table(thrown: Counter[str], lost: str) -> str:
    """What was thrown at rooms, how often, and what was lost: a room in which anything is lost is the last one that is played."""
    lines = [f"{'thrown':40}{'times':>12}"]
    lines += [f"{what:40}{times:12,}" for what, times in sorted(thrown.items())]
    return "\n".join([*lines, f"{'lost':40}{lost or 'nothing':>12}"])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
