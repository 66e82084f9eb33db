"""Where a notebook's answers are kept: in this computer's store, on the course server, or, in the book, nowhere."""

import asyncio
import json
import sys
import traceback
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from govcourse import kernel_environment
from govcourse.json_types import Json

if TYPE_CHECKING:
    from govcourse.kinds.journey import Journey

T = TypeVar("T")
EVERY = 2.0  # seconds between two looks at what the page may have saved on the server
PATIENCE = 30.0  # seconds in which the server has to answer


class Outdated(RuntimeError):
    """The answer was changed elsewhere since it was read; nothing was saved. The message says what to do."""


class Unreachable(RuntimeError):
    """Answers cannot be read or saved here; the message says why, and what to do."""


class Changes:
    """Who is told when an answer changes, by activity."""

    def __init__(self) -> None:
        self._told: dict[str, list[Callable[[], None]]] = {}
        self._versions: dict[str, int] = {}

    def observe(self, activity: str, call: Callable[[], None]) -> None:
        self._told.setdefault(activity, []).append(call)

    def unobserve(self, activity: str, call: Callable[[], None]) -> None:
        if call in self._told.get(activity, []):
            self._told[activity].remove(call)

    def observed(self, activity: str) -> bool:
        return bool(self._told.get(activity))

    def tell(self, activity: str, version: int) -> None:
        """Calls who observes, once a version. What one of them breaks keeps no answer from the others, nor from the store."""
        if self._versions.get(activity) == version:
            return
        self._versions[activity] = version
        for call in list(self._told.get(activity, [])):
            try:
                call()
            except Exception:
                traceback.print_exc(file=sys.stderr)


class Source(Protocol):
    """Who keeps answers. `get` and `put` raise Unreachable; `put` also AnswerError, and Outdated for a stale version."""

    example: bool  # whether it gives the activities' examples
    changes: Changes

    def get(self, activity: str) -> tuple[Json, int]:
        """The document, and its version."""

    def put(self, activity: str, answer: object, version: int) -> tuple[Json, int]:
        """What is stored now, and its version."""

    def watch(self, activity: str) -> None:
        """Looks after changes that do not come through this kernel."""


def source() -> Source:
    """That of the host in which this kernel runs."""
    if kernel_environment.server() is not None:
        return server()
    return book() if kernel_environment.for_book() else local()


class LocalSource:
    """This computer's own store, for the one who works in JupyterLab."""

    example = False

    def __init__(self) -> None:
        from govcourse.learner_service import LearnerService
        from govcourse.store import open_store

        store = open_store()
        self._service = LearnerService(store, store.people.local())
        self.changes = Changes()

    def get(self, activity: str) -> tuple[Json, int]:
        return self._kept(lambda: self._service.store.answers.get(self._service.person.id, activity))

    def put(self, activity: str, answer: object, version: int) -> tuple[Json, int]:
        stored = self._kept(lambda: self._service.save(activity, answer, version))
        self.changes.tell(activity, stored["version"])
        return stored["answer"], stored["version"]

    def _kept(self, work: Callable[[], T]) -> T:
        from govcourse.store import Stale, StoreError

        try:
            return work()
        except Stale:
            raise Outdated(OUTDATED) from None
        except StoreError as error:
            raise Unreachable(str(error)) from None

    def watch(self, activity: str) -> None:
        """Nothing: another notebook's saves are seen when this one reads or saves."""

    def journey(self) -> "Journey":
        return self._kept(self._service.journey)

    # ---- what a widget asks for

    def open(self, activity: str, language: str) -> Json:
        return self._service.open(activity, language)

    def _reply(self, work: Callable[[], Json]) -> Json:
        from govcourse.learner_service import reply

        return reply(work)

    def save(self, activity: str, answer: object, version: object) -> Json:
        return self._reply(lambda: self._service.save(activity, answer, version))

    def read(self, activity: str) -> Json:
        return self._reply(lambda: {"answer": self._service.open(activity)["answer"]})

    def export(self) -> Json:
        return self._reply(lambda: {"file": self._service.export()})

    def load(self, text: str) -> Json:
        done = self._reply(lambda: self._service.load(text))
        for activity in done.get("imported", []):
            self.changes.tell(activity, self.get(activity)[1])
        return done

    def document(self, activity: str, format: str) -> Json:
        from govcourse.files import MIME

        return self._reply(lambda: {"bytes": self._service.document(activity, format), "mime": MIME[format]})

    def earlier(self, activity: str, code: object) -> Json:
        from govcourse.learner_service import earlier_by_code

        return self._reply(lambda: earlier_by_code(self._service.store, str(code)[:100], activity))

    def country(self, code: object) -> Json:
        from govcourse import country_profile, kinds

        store = self._service.store
        return self._reply(lambda: {"country": kinds.plain(country_profile.profile(store, str(code)))})

    def certificate(self, name: object) -> Json:
        from govcourse import content

        return {"ok": False, "code": "invalid", "message": content.texts()["common"]["no_server"]}


