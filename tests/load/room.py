"""A room of 200 in load: joining, saving, hearing. `make load` prints what it measured; nothing here decides a test.

Everything stays on this machine, and ends by itself: a bounded number of requests in a bounded time.
"""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.running import TOKEN, free_port, server  # noqa: E402

PEOPLE, SAVES, PER_SECOND, STREAMS, IMPORTED = 200, 30, 100, 500, 5000
# Connections that save: a client with hundreds of requests in its queue is slower than the server that it measures.
SAVERS = 50
FACILITATOR = {"Authorization": f"Bearer {TOKEN}"}


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def listener(port: int) -> psutil.Process:
    """The process that listens on `port`."""
    found = [one.pid for one in psutil.net_connections("tcp") if one.laddr and one.laddr.port == port and one.status == "LISTEN"]  # fmt: skip
    return psutil.Process(found[0])


def memory(port: int) -> float:
    """MB that it holds."""
    return listener(port).memory_info().rss / 1e6


def used(port: int) -> float:
    """Seconds of processor that it and its children have used."""
    server = listener(port)
    return sum(sum(one.cpu_times()[:2]) for one in (server, *server.children(recursive=True)))


async def at_rest(port: int, most: float = 60) -> None:
    """Waits until the server has warmed what forks kernels, which takes one of two cores for some seconds."""
    end = time.perf_counter() + most
    before = used(port)
    while time.perf_counter() < end:
        await asyncio.sleep(1)
        if (now := used(port)) - before < 0.1:
            return
        before = now


async def join(client: httpx.AsyncClient, path: str) -> dict:
    answer = await client.post(f"{path}/participants", json={})
    answer.raise_for_status()
    return {"Authorization": f"Bearer {answer.json()['token']}"}


async def save_all(
    client: httpx.AsyncClient, path: str, people: list[dict], took: list[float], saves: int = SAVES
) -> None:
    """Each person saves SAVES times, one after the other as a browser does; PER_SECOND are due in a second, whether
    those of others are done or not. What a save took counts from when it was due."""
    begun = time.perf_counter()
    running, turns = [], [asyncio.Lock() for _ in people]

    async def save(number: int, version: int) -> None:
        answer = {"items": {f"leadership-{1 + version % 5}": {"value": 1 + version % 5}}}
        start = time.perf_counter()
        body = {"answer": answer, "version": version}
        async with turns[number]:
            done = await client.put(f"{path}/answers/dtca", json=body, headers=people[number])
        took.append(time.perf_counter() - start)
        done.raise_for_status()

    for version in range(saves):
        for number in range(len(people)):
            due = begun + (version * len(people) + number) / PER_SECOND
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            running.append(asyncio.create_task(save(number, version)))
    await asyncio.gather(*running)


async def listen(client: httpx.AsyncClient, path: str, headers: dict, heard, stop: asyncio.Event) -> None:
    """Reads a room's events until `stop`; `heard(name, data)` for each."""
    async with client.stream("GET", f"{path}/events", headers=headers) as answer:
        name = ""
        lines = answer.aiter_lines()
        while not stop.is_set():
            line = await anext(lines)
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                heard(name, json.loads(line.removeprefix("data: ")))


async def open_room(client: httpx.AsyncClient) -> str:
    """The path of a new room in which the assessment is open."""
    made = (await client.post("/api/rooms", json={"sessions": [1]}, headers=FACILITATOR)).json()
    path = f"/api/rooms/{made['code']}"
    await client.put(f"{path}/activities/dtca", json={"state": "open"}, headers=FACILITATOR)
    return path


async def join_and_save(address: str, count: int, saves: int) -> tuple[float, float]:
    """Seconds until `count` have joined a new room, and the 95th percentile (ms) of their saves."""
    limits = httpx.Limits(max_connections=SAVERS)
    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=60) as client:
        path = await open_room(client)
        start = time.perf_counter()
        people = await asyncio.gather(*(join(client, path) for _ in range(count)))
        seconds, took = time.perf_counter() - start, []
        client.cookies.clear()
        await save_all(client, path, people, took, saves)
        return seconds, p95(took) * 1000


async def take_over(client: httpx.AsyncClient) -> None:
    """A sheet of IMPORTED rows into a room of its own."""
    room = await open_room(client)
    rows = ["respondent," + ",".join(f"legal-{n}" for n in range(1, 6))]
    rows += [f"p{n}," + ",".join(str(1 + (n + k) % 5) for k in range(5)) for n in range(IMPORTED)]
    sheet = "\n".join(rows).encode()
    done = await client.post(f"{room}/import?name=s.csv&confirm=yes", content=sheet, headers=FACILITATOR)
    done.raise_for_status()
    assert done.json()["taken"]["new"] == IMPORTED, done.text


async def export(home: Path, code: str, environment: dict[str, str]) -> None:
    """A room as a file, as `govcourse room export` makes it, from the server's own store."""
    command = [
        sys.executable,
        "-m",
        "govcourse.cli",
        "room",
        "export",
        code,
        "--out",
        str(home / "room.json"),
    ]
    process = await asyncio.create_subprocess_exec(
        *command, env={**os.environ, "GOVCOURSE_HOME": str(home), **environment}
    )
    assert await process.wait() == 0


