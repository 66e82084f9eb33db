"""Charts of a country beside its groups. `python -m` writes them without data for the view.

The country is in colour; its groups are grey, and told apart by marks and dashes.
"""

import json
from pathlib import Path

import altair as alt

from govcourse.layout.charts import CONFIG, AnyChart, Rows, base, name, whole

FILE = Path(__file__).with_name("charts.json")
SERIES = ["mine", "subregion", "region", "sids", "world"]
MARKS = ["circle", "diamond", "triangle-up", "square", "cross"]
DASHES = [[1, 0], [2, 3], [6, 3], [9, 3, 2, 3], [1, 0]]
COLOURS = ["var(--accent)", *["var(--ink-2)"] * 4]
YEARS = list(range(2004, 2041, 2))  # of editions; those of the data are shown
LIMITS = [0, 0.25, 0.5, 0.75, 1]  # where the groups of the EGDI begin


def _colour() -> alt.Color:
    return alt.Color("series:N", scale=alt.Scale(domain=SERIES, range=COLOURS), legend=None)


def _shape() -> alt.Shape:
    return alt.Shape("series:N", scale=alt.Scale(domain=SERIES, range=MARKS), legend=None)


def _size() -> alt.Size:
    return alt.Size("series:O", scale=alt.Scale(domain=SERIES, range=[210, 90, 90, 90, 90]), legend=None)


def editions(rows: Rows = None) -> AnyChart:
    """Rows: title (whose), series, edition, value (0–1). A line for each, through the editions."""
    axis = alt.Axis(title=None, values=LIMITS, format=".2f", labelOverlap=True)
    years = alt.Axis(title=None, values=YEARS, format="d", grid=False, labelOverlap=True)
    rows_of = base(rows).encode(
        x=alt.X("edition:Q", scale=alt.Scale(zero=False, nice=False, padding=24), axis=years),
        y=alt.Y("value:Q", scale=alt.Scale(domain=[0, 1]), axis=axis),
        color=_colour(),
        detail="series:N",
    )
    dash = alt.StrokeDash("series:N", scale=alt.Scale(domain=SERIES, range=DASHES), legend=None)
    width = alt.StrokeWidth(
        "series:O", scale=alt.Scale(domain=SERIES, range=[3.5, 1.5, 1.5, 1.5, 1.5]), legend=None
    )
    lines = rows_of.mark_line().encode(strokeDash=dash, strokeWidth=width)
    points = rows_of.mark_point(filled=True, opacity=1).encode(shape=_shape(), size=_size())
    made: AnyChart = (lines + points).properties(width="container", height=260).configure(**CONFIG)
    return made


def parts(rows: Rows = None) -> AnyChart:
    """Rows: title (of the index or part), series, value (0–1). A row for each part, with a mark for each."""
    axis = alt.Axis(title=None, values=LIMITS, format=".2f", labelOverlap=True)
    rows_of = base(rows).encode(y=name(), x=alt.X("value:Q", scale=alt.Scale(domain=[0, 1]), axis=axis))
    span = rows_of.mark_rule(color="var(--line-2)", strokeWidth=4).encode(
        x=alt.X("min(value):Q", scale=alt.Scale(domain=[0, 1]), axis=axis), x2="max(value):Q"
    )
    points = rows_of.mark_point(filled=True, opacity=1).encode(color=_colour(), shape=_shape(), size=_size())
    return whole(span + points, 48)


def templates() -> str:
    """Both charts without data, as the view gets them."""
    made = {make.__name__: make().to_dict() for make in (editions, parts)}
    for chart in made.values():
        del chart["$schema"]  # an address that no page of ours needs
    return json.dumps(made, separators=(",", ":"), sort_keys=True) + "\n"


if __name__ == "__main__":
    FILE.write_text(templates(), encoding="utf-8")
