"""The HTTP server: who is at the other end of a connection, what they may send, and how long that may take."""

import errno
import logging
import os
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, cast
from urllib.parse import urlsplit

from tornado.http1connection import HTTP1Connection
from tornado.httpserver import HTTPServer
from tornado.httputil import (
    HTTPConnection,
    HTTPHeaders,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
)
from tornado.ioloop import IOLoop
from tornado.netutil import is_valid_ip
from tornado.web import Application

from govcourse.server import bodies

IDLE = 150  # seconds without a request after which a connection ends; proxies end theirs before
PAUSE = 0.5  # seconds between two looks whether there are files for connections again
NO_FILES = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)
log = logging.getLogger("govcourse")


class Server(HTTPServer):
    """`proxies` is how many of them stand in front and are trusted: the addresses that they saw are believed, no others.
    `files` says how many files connections may leave open; the rest is for what people ask by them.
    """

    # Tornado makes a server with what this takes, which may be something else than its own.
    def initialize(self, app: Application, proxies: int, files: Callable[[], int]) -> None:  # type: ignore[override]
        super().initialize(
            app,
            max_buffer_size=2 * bodies.LARGE,
            max_body_size=bodies.THROWN_AWAY,
            idle_connection_timeout=IDLE,
        )
        self.proxies, self.files, self.held = proxies, files, bodies.Held()

    def add_sockets(self, sockets: Iterable[socket.socket]) -> None:
        super().add_sockets(ListeningSocket(one, self.files) for one in sockets)

    def start_request(self, server_conn: object, request_conn: HTTPConnection) -> HTTPMessageDelegate:
        return ForwardedRequest(
            super().start_request(server_conn, request_conn),
            cast(HTTP1Connection, request_conn),
            self.proxies,
            self.held,
        )


class ListeningSocket(socket.socket):
    """A listening socket. Where no file is left for a connection, those who come wait outside."""

    def __init__(self, listening: socket.socket, files: Callable[[], int]):
        super().__init__(listening.family, listening.type, listening.proto, fileno=listening.detach())
        self.setblocking(False)
        self.files = files

    def accept(self) -> tuple[socket.socket, Any]:
        try:
            if not self._full():
                return super().accept()
        except OSError as error:
            if error.errno not in NO_FILES:
                raise
        log.warning("No files are left for more connections: who comes has to wait.")
        loop = IOLoop.current()
        loop.update_handler(self, 0)
        loop.call_later(PAUSE, self._open)
        raise BlockingIOError

    def _full(self) -> bool:
        """The system gives the lowest number that is free: it says how many files are open at least."""
        if os.name == "nt":  # no such numbers, and no such limit
            return False
        free = os.dup(self.fileno())
        os.close(free)
        return free >= self.files()

    def _open(self) -> None:
        if self.fileno() != -1:  # it is not closed
            IOLoop.current().update_handler(self, IOLoop.READ)


class ForwardedRequest(HTTPMessageDelegate):
    """Says for each request of a connection who asks, and by what protocol, before a handler sees it; passes on as much as it may send."""

    def __init__(
        self, inner: HTTPMessageDelegate, connection: HTTP1Connection, proxies: int, held: bodies.Held
    ):
        self.inner, self.connection, self.proxies, self.held = inner, connection, proxies, held
        self.context: Any = connection.context
        self.body: bodies.Body | None = None

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> Awaitable[None] | None:
        address = forwarded(headers.get("X-Forwarded-For", ""), self.proxies)
        protocol = forwarded(headers.get("X-Forwarded-Proto", ""), self.proxies)
        self.context.remote_ip = address if is_valid_ip(address) else self.context.address[0]
        self.context.protocol = protocol if protocol in ("http", "https") else "http"
        try:  # an origin that is no address is a strange one, for everybody who looks at it
            urlsplit(headers.get("Origin", ""))
        except ValueError:
            headers["Origin"] = "null"
        said = headers.get("Content-Length", "")
        most = bodies.limit(cast(RequestStartLine, start_line).path)
        self.body = bodies.Body(self.held, most, int(said) if said.isascii() and said.isdigit() else None)
        self.context.body = self.body
        self.connection.set_body_timeout(bodies.patience(min(most, self.body.size or most)))
        return self.inner.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        kept = self.body is None or self.body.take(len(chunk))
        return self.inner.data_received(chunk) if kept else None

    def finish(self) -> None:
        self._end()
        self.inner.finish()

    def on_connection_close(self) -> None:
        self._end()
        self.inner.on_connection_close()

    def _end(self) -> None:
        if self.body:
            self.body.end()


def forwarded(values: str, proxies: int) -> str:
    """What the outermost of the trusted proxies said: each adds what it saw at the end, or replaces what was there."""
    said = [value.strip() for value in values.split(",")] if proxies else [""]
    return said[-proxies:][0]
