"""Phones on bad networks, in figures: an outage with a killed server, acts that reach all, and a save on its way to the projector.

`make load` prints them beside their limits. Everything stays on this machine, and ends by itself within four minutes.
"""

import asyncio
import contextlib
import json
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.load.room import p95  # noqa: E402
from tests.running import TOKEN, ended, free_port, started  # noqa: E402

AWAY, OUTAGE, SOON, MOST = 500, 30.0, 10.0, 240.0
ACTS, SAVES, RETRY = 5, 60, 2.0
SLOW, BYTES, LOST = 0.8, 64_000 / 8, 0.05  # seconds there and back; bytes a second; calls that get no answer
OPENED = "role-of-state"


async def call(
    port: int, method: str, path: str, token: str = TOKEN, body: object = None
) -> tuple[int, dict]:
    """One request on a connection of its own. Raises OSError where nobody answers."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        data = b"" if body is None else json.dumps(body).encode()
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n"
        writer.write(
            f"{head}Content-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data
        )
        said = await reader.read()
        if not said:
            raise ConnectionResetError
        start, _, text = said.partition(b"\r\n\r\n")
        return int(start.split()[1]), json.loads(text) if text.startswith(b"{") else {}
    finally:
        writer.close()


class Phone:
    """A participant's page: it listens, comes back after two seconds as a browser does, and sends then what waits."""

    def __init__(self, port: int, path: str, token: str, link: bool = False):
        self.port, self.path, self.token, self.link = port, path, token, link
        self.heard: dict[str, float] = {}  # when it knew of each message
        self.typed: dict | None = None  # what is not saved yet
        self.saved_at, self.in_room, self.offline = 0.0, asyncio.Event(), False
        self.version, self.sending = 0, None
        self.chance = random.Random(token)

    async def live(self) -> None:
        while True:
            with contextlib.suppress(OSError):
                await self._listen()
            self.in_room.clear()
            await asyncio.sleep(RETRY)

    async def _listen(self) -> None:
        if self.offline:
            raise ConnectionError
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        try:
            writer.write(f"GET {self.path}/events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAuthorization: Bearer {self.token}\r\n\r\n".encode())  # fmt: skip
            while line := await reader.readline():
                if line.startswith(b'data: {"code"'):
                    if self.link:
                        await asyncio.sleep(SLOW / 2 + len(line) / BYTES)
                    self.heard.setdefault(json.loads(line[6:])["message"] or "", time.perf_counter())
                    self.in_room.set()
                    if self.typed and not self.sending:
                        self.sending = asyncio.create_task(self._send())
        finally:
            writer.close()

    async def _send(self) -> None:
        again = 1.0
        while self.typed:
            try:
                if self.link:
                    await asyncio.sleep(SLOW + len(json.dumps(self.typed)) / BYTES)
                    if self.chance.random() < LOST:
                        raise ConnectionError
                body = {"answer": self.typed, "version": self.version}
                status, told = await call(self.port, "PUT", f"{self.path}/answers/{OPENED}", self.token, body)
                if status == 200:
                    self.saved_at, self.version, self.typed = time.perf_counter(), told["version"], None
                    return
            except OSError:
                pass
            await asyncio.sleep(again)
            again *= 2


@dataclass
class Room:
    port: int
    path: str
    phones: list[Phone]

    async def act(self, **body: object) -> None:
        status, told = await call(self.port, "PUT", self.path, body=body)
        assert status == 200, told


async def room_of(port: int, people: int, link: bool = False) -> Room:
    """A room with so many phones in it, each of which listens."""
    _, made = await call(port, "POST", "/api/rooms", body={"title": "Load", "sessions": [1]})
    room = Room(port, f"/api/rooms/{made['code']}", [])
    await room.act(activities={OPENED: {"state": "open"}})
    few = asyncio.Semaphore(50)

    async def join() -> None:
        async with few:
            _, told = await call(port, "POST", f"{room.path}/participants", "", {})
        room.phones.append(Phone(port, room.path, told["token"], link))

    await asyncio.gather(*(join() for _ in range(people)))
    return room


async def listening(room: Room) -> list[asyncio.Task]:
    going = [asyncio.create_task(phone.live()) for phone in room.phones]
    await asyncio.gather(*(phone.in_room.wait() for phone in room.phones))
    return going


