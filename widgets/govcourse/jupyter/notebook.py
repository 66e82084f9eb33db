"""What notebooks import: exercises, and the session's overview, recap and preparation from data/, pictures and cards of cases."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from govcourse import kernel_environment
from govcourse.jupyter.countries import countries
from govcourse.jupyter.course import cases, questions, sdgs
from govcourse.jupyter.explorer import explore
from govcourse.jupyter.rooms import room
from govcourse.jupyter.words import words

if TYPE_CHECKING:
    from govcourse.jupyter.answers import Answers
    from govcourse.jupyter.exercise import Exercise
    from govcourse.jupyter.widget import ConsoleWidget

__all__ = [
    "answers", "case_cards", "cases", "countries", "exercise", "explore", "facilitate", "overview", "picture", "preparation", "progress", "questions", "recap", "room", "sdgs", "words",
]  # fmt: skip


def _fragment(session: int, part: str, language: str, made_for: tuple[str, ...] = ()) -> "Fragment":
    from govcourse.content import session_parts

    return Fragment(session_parts.make(session, part, language, made_for))


def _server() -> str | None:
    """The path of the course server that started this kernel, with a slash at its end; None in JupyterLab."""
    url = kernel_environment.server()
    return None if url is None else f"{urlsplit(url).path.rstrip('/')}/"


def exercise(activity: str, language: str = "en", session: int | None = None) -> "Exercise":
    """The exercise of one activity: as a cell's last line it is shown, and what you enter is kept for you.

    It is also your answers to it, as `answers(activity)` gives them. In JupyterLab `.widget` is what is shown, for a box of ipywidgets. `session` says which session's page it stands on, for
    activities that belong to several; `language` is that of its texts. Raises KeyError for an activity that the course does not
    have; the message names those that are called alike.

    >>> exercise("sdg-pitch").frame()["goal"].dtype
    Int64Dtype()
    """
    from govcourse.jupyter.exercise import Exercise
    from govcourse.jupyter.sources import local, source

    if _server() is not None:  # the page mounts it, and saves by HTTP
        from govcourse.jupyter import markup as pages

        return Exercise(activity, source(), language, markup=pages.place(activity, session))
    if kernel_environment.for_book():  # only the page's mount point
        from govcourse import kinds
        from govcourse.jupyter.markup import mount
        from govcourse.layout.folded import card

        place = mount(kinds.spec(activity), kinds.texts(activity, language), session)
        markup = card(activity, place, language)
        return Exercise(activity, source(), language, markup=markup)
    from govcourse.jupyter.widget import ExerciseWidget

    return Exercise(activity, local(), language, ExerciseWidget(local(), activity, language, session))


def answers(activity: str, language: str = "en", example: bool = False) -> "Answers":
    """Your own answers to an activity: `frame()`, `codebook()`, `chart()`, `observe()`, `save()` and `.answer`.

    In JupyterLab and under papermill they are those in this computer's store; on a page of the course server those of the
    learner whose page it is; in the book the activity's example, and with `example` everywhere. `language` is that of labels.
    Raises KeyError for an activity that the course does not have; the message names those that are called alike. Their
    source is whoever entered them.

    >>> print(answers("sdg-pitch"))
    One goal in one minute (sdg-pitch)
    Choose a goal below...
    """
    from govcourse import content
    from govcourse.jupyter.answers import Answers
    from govcourse.jupyter.sources import book, source

    content.activity(activity)
    return Answers(activity, book() if example else source(), language)


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


def overview(session: int, language: str = "en", country: str = "", team: str = "") -> Fragment:
    """Objectives and agenda of a session, and what the one before left; first for which country and team this copy was made."""
    return _fragment(session, "overview", language, (country, team))


def recap(session: int, language: str = "en") -> Fragment:
    """What one takes from a session."""
    return _fragment(session, "recap", language)


def preparation(session: int, language: str = "en") -> Fragment:
    """What to do before the next session, and by when."""
    return _fragment(session, "preparation", language)


def progress(language: str = "en") -> Fragment:
    """How far you are on this computer, chapter by chapter, each with the way to its notebook, and with what to go on."""
    from govcourse.jupyter.progress import shown
    from govcourse.jupyter.sources import local

    return Fragment(shown(local().journey(), language))


def picture(id: str) -> Fragment:
    """A picture that explains, from data/pictures/. Raises KeyError, with those that there are, for one that the course does not have."""
    from govcourse.layout.figure import figure

    return Fragment(figure(id))


def case_cards(*ids: str) -> Fragment:
    """Cases as cards, each with a figure, who says so, and the way to its page. Raises KeyError for a case that the course does not have."""
    from govcourse.layout.case_cards import cards

    # The book is published as HTML; JupyterLab opens the files that it is made of.
    return Fragment(cards(ids, "../book/cases/{id}." + ("html" if kernel_environment.for_book() else "md")))
