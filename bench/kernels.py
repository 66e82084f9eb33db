"""Many people who open a page at once, and what each of them costs: ours against stock Voila's one button, in turns."""

import os
import statistics
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import psutil

from tests.running import kernels

AT_ONCE, ROUNDS = 16, 3


def at_once(url: str, count: int = AT_ONCE) -> tuple[float, float, float]:
    """Seconds until `count` pages that are asked for together are whole; USS and PSS (MB) of their kernels, each."""
    root = psutil.Process(os.getpid())
    before = {one.pid for one in kernels(root)}
    start = time.perf_counter()
    with ThreadPoolExecutor(count) as pool:
        list(pool.map(lambda _: urllib.request.urlopen(url, timeout=300).read(), range(count)))
    seconds = time.perf_counter() - start
    mine = [one for one in kernels(root) if one.pid not in before]
    memory = [one.memory_full_info() for one in mine]
    held = (
        [statistics.fmean(getattr(one, name) for one in memory) / 1e6 for name in ("uss", "pss")]
        if memory
        else [0.0, 0.0]
    )
    return seconds, *held


def measure(ours, stock) -> dict[str, tuple[float, float]]:
    """Medians of (ours, stock) for the seconds of AT_ONCE pages and the memory of a kernel.

    `ours` and `stock` start a server and give the page's address: a new one for each round, with all its kernels.
    """
    rounds = []
    for _ in range(ROUNDS):
        pair = []
        for start in (ours, stock):
            with start() as url:
                pair.append(at_once(url))
        rounds.append(pair)
    return {
        name: tuple(statistics.median(pair[side][place] for pair in rounds) for side in (0, 1))
        for place, name in enumerate(("seconds", "uss", "pss"))
    }
