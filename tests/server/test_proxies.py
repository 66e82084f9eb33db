"""The examples of proxies, run by the real programs: whatever a visitor writes into headers, the server knows who asks.

Debian has them: apt-get install nginx caddy haproxy.
"""

import http.server
import os
import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx
import pytest
from govcourse import content
from govcourse.server.connections import forwarded
from tornado.httputil import HTTPHeaders

from tests.running import free_port, server
from tests.server.conftest import FACILITATOR

HOST, OURS = "course.example.org", "https://course.example.org"
# Each is named by what a server, or a library below it, may believe somewhere.
FORGED = {
    "X-Forwarded-For": "198.51.100.7",
    "X-Real-Ip": "198.51.100.7",
    "Forwarded": "for=198.51.100.7;proto=http;host=evil.example",
    "X-Forwarded-Proto": "http",
    "X-Forwarded-Host": "evil.example",
    "X-Scheme": "http",
}
pytestmark = [
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore:ssl.TLSVersion:DeprecationWarning"),  # old ones are what is tried
]


def program(name: str) -> str:
    if not (found := shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")):
        pytest.skip(f"{name} is not installed: apt-get install {name}")
    return found


def example(name: str, *changed: tuple[str, str]) -> str:
    """An example with what its own place is put in; each part is there."""
    text = (content.root() / "deploy" / name).read_text()
    for what, instead in changed:
        assert what in text, what
        text = text.replace(what, instead)
    return text


def nginx(folder: Path, port: int, behind: int, plain: int) -> list[str]:
    inner = example("nginx.conf", ("listen 443", f"listen 127.0.0.1:{port}"), ("listen 80", f"listen 127.0.0.1:{plain}"), ("127.0.0.1:8866", f"127.0.0.1:{behind}"),
                    ("/etc/ssl/course.pem", f"{folder}/course.pem"), ("/etc/ssl/course.key", f"{folder}/course.pem"))  # fmt: skip
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    own = f"daemon off; pid {folder}/nginx.pid; error_log stderr; events {{}}"
    (folder / "nginx.conf").write_text(f"{own} http {{ access_log off; {places}\n{inner}\n}}")
    return [program("nginx"), "-c", f"{folder}/nginx.conf"]


def caddy(folder: Path, port: int, behind: int, plain: int) -> list[str]:
    own = f"https://{HOST}:{port} {{\n\tbind 127.0.0.1\n\ttls {folder}/course.pem {folder}/course.pem\n"
    http = f"http://{HOST}:{plain} {{\n\tbind 127.0.0.1\n"
    inner = example(
        "Caddyfile",
        (f"http://{HOST} {{\n", http),
        (f"{HOST} {{\n", own),
        ("127.0.0.1:8866", f"127.0.0.1:{behind}"),
    )
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{inner}")
    return [program("caddy"), "run", "--adapter", "caddyfile", "--config", f"{folder}/Caddyfile"]


def haproxy(folder: Path, port: int, behind: int, plain: int) -> list[str]:
    text = example("haproxy.cfg", ("bind :443", f"bind 127.0.0.1:{port}"), ("bind :80", f"bind 127.0.0.1:{plain}"), ("127.0.0.1:8866", f"127.0.0.1:{behind}"),
                   ("/etc/ssl/course.pem", f"{folder}/course.pem"))  # fmt: skip
    (folder / "haproxy.cfg").write_text(text)
    return [program("haproxy"), "-db", "-f", f"{folder}/haproxy.cfg"]


PROXIES = {"nginx": nginx, "caddy": caddy, "haproxy": haproxy}


@contextmanager
def proxy(name: str, folder: Path, behind: int, plain: int | None = None):
    """The port of a proxy before the port `behind`, which listens without TLS at `plain`; it ends with the block."""
    port = free_port()
    pem = folder / "course.pem"
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]  # fmt: skip
    where = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}", "-keyout", key, "-out", certificate]  # fmt: skip
    command = PROXIES[name](folder, port, behind, plain or free_port())
    subprocess.run([*make, *where], check=True, capture_output=True)
    pem.write_bytes(key.read_bytes() + certificate.read_bytes())
    log = folder / "proxy.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out, env=os.environ | {"HOME": str(folder)})
        try:
            end = time.monotonic() + 30
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    assert process.poll() is None and time.monotonic() < end, log.read_text()[-2000:]
                    time.sleep(0.05)
            yield port
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Recorder(http.server.BaseHTTPRequestHandler):
    """What stands behind a proxy: it answers all, and notes what came."""

    protocol_version = "HTTP/1.1"

    def __init__(self, heard: list, *given):
        self.heard = heard
        super().__init__(*given)

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.heard.append((self.path, self.headers.items(), body))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    do_POST = do_GET

    def log_message(self, *given):
        pass


