"""A room's data with filters: what a cell draws of it, drawn again when somebody chooses otherwise, or in words why it is not there."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from govcourse import kernel_environment
from govcourse.jupyter.answers import NothingToDraw
from govcourse.jupyter.filters import FILTERS, Filters
from govcourse.jupyter.rooms import Room, room
from govcourse.jupyter.showing import as_table, display, failed, is_frame, note, output
from govcourse.jupyter.sources import Unreachable

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd


class Explorer:
    """A room's data with five filters: `session`, `activity`, `table`, `column` and `group`. As a cell's last line it shows them.

    `room` is the room; see there what is protected, and what is not. Each filter offers what the one before it leaves, and of
    activities those that enough people answered.

    >>> data = explore(code, key)
    >>> data.choice("activity")
    'dtca'
    """

    def __init__(self, code: str, key: str, server: str, language: str, session: int):
        from govcourse import content

        self._t: dict[str, str] = content.texts(language)["notebook"]
        self._language, self._room, self._problem = language, None, ""
        self._drawn: dict[str, Callable[[], None]] = {}
        self._listed: Any = None
        try:
            self._room = room(code, key, server or None, language)
            self._listed = self._room.activities()
            self._need(session)
        except (KeyError, PermissionError, Unreachable, ValueError) as error:
            self._room = None
            self._problem = (
                str(error.args[0]) if code or key or kernel_environment.room() else self._t["explore_no_room"]
            )
        if self._room is not None:
            self._filters = Filters(self._listed, self._sessions(), session, language, self._again)

    def _need(self, session: int) -> None:
        numbers = self._sessions()
        if session and session not in numbers:
            listed = ", ".join(map(str, numbers))
            raise ValueError(self._t["explore_no_session"].format(session=session, sessions=listed))

    def _sessions(self) -> list[int]:
        """Those of the course; a room that goes through days has their exercises too."""
        from govcourse import content

        here = {one for some in self._listed["sessions"] for one in some.split()}
        return [one.number for one in content.sessions() if str(one.number) in here]

    # ---- the room

    @property
    def room(self) -> Room:
        """The room, as `room()` gives it. Raises NothingToDraw, in words, where there is none."""
        if self._room is None:
            raise NothingToDraw(self._t["explore_needs_room"])
        return self._room

    def frame(self, activity: str, table: str | None = None, having: str | None = None) -> "pd.DataFrame":
        """As the room's `frame`; with `having` only rows in which that column has something.

        Raises NothingToDraw, in words, where there is no row, and for an exercise that the room has not.
        """
        with self._in_words():
            found = self.room.frame(activity, table)
        if having is not None:
            found = found[found[having].notna()]
        found.attrs["name"] = "-".join(filter(None, (activity, table)))
        return self._enough(found, activity)

    def counts(self, activity: str, table: str, column: str, group: str = "") -> "pd.DataFrame":
        """As the room's `counts`, by what is chosen in filters; `group` is "" for none. Raises NothingToDraw as `frame` does."""
        with self._in_words():
            found = self.room.counts(activity, column, group or None, table)
        return self._enough(found, activity)

    def _enough(self, found: "pd.DataFrame", activity: str) -> "pd.DataFrame":
        from govcourse import content

        if found.empty:
            title = content.activity(activity).title
            raise NothingToDraw(self._t["explore_too_few"].format(title=title))
        return found

    def chart(self, activity: str) -> "alt.TopLevelMixin":
        """As the room's `chart`. Raises NothingToDraw, in words, also for an exercise that the room has not."""
        with self._in_words():
            return self.room.chart(activity)

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except KeyError as error:
            raise NothingToDraw(str(error.args[0])) from None

    # ---- what is chosen

    def choice(self, name: str) -> Any:
        """What is chosen in a filter: a session's number, an id, a name; 0 or "" for none. Raises KeyError for another name."""
        if self._room is None:
            return 0 if name == "session" else ""
        return self._filters.choice(name)

    def _again(self) -> None:
        for draw in list(self._drawn.values()):
            draw()

    # ---- what cells show

    def lines(self, names: "pd.Series[str]") -> "pd.Series[str]":
        """Long names broken into lines, for a chart's axis whose labels are split at them."""
        from govcourse.layout.charts import wrapped

        return names.map(lambda one: wrapped(one, 24, 6))

    def show(self, draw: Callable[..., object]) -> Callable[..., object]:
        """Shows in this cell what a function gives: a chart, a frame, or what there is to say. Written before it, as `@data.show`.

        Its parameters are filters by name; it is called again when one of them is changed. A frame is shown with its first
        20 rows and as a file to take home (CSV). NothingToDraw, and a room that cannot be asked, are shown in words.

        >>> @explore(code, key).show
        ... def hello():
        ...     return "What there is to say."
        What there is to say.
        """
        follows = list(inspect.signature(draw).parameters)
        if unknown := set(follows) - set(FILTERS):
            raise ValueError(f"There is no filter {', '.join(sorted(unknown))}. There are: {', '.join(FILTERS)}.")  # fmt: skip

        def drawn() -> object:
            try:
                if self._room is not None and "activity" in follows and not self.choice("activity"):
                    raise NothingToDraw(self._t["explore_nothing"])
                made = draw(**{name: self.choice(name) for name in follows})
            except (NothingToDraw, PermissionError, Unreachable) as error:
                made = str(error.args[0])
            return (
                note(made) if isinstance(made, str) else as_table(made, self._t) if is_frame(made) else made
            )

        if not follows or self._room is None:
            display(drawn())
            return draw
        import ipywidgets

        place = ipywidgets.Output()
        place.outputs = (output(drawn()),)

        def again() -> None:
            try:
                place.outputs = (output(drawn()),)
            except Exception as error:  # nobody else would tell whoever wrote the cell
                place.outputs = (failed(error),)

        self._drawn[draw.__qualname__] = again  # a cell that is run again takes its own place
        display(place)
        return draw

    def __repr__(self) -> str:
        if self._room is None:
            return self._problem
        return str(self._filters)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Any:
        if self._room is None:
            return {
                "text/html": note(self._problem, "gc-explore")._repr_html_(),
                "text/plain": self._problem,
            }
        return self._filters.box()._repr_mimebundle_(include=include, exclude=exclude)


def explore(
    code: str = "", key: str = "", server: str = "", language: str = "en", session: int = 0
) -> Explorer:
    """A room's data with filters, for a notebook or a dashboard; `code`, `key`, `server` and `language` are those of `room`.

    `session` is chosen at first, 0 for every one. Raises nothing: without a room, with a key that does not open it, or where no
    server answers, it says in words what to do, and so does whatever is drawn of it.

    >>> print(explore())
    There is no room to look at yet...
    """
    return Explorer(code, key, server, language, session)
