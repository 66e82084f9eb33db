"""How summaries and exports grow with the number of answers: seconds for 10² … 10⁶, and the exponent."""

import math
import random
import tempfile
import time
from pathlib import Path

from govcourse import content, kinds

COUNTS = [10**n for n in range(2, 7)]
STORED = [10**n for n in range(2, 6)]  # answers in a store, for the export of a room
STATEMENTS = 30


def exponent(times: dict[int, float]) -> float:
    """The slope of seconds over counts, both as logarithms, from 1,000 answers on: 1 is linear."""
    points = [(math.log(n), math.log(seconds)) for n, seconds in times.items() if n >= 1000]
    x, y = (sum(column) / len(points) for column in zip(*points, strict=True))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def seconds(work) -> float:
    """The best of three: what the work itself takes."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def summaries() -> dict[str, dict[int, float]]:
    """Seconds per number of answers: of a poll (an answer each), and of the assessment (STATEMENTS answers each)."""
    chance = random.Random(1)
    poll = [{"answers": {"encourage": {"chosen": [chance.choice(["yes", "no"])]}}} for _ in range(COUNTS[-1])]
    found = {"poll": {n: seconds(lambda n=n: kinds.figures("risk-poll", poll[:n])) for n in COUNTS}}
    ids = [one.id for part in content.instrument().dimensions for one in part.statements]
    steps = [{"value": step} for step in range(1, 6)] + [{"dont_know": True}]
    people = [{"items": {id: chance.choice(steps) for id in ids}} for _ in range(COUNTS[-1] // STATEMENTS)]
    found["assessment"] = {
        n: seconds(lambda n=n: kinds.figures("dtca", people[: max(5, n // STATEMENTS)])) for n in COUNTS
    }
    return found


def exports() -> dict[int, float]:
    """Seconds to write a room's archive, per number of answers in it."""
    from govcourse.store import archive, open_store, tables
    from govcourse.store.base import now

    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in STORED:
            store = open_store(f"sqlite:///{Path(folder) / f'{count}.db'}")
            room, _ = store.rooms.add("Growth", [1])
            who = [
                {"id": f"p{n}", "room": room.code, "name": "", "resume_code": f"r{n}", "created": now()}
                for n in range(count)
            ]
            rows = [
                {"participant": one["id"], "activity": "risk-poll", "version": 1, "changed": now(), "document": {"answers": {"encourage": {"chosen": ["yes"]}}}}
                for one in who
            ]  # fmt: skip
            with store.database.engine.begin() as connection:
                connection.execute(tables.participants.insert(), who)
                connection.execute(tables.answers.insert(), rows)
            found[count] = seconds(lambda store=store, code=room.code: archive.export(store, code))
            store.close()
    return found