@contextmanager
def recorder():
    heard: list = []
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Recorder, heard))
    made.handle_error = lambda *_: None  # a proxy closes connections as it likes
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    try:
        yield made.server_port, heard
    finally:
        made.shutdown()
        made.server_close()
        thread.join(5)


def tls() -> ssl.SSLContext:
    made = ssl.create_default_context()
    made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
    return made


def say(
    port: int, text: bytes, own: str = "127.0.0.1", context: ssl.SSLContext | None = None, enough: bytes = b""
) -> bytes:
    """What a proxy answers to these bytes, sent from the address `own` of this machine, until it closes, falls silent or has said
    what is `enough`."""
    got = b""
    with (
        socket.create_connection(("127.0.0.1", port), timeout=10, source_address=(own, 0)) as plain,
        (context or tls()).wrap_socket(plain, server_hostname=HOST) as connection,
    ):
        connection.sendall(text)
        connection.settimeout(15 if enough else 2)
        try:
            while piece := connection.recv(1 << 16):
                got += piece
                if enough and enough in got:
                    break
        except (TimeoutError, ssl.SSLError, ConnectionError):
            pass
    return got


def asked(path: str, *headers: str, host: str = HOST, method: str = "GET") -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", *headers, "Connection: close"]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


@pytest.fixture(params=PROXIES, scope="module")
def recorded(request, tmp_path_factory):
    """The port of a proxy, and what comes through it."""
    program(request.param)
    folder = tmp_path_factory.mktemp(request.param)
    with recorder() as (behind, heard), proxy(request.param, folder, behind) as port:
        yield port, heard


def values(headers: list, name: str) -> list[str]:
    """A header as the server reads it."""
    read = HTTPHeaders()
    for given, value in headers:
        read.add(given, value)
    return read.get_list(name)


def known(headers: list) -> tuple[str, str]:
    """Who asks and how, as the server understands it."""
    names = ("X-Forwarded-For", "X-Forwarded-Proto")
    return tuple(forwarded(",".join(values(headers, name)), 1) for name in names)


def disguises(name: str, value: str) -> list[list[str]]:
    """The ways in which a header is sent that proxies and servers may read differently."""
    return [
        [f"{name}: {value}"],
        [f"{name.lower()}: {value}"],
        [f"{name}: {value}", f"{name}: {value}, {value}"],
        [f"{name}:{value}"],
        [f"{name}: {value},"],
        [f"{name.replace('-', '_')}: {value}"],
        [f"{name}: {value}", f"Connection: keep-alive, {name}"],  # it asks the proxy to drop what it adds
    ]


@pytest.mark.parametrize("name", FORGED)
def test_no_header_that_a_visitor_forges_says_who_asks(recorded, name):
    port, heard = recorded
    for number, lines in enumerate(disguises(name, FORGED[name])):
        heard.clear()
        got = say(port, asked(f"/{number}", *lines), own="127.0.0.9")
        if re.match(rb"HTTP/1.1 400", got):  # refused at the door
            assert not heard
            continue
        ((path, headers, _),) = heard
        assert path == f"/{number}" and known(headers) == ("127.0.0.9", "https"), lines
        for other in FORGED.keys() - {"X-Forwarded-For", "X-Forwarded-Proto"}:
            assert not any(values(headers, other)), (lines, other)


