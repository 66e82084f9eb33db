"""The filters of a room's data, as ipywidgets: each offers what the one before it leaves."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd
    from ipywidgets import VBox

    from govcourse.kinds.tables import Column, Table

FILTERS = ("session", "activity", "table", "column", "group")
COUNTED = ("category", "boolean", "Int64")  # a column of these has values that return


class Filters:
    """What is chosen of a room: `listed` are its activities, `sessions` those of the course; `changed` is called after each choice."""

    def __init__(
        self,
        listed: "pd.DataFrame",
        sessions: list[int],
        session: int,
        language: str,
        changed: Callable[[], None],
    ):
        from govcourse import content

        self._t: dict[str, str] = content.texts(language)["notebook"]
        self._language, self._listed, self._changed = language, listed, changed
        self._offering = False  # while filters are set by the one before them
        self.widgets = self._made(sessions, session)

    def choice(self, name: str) -> Any:
        """What is chosen in a filter: a session's number, an id, a name; 0 or "" for none. Raises KeyError for another name."""
        return self.widgets[name].value or (0 if name == "session" else "")

    def box(self) -> "VBox":
        """All of them, one below the other."""
        import ipywidgets

        made = ipywidgets.VBox([self.widgets[name] for name in FILTERS])
        made.add_class("gc-explore")
        return made

    def __str__(self) -> str:
        return "\n".join(f"{one.description}: {one.label}" for one in self.widgets.values())

    def _made(self, sessions: list[int], session: int) -> dict[str, Any]:
        import ipywidgets

        made = {
            name: ipywidgets.Dropdown(
                description=self._t[f"explore_{name}"],
                style={"description_width": "9rem"},
                layout={"width": "100%", "max_width": "40rem"},
            )
            for name in FILTERS
        }
        made["session"].options = [
            (self._t["explore_every"], 0),
            *((self._t["session"].format(number=one), one) for one in sessions),
        ]
        made["session"].value = session
        self.widgets = made
        self._offer("session")
        for name in FILTERS:
            made[name].observe(self._chosen, "value")
        return made

    def _chosen(self, change: Any) -> None:
        if self._offering:
            return
        name = next(name for name in FILTERS if self.widgets[name] is change["owner"])
        self._offering = True
        try:
            self._offer(name)
        finally:
            self._offering = False
        self._changed()

    def _offer(self, changed: str) -> None:
        """Sets what the filters after `changed` offer; what was chosen stays where it is still there."""
        for name in FILTERS[FILTERS.index(changed) + 1 :]:
            widget, options = self.widgets[name], self._options(name)
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
