"""An exercise that a cell shows: on the page, and its answers to compute with."""

from typing import TYPE_CHECKING, Any

from govcourse.jupyter.answers import Answers
from govcourse.jupyter.sources import Source

if TYPE_CHECKING:
    from govcourse.jupyter.widget import ExerciseWidget


class Exercise(Answers):
    """An exercise on the page, and the answers to it: whatever `Answers` can do. In JupyterLab `widget` is what is shown."""

    def __init__(
        self,
        activity: str,
        source: Source,
        language: str = "en",
        widget: "ExerciseWidget | None" = None,
        markup: str = "",
    ):
        """With a `widget` it is shown by that; else it is `markup`, which the page makes live."""
        super().__init__(activity, source, language)
        self.widget, self._markup = widget, markup
        if widget is not None:
            source.changes.observe(activity, self._refresh)
            widget.observe(lambda change: source.changes.tell(activity, change["new"]), "version")

    def _refresh(self) -> None:
        """Shows what was saved elsewhere in this notebook."""
        assert self.widget is not None  # else nobody calls
        answer, version = self._source.get(self.activity)
        if version != self.widget.version:
            self.widget.show(answer, version)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        if self.widget is not None:
            return self.widget._repr_mimebundle_(include=include, exclude=exclude)
        # Nothing is read for it: on a page of the course server an exercise needs no answers from the kernel.
        return {"text/html": self._markup, "text/plain": f"exercise({self.activity!r})"}
