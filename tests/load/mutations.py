"""What is thrown at the server: calls, and what is wrong with them."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import quote

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
