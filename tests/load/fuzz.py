"""Mutated calls over all addresses of a real server, Voila's and Jupyter's too: none may be answered 5xx, none may hang.

`make load` throws 20,000; `python tests/load/fuzz.py SEED [CALLS]` throws the same again. Everything stays on this machine.
"""

import json
import random
import re
import socket
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from govcourse import content  # noqa: E402

from tests.load.mutations import CUT_OFF, FIELDS, MUTATIONS, VALUES, Call  # noqa: E402
from tests.load.patterns import example  # noqa: E402
from tests.running import TOKEN, server  # noqa: E402

CALLS, SECONDS, AT_ONCE = 20_000, 900, 4
# Seconds; what is not answered by then hangs, and what makes a document, a class or a kernel.
WAIT, WORK = 60.0, 180.0
HEAVY = re.compile(r"report\\\.|rehearsal|documents/|charts|import|compute|voila/render")
ANEW = 250  # calls after which there is a new room, as some of them delete it
STREAMS = (b"text/event-stream", b"101 Switching")  # what has no end
# Writes the server's own table of addresses where the calls are made from.
TELL = """
import json
from pathlib import Path
from govcourse.server import routes
from tornado.web import RequestHandler
made = routes.handlers
def methods(handler):
    names = [one for one in ("get", "post", "put", "delete") if getattr(handler, one) is not getattr(RequestHandler, one)]
    return [one.upper() for one in names] or ["GET"]
def handlers(*given):
    found = made(*given)
    Path({path!r}).write_text(json.dumps({{one[0]: methods(one[1]) for one in found}}))
    return found
routes.handlers = handlers
"""
Table = dict[str, list[str]]  # the methods that are answered, by pattern
ROOM = re.compile(r"(/(?:rooms|room|join|facilitator)/)[^/]+")
ACTIVITY = re.compile(r"(/(?:answers|exercises|activities|documents|work|reviews|frames|charts)/)[^/.]+")


class World:
    """A room with work in it, and all who have a right somewhere."""

    def __init__(self, address: str):
        self.host = address.removeprefix("http://")
        right = {"Authorization": f"Bearer {TOKEN}"}
        own = {
            "X-Forwarded-For": f"10.{'.'.join(str(random.randrange(256)) for _ in range(3))}"
        }  # that missed nothing
        with httpx.Client(base_url=address, timeout=60, headers=own) as client:
            made = client.post("/api/rooms", json={"title": "Cohort", "sessions": [1, 4]}, headers=right)
            made.raise_for_status()
            self.code = made.json()["code"]
            key = made.json()["facilitator_url"].split("key=")[1]
            path = f"/api/rooms/{self.code}"
            open = {"activities": {"dtca": {"state": "open", "results": "shown"}}}
            client.put(path, json=open, headers=right).raise_for_status()
            client.post(f"{path}/teams", json={"count": 2}, headers=right).raise_for_status()
            team = client.get(f"{path}/teams", headers=right).json()["teams"][0]["id"]
            person = client.post(f"{path}/participants", json={"name": "Ann"}).json()
            client.cookies.clear()
            learner = client.get("/sessions/2").headers["set-cookie"].partition(";")[0]
        self.roles: list[list[tuple[str, str]]] = [
            [],
            [("Authorization", f"Bearer {TOKEN}")],
            [("Authorization", f"Bearer {key}")],
            [("Authorization", f"Bearer {person['token']}")],
            [("Cookie", learner)],
            [("Cookie", f"govcourse_facilitator_{self.code}={key}; govcourse_token={TOKEN}")],
            [("Cookie", f"govcourse_room_{self.code}={person['token']}")],
        ]
        # What parts of addresses may be, when they are what they should.
        self.activities = ["dtca", *content.activity_ids()]
        self.known = [
            self.code,
            "dtca",
            team,
            person["participant"],
            "docx",
            "pdf",
            "1",
            "home.js",
            "page.css",
        ]


def thrown(seed: int, number: int, table: Table, world: World, light: bool = False) -> Call:
    """The call of this number; the same seed and number give the same. Those that are `light` have no right to heavy work."""
    chance = random.Random(f"{seed} {number}")
    pattern = chance.choice(list(table))
    call = Call(pattern, chance.choice(table[pattern]), example(pattern, chance, world.known))
    for place, right in ((ROOM, [world.code]), (ACTIVITY, world.activities)):
        if chance.random() < 0.8:
            call.path = place.sub(lambda found, given=chance.choice(right): found[1] + given, call.path)
    call.headers = [("Host", world.host), *chance.choice(world.roles * 2 + world.roles[1:3] * 2)]
    if light and HEAVY.search(pattern):
        del call.headers[1:]
    # Whoever misses codes waits, by address: each call comes from another one.
    call.headers.append(("X-Forwarded-For", ".".join(str(chance.randrange(1, 255)) for _ in range(4))))
    if call.method in ("POST", "PUT"):
        some = {name: chance.choice(VALUES) for name in chance.sample(FIELDS, chance.randrange(6))}
        call.body = json.dumps(some).encode()
        call.headers.append(("Content-Type", "application/json"))
    if chance.random() < 0.3:
        query = chance.sample(["language=fr", f"room={world.code}", "as=room", "confirm=yes", "name=s.csv", "country=KEN", "dir=rtl"], 2)  # fmt: skip
        call.path += "?" + "&".join(query)
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
        name = chance.choice(list(MUTATIONS))
        MUTATIONS[name](call, chance)
        call.thrown.append(name)
    return call


