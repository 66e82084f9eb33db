"""The HTTP server: who is at the other end of a connection, and how long it may stay without a request."""

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPMessageDelegate
from tornado.netutil import is_valid_ip

from govcourse.server import api

IDLE = 150  # seconds without a request after which a connection ends; proxies end theirs before


class Server(HTTPServer):
    """`proxies` is how many of them stand in front and are trusted: the addresses that they saw are believed, no others."""

    def initialize(self, app, proxies: int = 0) -> None:
        super().initialize(app, max_buffer_size=2 * api.LIMIT, idle_connection_timeout=IDLE)
        self.proxies = proxies

    def start_request(self, server_conn, request_conn):
        return Asking(super().start_request(server_conn, request_conn), request_conn.context, self.proxies)


class Asking(HTTPMessageDelegate):
    """Says for each request of a connection who asks, and by what protocol, before a handler sees it."""

    def __init__(self, inner: HTTPMessageDelegate, context, proxies: int):
        self.inner, self.context, self.proxies = inner, context, proxies

    def headers_received(self, start_line, headers):
        address = forwarded(headers.get("X-Forwarded-For", ""), self.proxies)
        protocol = forwarded(headers.get("X-Forwarded-Proto", ""), self.proxies)
        self.context.remote_ip = address if is_valid_ip(address) else self.context.address[0]
        self.context.protocol = protocol if protocol in ("http", "https") else "http"
        return self.inner.headers_received(start_line, headers)

    def data_received(self, chunk: bytes):
        return self.inner.data_received(chunk)

    def finish(self) -> None:
        self.inner.finish()

    def on_connection_close(self) -> None:
        self.inner.on_connection_close()


def forwarded(values: str, proxies: int) -> str:
    """What the outermost of the trusted proxies said: each adds what it saw at the end, or replaces what was there."""
    said = [value.strip() for value in values.split(",")] if proxies else [""]
    return said[-proxies:][0]