class ServerSource:
    """The course server that started this kernel: it gives and takes the answers of the learner whose page this is."""

    example = False

    def __init__(self, url: str, token: str) -> None:
        self._url, self._token = url, token
        self.changes = Changes()

    def get(self, activity: str) -> tuple[Json, int]:
        found = self._call("GET", activity)
        return found["answer"], found["version"]

    def put(self, activity: str, answer: object, version: int) -> tuple[Json, int]:
        stored = self._call("PUT", activity, {"answer": answer, "version": version})
        self.changes.tell(activity, stored["version"])
        return stored["answer"], stored["version"]

    def _call(self, method: str, activity: str, body: Json | None = None) -> Json:
        status, reply = call(f"{self._url}/api/me/answers/{activity}", self._token, method, body)
        if status == 200:
            return reply
        error = reply.get("error", {})
        if status == 409:
            raise Outdated(OUTDATED)
        if status == 422:
            from govcourse.kinds import AnswerError

            raise AnswerError(
                error.get("field", ""), error.get("key", "wrong_value"), **error.get("values", {})
            )
        raise Unreachable(
            error.get("message") or f"The course server answers with {status}. Reload the page."
        )

    def watch(self, activity: str) -> None:
        """The page saves past this kernel, so it looks every two seconds, as long as somebody observes."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # no kernel's cell: nothing could be told
            return
        task = loop.create_task(self._look(activity, self.get(activity)[1]))
        _looking.add(task)
        task.add_done_callback(_looking.discard)

    async def _look(self, activity: str, seen: int) -> None:
        while self.changes.observed(activity):
            await asyncio.sleep(EVERY)
            try:
                now = (await asyncio.to_thread(self.get, activity))[1]
            except Unreachable:
                continue  # it may come back
            if now != seen:
                seen = now
                self.changes.tell(activity, now)


_looking: set[asyncio.Task[None]] = set()  # a loop keeps no task that nobody else holds


class BookSource:
    """The examples of the activities: a book has no learner."""

    example = True

    def __init__(self) -> None:
        self.changes = Changes()

    def get(self, activity: str) -> tuple[Json, int]:
        from govcourse import content

        return dict(content.activity(activity).example or {}), 0

    def put(self, activity: str, answer: object, version: int) -> tuple[Json, int]:
        raise Unreachable(NOT_KEPT)

    def watch(self, activity: str) -> None:
        """Nothing: an example does not change."""


NOT_KEPT = (
    "This is the exercise's example, and nothing was saved. Save into `answers(…)` without `example`, "
    "in JupyterLab or on a course server, as the book keeps no answers."
)
OUTDATED = (
    "This answer was changed elsewhere since you read it, and nothing was saved. "
    "Look at “.answer”, which is the present one, put your change into it, and save again."
)


def call(url: str, token: str, method: str = "GET", body: Json | None = None) -> tuple[int, Json]:
    """Status and JSON of a call to a course server, with a token. Raises Unreachable when nothing answers, or another address does:
    a token goes to nobody for whom it was not given.
    """
    from urllib.error import HTTPError, URLError
    from urllib.request import HTTPRedirectHandler, Request, build_opener

    class Stay(HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            """To nowhere."""

    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    try:
        data = None if body is None else json.dumps(body).encode()
        with build_opener(Stay).open(Request(url, data, headers, method=method), timeout=PATIENCE) as reply:
            return reply.status, json.load(reply)
    except HTTPError as error:
        if 300 <= error.code < 400:
            elsewhere = error.headers.get("Location", "")
            raise Unreachable(
                f"{url} sends to another address: {elsewhere}. If you know it, give that one."
            ) from None
        try:
            return error.code, json.load(error)
        except ValueError:
            return error.code, {}
    except (URLError, OSError, ValueError) as error:
        raise Unreachable(f"The course server does not answer ({error}). Try again in a moment.") from None


@cache
def local() -> LocalSource:
    return LocalSource()


@cache
def server() -> ServerSource:
    return ServerSource(kernel_environment.server() or "", kernel_environment.token())


@cache
def book() -> BookSource:
    return BookSource()
