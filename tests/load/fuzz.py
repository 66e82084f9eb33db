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
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import httpx

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from govcourse import content  # noqa: E402

from tests.load.patterns import example  # noqa: E402
from tests.running import TOKEN, server  # noqa: E402

CALLS, SECONDS, AT_ONCE = 20_000, 900, 4
WAIT, WORK = (
    60.0,
    180.0,
)  # seconds; what is not answered by then hangs, and what makes a document, a class or a kernel
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
STRANGE = ("PATCH", "OPTIONS", "HEAD", "TRACE", "BREW", "get", "CONNECT", "GET", "POST", "PUT", "DELETE")
FIELDS = (
    "answer version name title sessions state results timer activities count anew member have resume_code seed "
    "session step look break message status presents work order screen country date language teams expected keep "
    "hidden approved pinned merged grouped extras review opened moderate texts token key leave forget code"
).split()
VALUES: list[object] = [
    None, True, 0, -1, 1.5, 2**31, 2**63, 2**64, 10**400, float("nan"), float("inf"), "", "x", "open", "shown", "closed",
    "\0", "\ud83d", "\udc00x", "￾", "x" * 20_000, [], [[]], [None], ["\ud800"], {}, {"": None}, {"\ud83d": "\ud83d"},
    {"items": {"legal-6": {"value": 2, "comment": "\x0b\x01"}}}, {"notes": [{"id": "a", "text": "\ud83d", "x": 1e308}]},
    {"state": "open"}, [1, 4], 3, "dtca", {"dtca": {"state": "open", "timer": 5}}, {"dtca": {"merged": {"a": "b", "b": "a"}}},
]  # fmt: skip


Table = dict[str, list[str]]  # the methods that are answered, by pattern
ROOM = re.compile(r"(/(?:rooms|room|join|facilitator)/)[^/]+")
ACTIVITY = re.compile(r"(/(?:answers|exercises|activities|documents|work|reviews|frames|charts)/)[^/.]+")


@dataclass
class Call:
    """What is sent; `thrown` are the names of the mutations in it."""

    pattern: str
    method: str
    path: str
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""
    length: str | None = None
    thrown: list[str] = field(default_factory=list)

    def sent(self) -> bytes:
        given = [*self.headers]
        if self.body or self.method in ("POST", "PUT"):
            given.append(("Content-Length", self.length or str(len(self.body))))
        lines = [
            f"{self.method} {self.path} HTTP/1.1",
            *(f"{name}: {value}" for name, value in given),
            "Connection: close",
        ]
        return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogatepass") + self.body

    def __str__(self) -> str:
        return f"{self.sent()[:600]!r} ({', '.join(self.thrown) or 'as it should be'})"


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


def anywhere(call: Call, chance: random.Random, bits: list[str]) -> None:
    """Puts one of `bits` into the path."""
    steps = call.path.split("/")
    place = chance.randrange(1, len(steps)) if len(steps) > 1 else 0
    where = chance.choice(("before", "after", "instead"))
    bit = chance.choice(bits)
    steps[place] = {"before": bit + steps[place], "after": steps[place] + bit, "instead": bit}[where]
    call.path = "/".join(steps) or "/"


def header(name: str, *values: str) -> Callable[[Call, random.Random], None]:
    def put(call: Call, chance: random.Random) -> None:
        call.headers = [one for one in call.headers if one[0] != name] + [(name, chance.choice(values))]

    return put


def body(*values: bytes) -> Callable[[Call, random.Random], None]:
    def put(call: Call, chance: random.Random) -> None:
        call.body = chance.choice(values)

    return put


def another_method(call: Call, chance: random.Random) -> None:
    call.method = chance.choice(STRANGE)


def broken_json(call: Call, chance: random.Random) -> None:
    place = chance.randrange(len(call.body) + 1)
    call.body = call.body[:place] + chance.choice((b'"', b"{", b"\\ud83d", b"\xff", b"\0", b",,"))


def fields_twice(call: Call, chance: random.Random) -> None:
    call.body = b'{"answer": {}, "answer": [], "version": 0, "version": "0", "name": "a", "name": null}'


def query(call: Call, chance: random.Random) -> None:
    value = chance.choice(
        ["%00", "%ED%A0%BD", "%", "%zz", "x" * 3000, "../../etc/passwd", "", "%F0%9F", "a[]=1"]
    )
    name = chance.choice(
        ["language", "token", "key", "room", "code", "name", "as", "country", "%00", "v", "method"]
    )
    call.path += f"{'&' if '?' in call.path else '?'}{name}={value}&{name}={value}"


def form(call: Call, chance: random.Random) -> None:
    kind = chance.choice(
        ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data"]
    )
    header("Content-Type", kind)(call, chance)
    value = chance.choice(["%00", "%ED%A0%BD", "%", quote("x" * 500), "1", "AAAAAA"])
    call.body = "&".join(f"{name}={value}" for name in chance.sample(FIELDS, 5)).encode()
    if kind.startswith("multipart"):
        call.body = (
            b'--x\r\nContent-Disposition: form-data; name="code"\r\n\r\n\xff\0\r\n--x'
            + chance.choice((b"--\r\n", b""))
        )


