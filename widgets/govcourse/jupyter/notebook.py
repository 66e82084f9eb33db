"""What notebooks import: exercises, and the session's overview, recap and preparation from data/."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from govcourse import kernel_environment
from govcourse.json_types import Json
from govcourse.jupyter.countries import countries
from govcourse.jupyter.words import words

if TYPE_CHECKING:
    from govcourse.jupyter.widget import ConsoleWidget, ExerciseWidget

__all__ = ["countries", "exercise", "facilitate", "overview", "preparation", "recap", "words"]


def _fragment(session: int, part: str, language: str) -> "Fragment":
    from govcourse.content import session_parts

    return Fragment(session_parts.make(session, part, language))


class LocalSource:
    """Answers are kept in this computer's own store, for the one who works in JupyterLab."""

    def __init__(self) -> None:
        from govcourse.learner_service import LearnerService
        from govcourse.store import open_store

        store = open_store()
        self._service = LearnerService(store, store.people.local())

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
        return self._reply(lambda: self._service.load(text))

    def document(self, activity: str, format: str) -> Json:
        from govcourse.files import MIME

        return self._reply(lambda: {"bytes": self._service.document(activity, format), "mime": MIME[format]})

    def country(self, code: object) -> Json:
        from govcourse import country_profile, kinds

        return self._reply(
            lambda: {"country": kinds.plain(country_profile.profile(self._service.store, str(code)))}
        )

    def certificate(self, name: object) -> Json:
        from govcourse import content

        return {"ok": False, "code": "invalid", "message": content.texts()["common"]["no_server"]}


@cache
def _source() -> LocalSource:
    return LocalSource()


def _server() -> str | None:
    """The path of the course server that started this kernel, with a slash at its end; None in JupyterLab."""
    url = kernel_environment.server()
    return None if url is None else f"{urlsplit(url).path.rstrip('/')}/"


def exercise(activity: str, language: str = "en", session: int | None = None) -> "ExerciseWidget | Fragment":
    """The exercise of one activity, for example `exercise("dtca")`; what you enter is kept for you.

    `session` says which session's page it stands on, for activities that belong to several.
    """
    from govcourse.jupyter.widget import ExerciseWidget, mount, place

    if _server() is not None:  # the page mounts it, and saves by HTTP
        return Fragment(place(activity, session))
    if kernel_environment.for_book():  # only the page's mount point
        from govcourse import kinds

        return Fragment(mount(kinds.spec(activity), kinds.texts(activity, language), session))
    return ExerciseWidget(_source(), activity, language, session)


def facilitate(language: str = "en") -> "ConsoleWidget | Fragment":
    """The console of the room whose dashboard this is. In JupyterLab, where there is no room, says how to get to one."""
    base, code = _server(), kernel_environment.room()
    if base is None or not code:
        from html import escape

        from govcourse import content

        return Fragment(f"<p>{escape(content.texts(language)['notebook']['no_room'])}</p>")
    from govcourse.jupyter.widget import ConsoleWidget

    return ConsoleWidget(code, base)


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
