"""A room's data with filters: what a cell draws of it, drawn again when somebody chooses otherwise, or in words why it is not there."""

import base64
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any

from govcourse import kernel_environment
from govcourse.json_types import Json
from govcourse.jupyter.answers import NothingToDraw
from govcourse.jupyter.rooms import Room, room
from govcourse.jupyter.sources import Unreachable

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from govcourse.kinds.tables import Column, Table

FILTERS = ("session", "activity", "table", "column", "group")
COUNTED = ("category", "boolean", "Int64")  # a column of these has values that return
ROWS = 20  # of a frame that are shown


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
        self._offering = False  # while filters are set by the one before them
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
            self._filters = self._made(session)

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
        return self._filters[name].value or (0 if name == "session" else "")

    def _made(self, session: int) -> dict[str, Any]:
        import ipywidgets

        made = {
            name: ipywidgets.Dropdown(
                description=self._t[f"explore_{name}"],
                style={"description_width": "9rem"},
                layout={"width": "100%", "max_width": "40rem"},
            )
            for name in FILTERS
        }
        numbers = self._sessions()
        made["session"].options = [
            (self._t["explore_every"], 0),
            *((self._t["session"].format(number=one), one) for one in numbers),
        ]
        made["session"].value = session
        self._filters = made
        self._offer("session")
        for name in FILTERS:
            made[name].observe(self._chosen, "value")
        return made

    def _chosen(self, change: Any) -> None:
        if self._offering:
            return
        name = next(name for name in FILTERS if self._filters[name] is change["owner"])
        self._offering = True
        try:
            self._offer(name)
        finally:
            self._offering = False
        for draw in list(self._drawn.values()):
            draw()

    def _offer(self, changed: str) -> None:
        """Sets what the filters after `changed` offer; what was chosen stays where it is still there."""
        for name in FILTERS[FILTERS.index(changed) + 1 :]:
            widget, options = self._filters[name], self._options(name)
            before, values = widget.value, [value for _, value in options]
            widget.options = options
            widget.value = before if before in values else next(iter(values), None)
            widget.disabled = len(options) < 2

    def _options(self, name: str) -> list[tuple[str, str]]:
        if name == "activity":
            every = self._listed[self._listed["shown"]]
            session = str(self.choice("session") or "")
            return [
                (one.title, one.activity)
                for one in every.itertuples()
                if not session or session in one.sessions.split()
            ]
        if not self.choice("activity"):
            return []
        if name == "table":
            return [(one.title or one.name, one.name) for one in self._tables()]
        columns = self._columns()
        if name == "column":
            return [(one.label, one.name) for one in columns]
        return [
            (self._t["explore_ungrouped"], ""),
            *(
                (one.label, one.name)
                for one in columns
                if one.name != self.choice("column") and (one.key or one.dtype in COUNTED[:2])
            ),
        ]

    def _tables(self) -> "tuple[Table, ...]":
        from govcourse import kinds

        return tuple(kinds.tables(self.choice("activity"), self._language))

    def _columns(self) -> "list[Column]":
        """Those whose values return first; names of their own after them, with as many as say the same counted once."""
        table = next(one for one in self._tables() if one.name == self.choice("table"))
        found = [one for one in table.columns if not one.personal]
        return sorted(found, key=lambda one: (one.dtype not in COUNTED, one.key))

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
            return _note(made) if isinstance(made, str) else self._as_table(made) if _is_frame(made) else made

        if not follows or self._room is None:
            _display(drawn())
            return draw
        import ipywidgets

        place = ipywidgets.Output()
        place.outputs = (_output(drawn()),)

        def again() -> None:
            try:
                place.outputs = (_output(drawn()),)
            except Exception as error:  # nobody else would tell whoever wrote the cell
                place.outputs = (_failed(error),)

        self._drawn[draw.__qualname__] = again  # a cell that is run again takes its own place
        _display(place)
        return draw

    def _as_table(self, frame: "pd.DataFrame") -> "Shown":
        """The first rows, as a table that scrolls within its place, and the whole as a file."""
        from govcourse.documents.sheets import csv_of
        from govcourse.layout.blocks import Sheet

        rows = [[_cell(value) for value in row] for row in frame.itertuples(index=False)]
        head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in frame)
        body = "".join(
            "<tr>" + "".join(f'<td dir="auto">{escape(_text(value))}</td>' for value in row) + "</tr>"
            for row in rows[:ROWS]
        )
        said = self._t["explore_rows"].format(shown=min(ROWS, len(rows)), all=len(rows))
        data = base64.b64encode(csv_of(Sheet("", [str(name) for name in frame], rows))).decode()
        name = escape(str(frame.attrs.get("name", "frame")), quote=True)
        return Shown(
            f'<div class="gc-frame"><p>{escape(said)} <a download="{name}.csv" href="data:text/csv;base64,{data}">'
            f"{escape(self._t['explore_download'])}</a></p>"
            f'<div class="gc-scroll" tabindex="0" role="region" aria-label="{escape(said, quote=True)}">'
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></div>",
            str(frame.head(ROWS)),
        )

    def __repr__(self) -> str:
        if self._room is None:
            return self._problem
        return "\n".join(
            f"{self._filters[name].description}: {self._filters[name].label}" for name in FILTERS
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Any:
        if self._room is None:
            return {
                "text/html": _note(self._problem, "gc-explore")._repr_html_(),
                "text/plain": self._problem,
            }
        import ipywidgets

        box = ipywidgets.VBox([self._filters[name] for name in FILTERS])
        box.add_class("gc-explore")
        return box._repr_mimebundle_(include=include, exclude=exclude)


class Shown:
    """A piece of page, and what stands there instead where there is only text."""

    def __init__(self, markup: str, text: str):
        self._markup, self._text = markup, text

    def __repr__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return self._markup


def _note(text: str, more: str = "") -> Shown:
    return Shown(f'<p class="note {more}" role="status">{escape(text)}</p>', text)


def _display(made: object) -> None:
    from IPython.display import display

    display(made)  # type: ignore[no-untyped-call]  # IPython does not type it


def _output(made: object) -> Json:
    """As an output widget holds it. What is displayed within one would be caught by whoever runs the notebook, in its own time."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is None or shell.display_formatter is None:
        return {"output_type": "display_data", "data": {"text/plain": repr(made)}, "metadata": {}}
    data, metadata = shell.display_formatter.format(made)  # type: ignore[no-untyped-call]  # IPython does not type it
    return {"output_type": "display_data", "data": data, "metadata": metadata}


def _failed(error: Exception) -> Json:
    import traceback

    lines = traceback.format_exception(error)
    return {"output_type": "error", "ename": type(error).__name__, "evalue": str(error), "traceback": lines}


def _is_frame(made: object) -> bool:
    import pandas as pd

    return isinstance(made, pd.DataFrame)


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


def _cell(value: Any) -> str | float | None:
    """As a sheet has it: what is missing is empty, a day is text, yes is 1."""
    import pandas as pd

    if pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    if isinstance(value, str):
        return value
    number = float(value)
    return int(number) if number.is_integer() else number


def _text(value: str | float | None) -> str:
    return "–" if value is None else f"{value:,.4g}" if isinstance(value, float) else str(value)