def wrong_length(call: Call, chance: random.Random) -> None:
    call.length = chance.choice(["-1", "x", str(max(0, len(call.body) - 3)), "9" * 30, "1_0", "٣", "1, 1"])


def upgraded(call: Call, chance: random.Random) -> None:
    call.headers += [
        ("Upgrade", "websocket"),
        ("Connection", "Upgrade"),
        ("Sec-WebSocket-Key", chance.choice(["dGhlIHNhbXBsZSBub25jZQ==", "x", ""])),
        ("Sec-WebSocket-Version", chance.choice(["13", "8", "x"])),
    ]


DEEP = 100_000
CUT_OFF = {"a wrong length", "another encoding"}
MUTATIONS: dict[str, Callable[[Call, random.Random], None]] = {
    "another method": another_method,
    "a null character in the address": lambda call, chance: anywhere(call, chance, ["%00", "%00.js", "\0"]),
    "half a pair in the address": lambda call, chance: anywhere(call, chance, ["%ED%A0%BD", "%ED%B0%80", "\ud83d"]),
    "what is no text in the address": lambda call, chance: anywhere(call, chance, ["%ff", "%", "%zz", "é", "%F0%9F", "%0d%0aX: y", "%25"]),
    "folders above": lambda call, chance: anywhere(call, chance, ["..", "%2e%2e", "..%2f..%2fetc", "//", ".", "\\..\\"]),
    "a long address": lambda call, chance: anywhere(call, chance, ["x" * 300, "A" * 8_000, "%41" * 5_000, "9" * 5_000]),
    "strange parameters": query,
    "a bad origin": header("Origin", "http://[", "null", "https://elsewhere.example", "http://", "\xff", "http://a:b:c"),
    "a bad cookie": header("Cookie", "govcourse_learner=\x01", "=;=;", "govcourse_token", 'govcourse_learner="\\xff', "a=b; " * 500, "govcourse_learner=%ED%A0%BD", "govcourse_learner=é", "_xsrf=2|x|y|z"),
    "a bad right": header("Authorization", "Bearer", "Bearer \xff", "Basic Og==", "Bearer é", "Bearer " + "x" * 5_000, "token x", "Bearer a b"),
    "no body": body(b""),
    "a body that is no object": body(b"[]", b"null", b"1", b'"x"', b"NaN", b"\xef\xbb\xbf{}", b" "),
    "broken JSON": broken_json,
    "deep JSON": body(b'{"answer": ' + b"[" * DEEP + b"]" * DEEP + b"}", b'{"a":' * 5_000 + b"1" + b"}" * 5_000),
    "a field twice": fields_twice,
    "a version that cannot be": body(*(f'{{"answer": {{}}, "version": {one}}}'.encode() for one in ("9223372036854775808", "2147483648", "-1", "1e400", "1.0", "true", '"0"', "null"))),
    "half a pair in the body": body(b'{"name": "\\ud83d", "title": "\\udc00", "answer": {"notes": [{"id": "\\ud83d", "text": "\\ud800"}]}, "version": 0}'),
    "a null character in the body": body(b'{"name": "\\u0000", "answer": {"items": {"\\u0000": {}}}, "version": 0, "message": "\\u0000\\uffff"}'),
    "a long text": body(b'{"name": "' + b"x" * 200_000 + b'"}', b"x" * 1_100_000),
    "another type": header("Content-Type", "text/plain", "application/json; charset=utf-7", "", "application/xml", "\xff", "image/svg+xml"),
    "a form": form,
    "a wrong length": wrong_length,
    "a part of a file": header("Range", "bytes=0-", "bytes=-1", "bytes=5-2", "bytes=999999999-", "x", "bytes=a-b", "bytes=0-0,2-3"),
    "a date that there is not": header("If-Modified-Since", "x", "Thu, 32 Foo 2026 99:99:99 GMT", "0", "Mon, 01 Jan 0001 00:00:00 GMT"),
    "a tag that there is not": header("If-None-Match", "*", '"', "W/", 'W/"x", "', "\xff"),
    "another host": header("Host", "", "[", "elsewhere.example", "a:b", "127.0.0.1:99999", "\xff"),
    "a forged address": header("X-Forwarded-For", "", "x", "1.2.3.4, 5.6.7.8", "::1%x", "999.1.1.1", "\xff"),
    "another protocol in front": header("X-Forwarded-Proto", "https", "javascript", "", "https, http"),
    "a socket": upgraded,
    "a header twice": lambda call, chance: call.headers.extend([("Content-Type", "text/plain"), ("Cookie", "a=b"), ("Origin", "null")]),
    "another encoding": header("Transfer-Encoding", "chunked", "gzip", "identity"),
}  # fmt: skip


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
