"""What all calls and pages have from HTTP: bodies, files and errors, headers, and threads for what asks the store."""

import functools
import inspect
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import Any, ParamSpec, TypeVar, overload

from tornado.escape import utf8
from tornado.web import RequestHandler

from govcourse.content import review
from govcourse.json_types import Json
from govcourse.server import security
from govcourse.server.errors import ApiError, as_api_error
from govcourse.server.store_threads import StoreThreads
from govcourse.store import StoreError
from govcourse.text import clean, loads

T = TypeVar("T")
P = ParamSpec("P")
log = logging.getLogger("govcourse")


class Handler(RequestHandler):
    """JSON in, JSON out; every failure is an error of the contract.

    A method of HTTP that is an ordinary function runs in a thread of the store's; one that is `async` runs in the event
    loop, and takes what asks the store to a thread by `in_thread`.
    """

    linked = False  # whether others' pages may lead here, or show what is here

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        for name in ("get", "post", "put", "delete"):
            method = cls.__dict__.get(name)
            if method is not None and not inspect.iscoroutinefunction(method):
                setattr(cls, name, _threaded(method))

    async def in_thread(self, work: Callable[P, T], *given: P.args, **more: P.kwargs) -> T:
        """What `work` gives, which asks the store; calls with the same token come one after the other."""
        token = self.request.headers.get("Authorization") or self.request.headers.get("Cookie") or ""
        threads: StoreThreads = self.settings["govcourse_threads"]
        return await threads.run(token, work, *given, **more)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Security-Policy", security.POLICY)

    def prepare(self) -> Awaitable[None] | None:  # a kernel's handler has to wait
        self.guard()
        body = getattr(getattr(self.request.connection, "context", None), "body", None)
        if body and body.refused == "too_large":
            raise ApiError(413, "too_large", megabytes=body.most // 1_000_000)
        if body and body.refused:
            raise ApiError(503, "busy", key=body.refused)
        return None

    def guard(self) -> None:
        """Raises ApiError for what another site asks, and for a parameter of the address that is there twice, or in a form too."""
        changing = self.request.method not in ("GET", "HEAD")
        if changing and not security.from_here(self) or not self.linked and security.by_another_site(self):
            raise ApiError(403, "origin")
        for name, values in self.request.query_arguments.items():
            if len(values) > 1 or name in self.request.body_arguments:
                raise ApiError(400, "invalid", name[:100], "twice")

    def redirect(self, url: str, permanent: bool = False, status: int | None = None) -> None:
        """As Tornado's, but sent at the method's end: that is in the event loop."""
        self.set_status(status or (301 if permanent else 302))
        self.set_header("Location", utf8(url))

    @overload
    def decode_argument(self, value: bytes, name: str | None = None) -> str: ...

    @overload
    def decode_argument(self, value: None, name: str | None = None) -> None: ...

    def decode_argument(self, value: bytes | None, name: str | None = None) -> str | None:
        """A part of the address, of its query or of a form; None for an optional part that is not there."""
        return None if value is None else clean(super().decode_argument(value, name))

    def language(self, otherwise: str = "en") -> str:
        """The language that is asked for; what there is no catalogue for is in English, the edition's language."""
        asked = self.get_argument("language", otherwise)
        return asked if asked in review.languages() else "en"

    def body(self) -> Json:
        """The object that was sent. Raises ApiError for anything else."""
        if not self.request.headers.get("Content-Type", "").startswith("application/json"):
            raise ApiError(415, "not_json", key="not_json_type")
        try:
            parsed = loads(self.request.body or b"{}")
        except (ValueError, RecursionError):
            raise ApiError(400, "not_json") from None
        if not isinstance(parsed, dict):
            raise ApiError(400, "not_json", key="no_object")
        return parsed

    def text(self, body: Json, field: str, limit: int, default: str | None = None) -> str:
        """The text in a field of `body`. Raises ApiError for none, or for one longer than `limit`."""
        value = body.get(field, default)
        if not isinstance(value, str) or len(value) > limit:
            raise ApiError(422, "invalid", field, "no_text", limit=limit)
        return value.strip()

    def reply(self, data: Mapping[str, object], status: int = 200) -> None:
        """JSON as the answer."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.write(encoded(data))

    def send(self, data: bytes, mime: str, name: str) -> None:
        """A file to be saved."""
        self.set_header("Content-Type", mime)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.write(data)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs.get("exc_info", (None, None, None))[1]
        refused = as_api_error(error, status_code)
        self.reply({"error": refused.error, **refused.more}, refused.status)

    def log_exception(
        self, typ: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None
    ) -> None:
        if as_api_error(value, 500).error["code"] == "failed":
            super().log_exception(typ, value, tb)
        elif isinstance(value, StoreError):
            log.warning("%s", value)  # where it is, which nobody else is told


def _threaded(method: Callable[..., None]) -> Callable[..., Awaitable[None]]:
    @functools.wraps(method)
    async def run(self: Handler, *given: str) -> None:
        await self.in_thread(method, self, *given)

    return run


def encoded(data: Any) -> bytes:
    """JSON in UTF-8, also of what was stored before texts were cleaned."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
