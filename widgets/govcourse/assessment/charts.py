"""Charts of the debrief: pure functions from rows to `alt.Chart`. `python -m` writes them without data for the views.

Rows come from scoring.py. The views draw the templates and fill the rows in.
"""

import json

import altair as alt

from govcourse.files import STATIC
from govcourse.layout.charts import STEPS, AnyChart, Rows, base, name, whole

CHARTS = STATIC / "charts.json"


def _scale(field: str) -> alt.X:
    """A place on the scale from 1 to 5."""
    axis = alt.Axis(title=None, values=[1, 2, 3, 4, 5], format="d")
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0.9, 5.1], nice=False, zero=False), axis=axis)


def dimensions(rows: Rows = None) -> AnyChart:
    """Rows: title, q1, q3, median, target. The middle half as a band, the median on it, the target as a ring."""
    rows_of = base(rows).encode(y=name())
    band = rows_of.mark_bar(height=14, cornerRadius=7, color="var(--accent-line)").encode(
        x=_scale("q1"), x2="q3:Q"
    )
    median = rows_of.mark_tick(opacity=1, thickness=5, size=26, color="var(--accent)").encode(
        x=_scale("median")
    )
    target = rows_of.mark_point(size=170, opacity=1, filled=False, strokeWidth=3, color="var(--warn)").encode(x=_scale("target"))  # fmt: skip
    return whole(band + median + target)


def distributions(rows: Rows = None) -> AnyChart:
    """Rows: title, step (1–5), label, share. One bar of shares per statement."""
    chart = base(rows).mark_bar(height=22).encode(
        y=name(320),
        x=alt.X("share:Q", stack="zero", axis=alt.Axis(title=None, format="%", tickCount=4), scale=alt.Scale(domain=[0, 1])),
        order=alt.Order("step:Q"),
        color=alt.Color("step:O", scale=alt.Scale(domain=[1, 2, 3, 4, 5], range=STEPS), legend=None),
    )  # fmt: skip
    return whole(chart, 72)


def extremes(rows: Rows = None) -> AnyChart:
    """Rows: title, mean, group (“strong” or “weak”)."""
    shape = alt.Scale(domain=["strong", "weak"], range=["circle", "diamond"])
    colour = alt.Scale(domain=["strong", "weak"], range=["var(--accent)", "var(--warn)"])
    chart = base(rows).mark_point(size=190, filled=True, opacity=1).encode(
        y=name(320), x=_scale("mean"),
        color=alt.Color("group:N", scale=colour, legend=None), shape=alt.Shape("group:N", scale=shape, legend=None),
    )  # fmt: skip
    return whole(chart, 72)


def gaps(rows: Rows = None) -> AnyChart:
    """Rows: title, score, target. A line from today to the target."""
    rows_of = base(rows).encode(y=name())
    line = rows_of.mark_bar(height=6, color="var(--accent-line)").encode(x=_scale("score"), x2="target:Q")
    today = rows_of.mark_point(size=190, filled=True, opacity=1, color="var(--accent)").encode(
        x=_scale("score")
    )
    target = rows_of.mark_point(size=170, opacity=1, filled=False, strokeWidth=3, color="var(--warn)").encode(x=_scale("target"))  # fmt: skip
    return whole(line + today + target)


def own(rows: Rows = None) -> AnyChart:
    """Rows: title, mine, room (both scores)."""
    rows_of = base(rows).encode(y=name())
    room = rows_of.mark_tick(opacity=1, thickness=5, size=26, color="var(--ink-2)").encode(x=_scale("room"))
    mine = rows_of.mark_point(size=190, filled=True, opacity=1, color="var(--accent)").encode(
        x=_scale("mine")
    )
    return whole(room + mine)


def templates() -> str:
    """All charts without data, as the views get them."""
    made = {make.__name__: make().to_dict() for make in (dimensions, distributions, extremes, gaps, own)}
    for chart in made.values():
        del chart["$schema"]  # an address that no page of ours needs
    return json.dumps(made, separators=(",", ":"), sort_keys=True) + "\n"


if __name__ == "__main__":
    CHARTS.write_text(templates(), encoding="utf-8")
