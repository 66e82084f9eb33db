"""Who may do what: tokens and cookies, origin checks, rate limits, security headers."""

import hmac
import time
from collections import defaultdict, deque
from urllib.parse import urlsplit

from tornado.web import RequestHandler

LEARNER_COOKIE = "govcourse_learner"
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
}


def room_cookie(code: str) -> str:
    return f"govcourse_room_{code}"


def facilitator_cookie(code: str) -> str:
    return f"govcourse_facilitator_{code}"


def set_cookie(handler: RequestHandler, name: str, token: str) -> None:
    """A cookie for a year that scripts cannot read and other sites cannot send."""
    secure = handler.request.protocol == "https"
    handler.set_cookie(name, token, expires_days=365, httponly=True, samesite="Lax", secure=secure)


def bearer(handler: RequestHandler) -> str | None:
    scheme, _, token = handler.request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


def same(given: str | None, secret: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode(), secret.encode())


def from_here(handler: RequestHandler) -> bool:
    """Whether a changing request comes from our own page (or from no page at all)."""
    origin = handler.request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == handler.request.host


class RateLimit:
    """At most `count` calls of one address in `seconds`."""

    def __init__(self, count: int, seconds: float):
        self.count, self.seconds = count, seconds
        self._calls: dict[str, deque[float]] = defaultdict(deque)

    def allows(self, address: str, count: bool = True) -> bool:
        """Whether a further call may come; it is counted, unless `count` says that it is only asked."""
        now = time.monotonic()
        if len(self._calls) > 10_000:
            self._calls.clear()
        calls = self._calls[address]
        while calls and now - calls[0] > self.seconds:
            calls.popleft()
        if len(calls) >= self.count:
            return False
        if count:
            calls.append(now)
        return True