async def gone(tasks: list[asyncio.Task]) -> None:
    for one in tasks:
        one.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def acts(port: int, people: int) -> float:
    """The longest of some acts, in seconds, until the last phone knew."""
    room = await room_of(port, people)
    going = await listening(room)
    took = []
    for number in range(ACTS):
        text, begun = f"Act {number}", time.perf_counter()
        await room.act(message=text)
        while not all(text in phone.heard for phone in room.phones):
            await asyncio.sleep(0.005)
        took.append(max(phone.heard[text] for phone in room.phones) - begun)
        await asyncio.sleep(0.3)
    await gone(going)
    return max(took)


async def saves(port: int) -> float:
    """Milliseconds from a save until a projector has the new figures, as people save one after the other."""
    room = await room_of(port, 40)
    await room.act(activities={OPENED: {"results": "shown"}})
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**20)
    writer.write(f"GET {room.path}/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {TOKEN}\r\n\r\n".encode())  # fmt: skip
    waiting: dict[int, float] = {}
    took: list[float] = []

    async def project() -> None:
        name = b""
        while line := await reader.readline():
            if line.startswith(b"event: "):
                name = line
            elif line.startswith(b"data: ") and name == b"event: counts\n":
                known = list(waiting)
                status, _ = await call(port, "GET", f"{room.path}/activities/{OPENED}/summary?as=room")
                assert status == 200
                took.extend(time.perf_counter() - waiting.pop(one) for one in known)

    screen = asyncio.create_task(project())
    chance = random.Random(1)
    for number in range(SAVES):
        await asyncio.sleep(chance.uniform(0.05, 0.4))
        phone = room.phones[number % len(room.phones)]
        begun = time.perf_counter()
        body = {"answer": {"answers": {"reason": {"text": f"Because {number}"}}}, "version": phone.version}
        status, told = await call(port, "PUT", f"{room.path}/answers/{OPENED}", phone.token, body)
        assert status == 200, told
        phone.version, waiting[number] = told["version"], begun
    while waiting:
        await asyncio.sleep(0.01)
    await gone([screen])
    writer.close()
    return p95(took) * 1000


async def outage(home: Path, port: int, process: list) -> tuple[float, int]:
    """Of phones on a bad link the per cent that are current soon after an outage; and what of their writing is lost."""
    room = await room_of(port, AWAY, link=True)
    going = await listening(room)
    for number, phone in enumerate(room.phones):
        phone.offline = True
        phone.typed = {"answers": {"reason": {"text": f"Typed by {number} without a network"}}}
    process[0].kill()
    process[0].wait(20)
    await asyncio.sleep(OUTAGE)
    process[0] = await asyncio.to_thread(started, home, port)
    back = time.perf_counter()
    for phone in room.phones:
        phone.offline = False
    await room.act(message="Go on")
    while time.perf_counter() < back + 3 * SOON and not all(
        "Go on" in phone.heard and phone.saved_at for phone in room.phones
    ):
        await asyncio.sleep(0.05)
    current = [
        phone
        for phone in room.phones
        if phone.saved_at and max(phone.heard.get("Go on", back + 1e9), phone.saved_at) - back <= SOON
    ]
    lost = 0
    for number, phone in enumerate(room.phones):
        _, told = await call(port, "GET", f"{room.path}/answers/{OPENED}", phone.token)
        lost += f"Typed by {number} " not in json.dumps(told)
    await gone(going)
    return 100 * len(current) / AWAY, lost


async def measure(home: Path, port: int, process: list) -> list[tuple[str, float, str, bool]]:
    rows = []

    def row(what: str, figure: float, limit: str, holds: bool) -> None:
        rows.append((what, figure, limit, holds))

    figure = await saves(port)
    row("p95 from a save to the projector's figures, ms", figure, "< 300", figure < 300)
    for people, most in ((200, 1.0), (1000, 3.0)):
        figure = await acts(port, people)
        row(f"until an act has reached {people} phones, s", figure, f"< {most:g}", figure < most)
    current, lost = await outage(home, port, process)
    row(
        f"of {AWAY} phones current {SOON:g} s after {OUTAGE:g} s and a kill, %",
        current,
        ">= 99",
        current >= 99,
    )
    row("answers typed meanwhile that are lost", lost, "0", not lost)
    return rows


def main() -> int:
    port = free_port()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        process = [started(Path(folder), port)]
        try:
            rows = asyncio.run(asyncio.wait_for(measure(Path(folder), port, process), MOST))
        finally:
            ended(process[0])
    print(f"{'On 64 kbit/s, 800 ms and 5 % loss where phones are away':62}{'figure':>9}{'limit':>9}")
    for what, figure, limit, holds in rows:
        print(f"{what:62}{figure:9.2f}{limit:>9}{'' if holds else '  missed'}")
    print(f"({time.perf_counter() - begun:.0f} s)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
