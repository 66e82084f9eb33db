"""How a cell of a room's data shows what it made: a chart as it is, a frame as a table with a file, the rest in words."""

import base64
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from govcourse import kernel_environment
from govcourse.json_types import Json

if TYPE_CHECKING:
    import pandas as pd

ROWS = 20  # of a frame that are shown
# JupyterLab has no styles of ours: there a table of long texts is squeezed, and its texts end at the right.
LAB = (
    "<style>.gc-frame .gc-scroll{overflow:auto;max-height:32rem}"
    ".gc-frame :is(td,th){text-align:start!important;vertical-align:top!important;min-width:4rem;max-width:24rem}</style>"
)


class Shown:
    """A piece of page, and what stands there instead where there is only text."""

    def __init__(self, markup: str, text: str):
        self._markup, self._text = markup, text

    def __repr__(self) -> str:
        return self._text

    def _repr_html_(self) -> str:
        return self._markup


def note(text: str, more: str = "") -> Shown:
    return Shown(f'<p class="note {more}" role="status">{escape(text)}</p>', text)


def display(made: object) -> None:
    from IPython.display import display as shown

    shown(made)  # type: ignore[no-untyped-call]  # IPython does not type it


def output(made: object) -> Json:
    """As an output widget holds it. What is displayed within one would be caught by whoever runs the notebook, in its own time."""
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is None or shell.display_formatter is None:
        return {"output_type": "display_data", "data": {"text/plain": repr(made)}, "metadata": {}}
    data, metadata = shell.display_formatter.format(made)  # type: ignore[no-untyped-call]  # IPython does not type it
    return {"output_type": "display_data", "data": data, "metadata": metadata}


def failed(error: Exception) -> Json:
    import traceback

    lines = traceback.format_exception(error)
    return {"output_type": "error", "ename": type(error).__name__, "evalue": str(error), "traceback": lines}


def is_frame(made: object) -> bool:
    import pandas as pd

    return isinstance(made, pd.DataFrame)


def as_table(frame: "pd.DataFrame", t: Mapping[str, str]) -> Shown:
    """The first rows, as a table that scrolls within its place, and the whole as a file."""
    from govcourse.documents.sheets import csv_of
    from govcourse.layout.blocks import Sheet

    rows = [[_cell(value) for value in row] for row in frame.itertuples(index=False)]
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in frame)
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto">{escape(_text(value))}</td>' for value in row) + "</tr>"
        for row in rows[:ROWS]
    )
    said = t["explore_rows"].format(shown=min(ROWS, len(rows)), all=len(rows))
    data = base64.b64encode(csv_of(Sheet("", [str(name) for name in frame], rows))).decode()
    style = LAB if kernel_environment.server() is None else ""
    name = escape(str(frame.attrs.get("name", "frame")), quote=True)
    return Shown(
        f'{style}<div class="gc-frame"><p>{escape(said)} <a download="{name}.csv" href="data:text/csv;base64,{data}">'
        f"{escape(t['explore_download'])}</a></p>"
        f'<div class="gc-scroll" tabindex="0" role="region" aria-label="{escape(said, quote=True)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></div>",
        str(frame.head(ROWS)),
    )


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