@pytest.mark.parametrize(
    "ending",
    [
        ["Content-Length: 4", "Transfer-Encoding: chunked"],
        ["Content-Length: 4", "Content-Length: 44"],
        ["Content-Length: 4", "Transfer-Encoding: xchunked"],
        ["Content-Length: 4", "Transfer-Encoding : chunked"],
        ["Content-Length: 4", "Transfer-Encoding: identity, chunked"],
        ["Content-Length: +4"],
    ],
)
def test_no_request_is_hidden_in_the_body_of_another_one(recorded, ending):
    port, heard = recorded
    heard.clear()
    lines = ["POST /outer HTTP/1.1", f"Host: {HOST}", *ending, "", ""]
    hidden = asked("/hidden", "X-Forwarded-For: 198.51.100.7")
    say(port, "\r\n".join(lines).encode() + b"0\r\n\r\n" + hidden)
    for path, headers, _ in heard:  # what came as a request of its own was seen as one, with its address
        assert path in ("/outer", "/hidden") and known(headers)[0] == "127.0.0.1"
    assert [path for path, *_ in heard].count("/hidden") <= 1


def test_old_versions_of_tls_and_ciphers_that_keep_no_secret_are_refused(recorded):
    port, heard = recorded
    heard.clear()
    for version, ciphers in (("TLSv1_1", "ALL:@SECLEVEL=0"), ("TLSv1_2", "AES128-SHA:AES256-GCM-SHA384:@SECLEVEL=0")):  # fmt: skip
        old = tls()
        old.set_ciphers(ciphers)
        old.minimum_version = ssl.TLSVersion.TLSv1
        old.maximum_version = ssl.TLSVersion[version]
        with pytest.raises((ssl.SSLError, ConnectionError)):
            say(port, asked("/old"), context=old)
    assert not heard


@pytest.mark.parametrize("name", PROXIES)
def test_without_tls_a_page_leads_to_it_and_a_call_fails(name, tmp_path):
    program(name)
    plain = free_port()
    with (
        recorder() as (behind, heard),
        proxy(name, tmp_path, behind, plain),
        httpx.Client(base_url=f"http://127.0.0.1:{plain}", headers={"Host": HOST}) as client,
    ):
        for path in ("/", "/join/ABCDEF?language=fr"):
            led = client.get(path)
            assert (led.status_code, led.headers["Location"]) == (308, OURS + path)
        for method in ("GET", "PUT"):
            refused = client.request(method, "/api/rooms/ABCDEF?x=1")
            assert refused.status_code == 403 and "Location" not in refused.headers
        elsewhere = client.get("/", headers={"Host": "evil.example"})
        assert "evil" not in elsewhere.headers.get("Location", "")
        assert not heard


@pytest.mark.parametrize("name", PROXIES)
def test_a_class_behind_a_proxy_is_told_apart_from_who_guesses_and_links_and_cookies_are_its_own(
    name, tmp_path
):
    program(name)
    with (
        server(tmp_path / "home", GOVCOURSE_PROXY="1", GOVCOURSE_URL=OURS) as address,
        proxy(name, tmp_path, int(address.rsplit(":", 1)[1])) as port,
    ):
        with httpx.Client(base_url=address) as inside:
            made = inside.post("/api/rooms", json={}, headers=FACILITATOR | {"Host": "evil.example"}).json()
        assert made["join_url"].startswith(f"{OURS}/join/")
        forged = [f"{one}: {value}" for one, value in FORGED.items()]

        def status(path, own, *headers):
            return int(say(port, asked(path, *forged, *headers), own=own)[9:12])

        guesses = [status(f"/api/rooms/WRONG{n}", "127.0.0.7", f"X-Forwarded-For: 192.0.2.{n}") for n in range(31)]  # fmt: skip
        assert guesses == [404] * 30 + [429]
        assert status("/api/rooms/WRONG", "127.0.0.8") == 404
        joined = say(port, asked(f"/api/rooms/{made['code']}/participants", "Content-Type: application/json",
                                 "Content-Length: 2", *forged, method="POST") + b"{}", own="127.0.0.8")  # fmt: skip
        assert b"201" in joined[:20] and re.search(rb"(?i)set-cookie: __Host-\S+.*secure", joined)
        # A stream comes through as it is told, not once it ends.
        token = re.search(rb'"token": ?"([^"]+)"', joined)[1].decode()
        events = say(
            port,
            asked(f"/api/rooms/{made['code']}/events", f"Authorization: Bearer {token}"),
            enough=b"event: room",
        )
        assert b"event: room" in events
