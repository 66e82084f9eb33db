"""Who may do what: tokens and cookies, origin checks, rate limits, security headers."""

import hmac
import re
from ipaddress import ip_address, ip_network
from urllib.parse import urlsplit

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from tornado.httputil import HTTPHeaders, HTTPServerRequest
from tornado.web import OutputTransform, RequestHandler

LEARNER_COOKIE = "govcourse_learner"
TOKEN_COOKIE = "govcourse_token"  # the server's own, on a facilitator's browser
BASE_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'; connect-src 'self'; "
)
POLICY = BASE_POLICY + "style-src 'self'; script-src 'self'"
# Voila's own scripts compile schemas, and anywidget imports a view from a blob; no other host either way.
VOILA_POLICY = (
    BASE_POLICY + "style-src 'self' 'unsafe-inline'; script-src 'self' blob: 'unsafe-inline' 'unsafe-eval'"
)
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    # A phone takes its photos by a field for files, which asks nobody.
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
TEXT = re.compile(
    r"text/|image/svg|application/(json|javascript|manifest)"
)  # what is told with its characters
HTTPS_ONLY = "max-age=31536000"  # a year in which a browser that came by TLS comes by nothing else


class SecurityHeaders(OutputTransform):
    """What every answer says, whoever gives it: our handlers, Voila's, Tornado's own for what went wrong."""

    def __init__(self, request: HTTPServerRequest) -> None:
        self.secure = request.protocol == "https"

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        for name, value in HEADERS.items():
            headers[name] = value
        headers.setdefault("Content-Security-Policy", "frame-ancestors 'self'")  # of files
        kind = headers.get("Content-Type", "")
        if TEXT.match(kind) and "charset" not in kind:
            headers["Content-Type"] = f"{kind}; charset=utf-8"
        if self.secure:
            headers["Strict-Transport-Security"] = HTTPS_ONLY
        headers.pop("Server", None)  # its version is nobody's business
        return status_code, headers, chunk


def room_cookie(code: str) -> str:
    return f"govcourse_room_{code}"


def facilitator_cookie(code: str) -> str:
    return f"govcourse_facilitator_{code}"


def _named(handler: RequestHandler, name: str) -> str:
    """A cookie's whole name. Under TLS it is one that only this host, by TLS, can have set, for all of its paths."""
    return f"__Host-{name}" if handler.request.protocol == "https" else name


def set_cookie(handler: RequestHandler, name: str, token: str, days: int = 365) -> None:
    """A cookie that scripts cannot read and other sites cannot send."""
    secure = handler.request.protocol == "https"
    name = _named(handler, name)
    handler.set_cookie(name, token, expires_days=days, httponly=True, samesite="Lax", secure=secure)


def get_cookie(handler: RequestHandler, name: str) -> str | None:
    return handler.get_cookie(_named(handler, name))


def clear_cookie(handler: RequestHandler, name: str) -> None:
    handler.clear_cookie(_named(handler, name), secure=handler.request.protocol == "https")


def clear_facilitator(handler: RequestHandler) -> None:
    """Clears all that lets a facilitator in on this browser."""
    for name in handler.cookies:
        plain = name.removeprefix("__Host-")
        if plain.startswith((facilitator_cookie(""), TOKEN_COOKIE)):
            clear_cookie(handler, plain)


def bearer(handler: RequestHandler) -> str | None:
    scheme, _, token = handler.request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


def same(given: str | None, secret: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode(), secret.encode())


def from_here(handler: RequestHandler) -> bool:
    """Whether a changing request comes from our own page (or from no page at all)."""
    origin = handler.request.headers.get("Origin")
    try:
        return origin is None or urlsplit(origin).netloc == handler.request.host
    except ValueError:  # no address at all
        return False


def by_another_site(handler: RequestHandler) -> bool:
    """Whether a browser says that a page of another host asks for this or led here; what is no browser says nothing."""
    return handler.request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin")


class Guesses:
    """Who tries codes: misses are counted for each address, and for all together. A code that is missed again, or that
    was a room's while this server ran, is no guess.

    When all together guess more than `ALL`, an address has one try, and waits after it: whoever is many has little of it,
    and nobody is locked out by strangers.
    """

    EACH, ALL, ONCE = RateLimitItemPerMinute(30), RateLimitItemPerMinute(300), RateLimitItemPerMinute(1)

    def __init__(self) -> None:
        self._misses = MovingWindowRateLimiter(MemoryStorage())
        self._known: set[str] = set()

    def found(self, code: str) -> None:
        self._known.add(code)

    def known(self, code: str) -> bool:
        return code in self._known

    def waits(self, address: str) -> bool:
        """Whether whoever has not shown who they are is to wait, be the code right or wrong."""
        left = self._misses.get_window_stats(self.EACH, network(address)).remaining
        return left < 1 or (left < self.EACH.amount and not self._misses.test(self.ALL))

    def missed(self, address: str, code: str) -> None:
        if self._misses.hit(self.ONCE, network(address), code):
            self._misses.hit(self.EACH, network(address))
            self._misses.hit(self.ALL)


def network(address: str) -> str:
    """What one visitor has: an address, or with version 6 all that begin with the same 64 bits."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    ip = getattr(ip, "ipv4_mapped", None) or ip
    return str(ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)
