"""Hundreds of pages that compute, opened and closed in three ways: nothing of them may stay. `make load` runs it with 500."""

import asyncio
import contextlib
import re
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import psutil

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.running import course_that_computes, kernels, server  # noqa: E402

PAGES, AT_ONCE = 500, 8
POOL = (
    3 * 15
)  # files that the store may have open: its database, its log and their index for each connection of a full pool
KERNEL = re.compile(r'"kernelId": "([0-9a-f-]{36})"')


async def visit(client: httpx.AsyncClient, number: int) -> None:
    """A page that says good-bye, one that is cut off while it is sent, or one that is never heard of again."""
    cookie = (await client.get("/sessions/1")).headers["set-cookie"].partition(";")[0]
    client.cookies.clear()
    text = ""
    async with client.stream("GET", "/sessions/1/compute", headers={"Cookie": cookie}) as page:
        async for piece in page.aiter_text():
            text += piece
            if number % 3 == 1 and KERNEL.search(text):
                return
    if number % 3 == 0:
        gone = f"/voila/api/shutdown/{KERNEL.search(text)[1]}"
        origin = str(client.base_url).rstrip("/")
        (await client.post(gone, headers={"Origin": origin, "Cookie": cookie})).raise_for_status()


def visit_all(address: str, count: int) -> None:
    with ThreadPoolExecutor(1) as alone:  # a loop of its own: a browser test may hold this thread's
        alone.submit(asyncio.run, _visit_all(address, count)).result()


async def _visit_all(address: str, count: int) -> None:
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(client: httpx.AsyncClient, number: int) -> None:
        async with turn:
            await visit(client, number)

    async with httpx.AsyncClient(base_url=address, timeout=120) as client:
        await asyncio.gather(*(one(client, number) for number in range(count)))


def left(root: psutil.Process) -> dict[str, int]:
    """Kernels, zombies and open files of a server and its children; apart from them those of the store.

    Its pool of connections grows with use, whoever uses it, and has a limit of its own.
    """
    found = {"kernels": len(kernels(root)), "zombies": 0, "files": 0, "store": 0}
    for one in (root, *root.children(recursive=True)):
        with contextlib.suppress(psutil.NoSuchProcess):  # it ends while we look
            found["zombies"] += one.status() == psutil.STATUS_ZOMBIE
            stored = sum(Path(file.path).name.startswith("course.db") for file in one.open_files())
            found["store"] += stored
            found["files"] += one.num_fds() - stored
    return found


def settled(
    root: psutil.Process, wanted: dict[str, int] | None = None, seconds: float = 60
) -> dict[str, int]:
    """What is left once no kernel runs, and no more files than in `wanted` are open; or after `seconds`."""
    end = time.monotonic() + seconds
    while True:
        found = left(root)
        if not found["kernels"] and (wanted is None or found["files"] <= wanted["files"]):
            return found
        if time.monotonic() > end:
            return found
        time.sleep(0.2)


def measure(count: int) -> tuple[dict[str, int], dict[str, int], float]:
    """What was left after AT_ONCE pages, after `count` more, and the seconds that these took."""
    with (
        tempfile.TemporaryDirectory() as folder,
        server(
            Path(folder) / "home",
            computes=True,
            GOVCOURSE_KERNELS="400",
            GOVCOURSE_ROOT=str(course_that_computes(Path(folder), "1 + 1")),
        ) as address,
    ):
        port = int(address.rsplit(":", 1)[1])
        pid = next(one.pid for one in psutil.net_connections("tcp") if one.status == "LISTEN" and one.laddr.port == port)  # fmt: skip
        root = psutil.Process(pid)
        visit_all(address, AT_ONCE)
        before = settled(root)
        start = time.perf_counter()
        visit_all(address, count)
        seconds = time.perf_counter() - start
        return before, settled(root, before), seconds


if __name__ == "__main__":
    before, after, seconds = measure(PAGES)
    print(f"{PAGES} pages in {seconds:.0f} s, opened and closed in three ways")
    print(f"{'left':10}{'before':>8}{'after':>8}")
    for what in before:
        print(f"{what:10}{before[what]:8}{after[what]:8}")
    raise SystemExit(
        after["kernels"] or after["zombies"] or after["files"] > before["files"] or after["store"] > POOL
    )
