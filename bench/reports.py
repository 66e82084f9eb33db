"""How long the report of 200 people takes, in a process of its own as the server makes it, and a batch on all cores."""

import csv
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PEOPLE, BATCH = 200, 20


def fill(people: int, rooms: int = 1) -> list[str]:
    """Rooms of `people` in the store of GOVCOURSE_HOME; their codes."""
    from govcourse.store import open_store, tables

    from tests.documents.conftest import answers_of

    store, codes, answers = open_store(), [], answers_of(people)
    from govcourse.store.base import now

    for number in range(rooms):
        room, _ = store.rooms.add(f"Cohort {number}", [1, 2, 3, 4, 5])
        who = [store.people.add(room.code).id for _ in range(people)]
        rows = [
            {"participant": person, "activity": id, "document": answer, "version": 1, "changed": now()}
            for id, some in answers.items() for person, answer in zip(who, some, strict=False)
        ]  # fmt: skip
        with store.database.engine.begin() as connection:
            connection.execute(tables.answers.insert(), rows)
        codes.append(room.code)
    store.close()
    return codes


def measure() -> dict[str, float]:
    """Seconds of a report as DOCX and as PDF, most memory (MB), and how much faster two processes make a batch."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "GOVCOURSE_HOME": folder, "PYTHONPATH": str(ROOT)}
        os.environ["GOVCOURSE_HOME"] = folder
        (code,) = fill(PEOPLE)
        for format in ("docx", "pdf"):
            work = f"from govcourse import reports; reports.room_report(reports.default_url(), {code!r}, {format!r}, 'en')"
            start = time.perf_counter()
            made = subprocess.Popen([sys.executable, "-c", work], env=environment)
            _, status, used = os.wait4(made.pid, 0)
            if status:
                raise RuntimeError(f"no report as {format}")
            found[format] = time.perf_counter() - start
            found["memory"] = max(found.get("memory", 0), used.ru_maxrss / 1000)
        rows = Path(folder) / "rooms.csv"
        with rows.open("w", newline="") as file:
            csv.writer(file).writerows([["room", "formats"], *([one, "docx"] for one in fill(20, BATCH))])
        for workers in (1, 2):
            start = time.perf_counter()
            command = [sys.executable, "-m", "govcourse.cli", "report", "batch", str(rows)]
            out = ["--out", f"{folder}/out{workers}", "--workers", str(workers)]
            subprocess.run([*command, *out], check=True, env=environment, capture_output=True)
            found[f"batch{workers}"] = time.perf_counter() - start
    return found