async def play(address: str, port: int, home: Path, environment: dict[str, str]) -> dict:
    await at_rest(port)
    found = {"memory at rest, MB": memory(port)}
    limits, savers = httpx.Limits(max_connections=STREAMS + 10), httpx.Limits(max_connections=SAVERS)
    async with (
        httpx.AsyncClient(base_url=address, limits=limits, timeout=60) as listeners,
        httpx.AsyncClient(base_url=address, limits=savers, timeout=60) as client,
    ):
        path = await open_room(client)

        start = time.perf_counter()
        people = await asyncio.gather(*(join(client, path) for _ in range(PEOPLE)))
        found[f"{PEOPLE} join, s"] = time.perf_counter() - start
        client.cookies.clear()

        seen, stop = [], asyncio.Event()
        desk = asyncio.create_task(listen(listeners, path, FACILITATOR, lambda name, data: seen.append((time.perf_counter(), name, data)), stop))  # fmt: skip
        took: list[float] = []
        start = time.perf_counter()
        await save_all(client, path, people, took)
        found[f"{len(took)} saves, s"] = time.perf_counter() - start
        found["p95 of a save, ms"] = p95(took) * 1000

        # The same while a report is made from these answers, IMPORTED rows are taken over elsewhere, and a room is exported.
        work = [
            asyncio.create_task(one)
            for one in (
                client.get(f"{path}/report.docx", headers=FACILITATOR),
                take_over(client),
                export(home, path.rsplit("/", 1)[1], environment),
            )
        ]
        during: list[float] = []
        again = [await join(client, path) for _ in range(PEOPLE)]
        client.cookies.clear()
        while not all(one.done() for one in work):
            await save_all(client, path, again, during, 3)
            again = [await join(client, path) for _ in range(PEOPLE)]
            client.cookies.clear()
        await asyncio.gather(*work)
        found[f"p95 of a save during a report, an import of {IMPORTED} rows and an export, ms"] = (
            p95(during) * 1000
        )

        # From save to the facilitator's screen: one save at a time, by somebody new each time.
        delays = []
        for _ in range(20):
            person = await join(client, path)
            client.cookies.clear()
            before = len(seen)
            start = time.perf_counter()
            await client.put(
                f"{path}/answers/dtca",
                json={"answer": {"targets": {"legal": 3}}, "version": 0},
                headers=person,
            )
            while not any(name == "counts" for _, name, _ in seen[before:]):
                await asyncio.sleep(0.01)
            delays.append(next(at for at, name, _ in seen[before:] if name == "counts") - start)
        found["p95 from save to the console, ms"] = p95(delays) * 1000

        base, opened = memory(port), [0]
        phones = [
            asyncio.create_task(listen(listeners, path, people[n % PEOPLE], lambda *_: opened.__setitem__(0, opened[0] + 1), stop))
            for n in range(STREAMS)
        ]  # fmt: skip
        while opened[0] < STREAMS:
            await asyncio.sleep(0.05)
        found[f"memory per open stream of {STREAMS}, kB"] = (memory(port) - base) / STREAMS * 1000
        start, opened[0] = time.perf_counter(), 0
        await client.put(path, json={"message": "Look here"}, headers=FACILITATOR)
        while opened[0] < STREAMS:
            await asyncio.sleep(0.005)
        found[f"until all {STREAMS} heard, ms"] = (time.perf_counter() - start) * 1000
        found["memory in the end, MB"] = memory(port)
        stop.set()
        for one in [desk, *phones]:
            one.cancel()
        await asyncio.gather(desk, *phones, return_exceptions=True)
    return found


def measure(**environment: str) -> dict:
    port = free_port()
    with (
        tempfile.TemporaryDirectory() as folder,
        server(Path(folder), port, computes=True, **environment) as address,
    ):
        return asyncio.run(asyncio.wait_for(play(address, port, Path(folder), environment), 180))


def stock_kernels(count: int) -> dict:
    """`count` people on stock Voila, a kernel each, and what that would be for PEOPLE: an extrapolation, by rule of three."""
    from urllib.request import urlopen

    from bench.run import stock_voila

    with tempfile.TemporaryDirectory() as folder, stock_voila(Path(folder)) as address:
        before = {one.pid for one in psutil.process_iter()}
        start = time.perf_counter()
        with ThreadPoolExecutor(count) as pool:
            list(pool.map(lambda _: urlopen(address, timeout=120).read(), range(count)))
        seconds = time.perf_counter() - start
        kernels = [one for one in psutil.process_iter(["cmdline"]) if one.pid not in before and "ipykernel_launcher" in " ".join(one.info["cmdline"] or [])]  # fmt: skip
        held = sum(one.memory_full_info().uss for one in kernels) / 1e6
    return {
        f"{count} pages with a kernel each, s": seconds,
        f"memory of {len(kernels)} kernels, MB": held,
        f"{PEOPLE} by extrapolation, s": seconds / count * PEOPLE,
        f"{PEOPLE} by extrapolation, MB": held / max(1, len(kernels)) * PEOPLE,
    }


def main() -> int:
    from tests.running import postgresql

    columns = {"SQLite": measure()}
    with tempfile.TemporaryDirectory() as folder, postgresql(Path(folder)) as url:
        columns["PostgreSQL"] = measure(GOVCOURSE_DATABASE=url)
    print(f"{'':44}" + "".join(f"{name:>14}" for name in columns))
    for row in columns["SQLite"]:
        print(f"{row:44}" + "".join(f"{column[row]:14.1f}" for column in columns.values()))
    print(
        f"\nThe same people on stock Voila, one button on the page; {PEOPLE} is not measured but extrapolated from 8:"
    )
    for row, value in stock_kernels(8).items():
        print(f"{row:44}{value:14.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
