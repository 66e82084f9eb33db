"""What notebooks import: exercises, and the session's overview, recap and preparation from data/."""

import os
from functools import cache
from urllib.parse import urlsplit


def _fragment(session: int, part: str, language: str) -> "Fragment":
    if "GOVCOURSE_SERVER" in os.environ:
        return Fragment(_source().fragment(session, part, language))
    from govcourse.content import session_parts

    return Fragment(session_parts.make(session, part, language))


class LocalSource:
    """Answers are kept in this computer's own store, for the one who works in JupyterLab."""

    def __init__(self):
        from govcourse.learner_service import LearnerService
        from govcourse.store import open_store

        store = open_store()
        self._desk = LearnerService(store, store.local())

    def open(self, activity: str, language: str) -> dict:
        return self._desk.open(activity, language)

    def _reply(self, work) -> dict:
        from govcourse.learner_service import reply

        return reply(work)

    def save(self, activity: str, answer: object, version: object) -> dict:
        return self._reply(lambda: self._desk.save(activity, answer, version))

    def read(self, activity: str) -> dict:
        return self._reply(lambda: {"answer": self._desk.open(activity)["answer"]})

    def export(self) -> dict:
        return self._reply(lambda: {"file": self._desk.export()})

    def load(self, text: str) -> dict:
        return self._reply(lambda: self._desk.load(text))

    def document(self, activity: str, format: str) -> dict:
        from govcourse.files import MIME

        return self._reply(lambda: {"bytes": self._desk.document(activity, format), "mime": MIME[format]})

    def certificate(self, name: object) -> dict:
        from govcourse import content

        return {"ok": False, "code": "invalid", "message": content.texts()["common"]["no_server"]}


@cache
def _source():
    if url := os.environ.get("GOVCOURSE_SERVER"):
        from govcourse.jupyter.remote import ServerSource

        return ServerSource(url, os.environ.get("HTTP_X_GOVCOURSE_LEARNER", ""))
    return LocalSource()


def _scripts() -> str | None:
    """Where a course server has the front end, as a path of its site; None in JupyterLab."""
    url = os.environ.get("GOVCOURSE_SERVER")
    return None if url is None else f"{urlsplit(url).path.rstrip('/')}/static/"


def exercise(activity: str, language: str = "en", session: int | None = None):
    """The exercise of one activity, for example `exercise("dtca")`; what you enter is kept for you.

    `session` says which session's page it stands on, for activities that belong to several.
    """
    from govcourse.jupyter.widget import ExerciseWidget, mount

    if "GOVCOURSE_BOOK" in os.environ:  # the book is built: no learner, no store, only the page's mount point
        from govcourse import kinds

        return Fragment(mount(kinds.spec(activity), kinds.texts(activity, language), session))
    return ExerciseWidget(_source(), activity, language, session, _scripts())


def facilitate(language: str = "en"):
    """The console of the room whose dashboard this is. In JupyterLab, where there is no room, says how to get to one."""
    url = os.environ.get("GOVCOURSE_SERVER")
    code, _, key = os.environ.get("HTTP_X_GOVCOURSE_ROOM", "").partition(" ")
    if url is None or not key:
        from html import escape

        from govcourse import content

        return Fragment(f"<p>{escape(content.texts(language)['notebook']['no_room'])}</p>")
    from govcourse.jupyter.remote import ServerSource
    from govcourse.jupyter.widget import ConsoleWidget

    return ConsoleWidget(ServerSource(url, key).console(code), _scripts())


class Fragment:
    """A piece of page from data/, shown as HTML."""

    def __init__(self, markup: str):
        self._markup = markup

    def _repr_html_(self) -> str:
        return self._markup


def overview(session: int, language: str = "en") -> Fragment:
    """Objectives and agenda of a session, and what the one before left."""
    return _fragment(session, "overview", language)


def recap(session: int, language: str = "en") -> Fragment:
    """What one takes from a session."""
    return _fragment(session, "recap", language)


def preparation(session: int, language: str = "en") -> Fragment:
    """What to do before the next session, and by when."""
    return _fragment(session, "preparation", language)