def whole(got: bytes, method: str) -> bool:
    """Whether all of an answer is here; of what has no end, its head."""
    head, between, said = got.partition(b"\r\n\r\n")
    if not between:
        return False
    if method == "HEAD" or any(one in head for one in STREAMS) or re.match(rb"HTTP/1.1 (1|204|304)", head):
        return True
    if length := re.search(rb"(?i)\r\nContent-Length: (\d+)", head):
        return len(said) >= int(length[1])
    return said.endswith(b"0\r\n\r\n")


def answer(call: Call, host: str) -> tuple[str, bytes]:
    """The status that came back, "ended" for a connection that was closed without one or "hung"; and what was said."""
    name, _, port = host.partition(":")
    got = b""
    try:
        wait = WORK if HEAVY.search(call.pattern) else WAIT
        with socket.create_connection((name, int(port)), timeout=wait) as connection:
            connection.sendall(call.sent())
            if CUT_OFF.intersection(
                call.thrown
            ):  # the server waits for the rest, as it should: there is none
                connection.shutdown(socket.SHUT_WR)
            end = time.monotonic() + wait
            while piece := connection.recv(1 << 16):
                got += piece
                if whole(got, call.method):
                    break
                if time.monotonic() > end:
                    return "hung", got
    except TimeoutError:
        return "hung", got
    except OSError:  # it was closed while we still sent
        pass
    found = re.match(rb"HTTP/1\.1 (\d{3})", got)
    return (found[1].decode() if found else "ended"), got


@dataclass
class Found:
    """What came back: counts by what was thrown, and the calls that were answered 5xx or not at all."""

    calls: int = 0
    seconds: float = 0.0
    by_thrown: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[tuple[Call, str, bytes]] = field(default_factory=list)
    addresses: int = 0
    tracebacks: int = 0

    def add(self, call: Call, status: str, said: bytes) -> None:
        self.calls += 1
        kind = status if status in ("hung", "ended") else f"{status[0]}xx"
        for name in call.thrown or ["nothing"]:
            self.by_thrown[name][kind] += 1
        if kind in ("hung", "5xx"):
            self.wrong.append((call, status, said))

    def table(self) -> str:
        columns = ["2xx", "3xx", "4xx", "5xx", "1xx", "ended", "hung"]
        lines = [f"{'thrown':36}{'times':>7}" + "".join(f"{one:>7}" for one in columns)]
        for name, counts in sorted(self.by_thrown.items()):
            lines.append(f"{name:36}{counts.total():7}" + "".join(f"{counts[one]:7}" for one in columns))
        return "\n".join(lines)


@contextmanager
def thrown_at(folder: Path) -> Iterator[tuple[str, Table]]:
    """A server, and the table of all of its addresses. One proxy is trusted, so that calls come from many addresses."""
    table = folder / "routes.json"
    with server(folder / "home", before=TELL.format(path=str(table)), GOVCOURSE_PROXY="1") as address:
        yield address, json.loads(table.read_text())


def fuzz(seed: int, calls: int, folder: Path, seconds: float = SECONDS, light: bool = False) -> Found:
    found, begun = Found(), time.monotonic()
    with thrown_at(folder) as (address, known), ThreadPoolExecutor(AT_ONCE) as pool:
        found.addresses = len(known)
        for first in range(0, calls, ANEW):
            if time.monotonic() - begun > seconds:
                break
            world = World(address)
            made = [
                thrown(seed, number, known, world, light) for number in range(first, min(calls, first + ANEW))
            ]
            for call, came in zip(made, pool.map(answer, made, [world.host] * len(made)), strict=True):
                found.add(call, *came)
        assert httpx.get(f"{address}/health", timeout=60).status_code == 200
    found.seconds = time.monotonic() - begun
    found.tracebacks = (folder / "home" / "server.log").read_text(errors="replace").count("Traceback (most")
    return found


def main() -> int:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.SystemRandom().randrange(1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        found = fuzz(seed, int(sys.argv[2]) if len(sys.argv) > 2 else CALLS, Path(folder))
    print(f"{found.calls} calls at {found.addresses} addresses in {found.seconds:.0f} s, seed {seed}")
    print(found.table())
    print(f"{found.tracebacks} tracebacks in the log; {len(found.wrong)} answers of 5xx or none")
    for call, status, said in found.wrong[:40]:
        print(f"\n{status} {call.pattern}\n  {call}\n  {said[-300:]!r}")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
