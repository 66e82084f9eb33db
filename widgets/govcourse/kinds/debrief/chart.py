"""Charts of the debrief: pure functions from rows to `alt.Chart`. `python -m` writes them without data for the views.

Rows come from the figures of kinds/dtca; without rows a chart takes a data set named "rows". Colours are the
custom properties of host/palette.css, which SVG resolves: light, dark and print need no chart of their own.
"""

import json

import altair as alt

from govcourse.kinds.debrief import CHARTS

Rows = list[dict] | None
STEPS = ["var(--step-1)", "var(--step-2)", "var(--step-3)", "var(--step-4)", "var(--step-5)"]
CONFIG = {
    "background": "transparent",
    "font": "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 14, "titleFontSize": 14, "titleFontWeight": "normal", "labelColor": "var(--ink)", "titleColor": "var(--ink-2)",
        "gridColor": "var(--line-2)", "domain": False, "ticks": False, "labelPadding": 8,
    },
    "legend": {"labelFontSize": 14, "labelColor": "var(--ink)", "title": None, "orient": "top", "symbolStrokeWidth": 0},
}  # fmt: skip


def _base(rows: Rows) -> alt.Chart:
    return alt.Chart(alt.NamedData("rows") if rows is None else alt.Data(values=rows))


def _whole(chart: alt.Chart | alt.LayerChart, step: int = 44) -> alt.Chart | alt.LayerChart:
    return chart.properties(width="container", height=alt.Step(step)).configure(**CONFIG)


def _name(wide: int = 260) -> alt.Y:
    # A name may hold line breaks: the axis shows it in several lines.
    axis = alt.Axis(
        title=None, labelLimit=wide, grid=False, labelLineHeight=17, labelExpr="split(datum.label, '\\n')"
    )
    return alt.Y("title:N", sort=None, axis=axis)


def _scale(field: str) -> alt.X:
    """A place on the scale from 1 to 5."""
    axis = alt.Axis(title=None, values=[1, 2, 3, 4, 5], format="d")
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=[0.9, 5.1], nice=False, zero=False), axis=axis)


def dimensions(rows: Rows = None) -> alt.LayerChart:
    """Rows: title, q1, q3, median, target. The middle half as a band, the median on it, the target as a ring."""
    base = _base(rows).encode(y=_name())
    band = base.mark_bar(height=14, cornerRadius=7, color="var(--accent-line)").encode(
        x=_scale("q1"), x2="q3:Q"
    )
    median = base.mark_tick(opacity=1, thickness=5, size=26, color="var(--accent)").encode(x=_scale("median"))
    target = base.mark_point(size=170, opacity=1, filled=False, strokeWidth=3, color="var(--warn)").encode(x=_scale("target"))  # fmt: skip
    return _whole(band + median + target)


def distributions(rows: Rows = None) -> alt.Chart:
    """Rows: title, step (1–5), label, share. One bar of shares per statement."""
    chart = _base(rows).mark_bar(height=22).encode(
        y=_name(320),
        x=alt.X("share:Q", stack="zero", axis=alt.Axis(title=None, format="%", tickCount=4), scale=alt.Scale(domain=[0, 1])),
        order=alt.Order("step:Q"),
        color=alt.Color("step:O", scale=alt.Scale(domain=[1, 2, 3, 4, 5], range=STEPS), legend=None),
    )  # fmt: skip
    return _whole(chart, 72)


def extremes(rows: Rows = None) -> alt.Chart:
    """Rows: title, mean, group (“strong” or “weak”)."""
    shape = alt.Scale(domain=["strong", "weak"], range=["circle", "diamond"])
    colour = alt.Scale(domain=["strong", "weak"], range=["var(--accent)", "var(--warn)"])
    chart = _base(rows).mark_point(size=190, filled=True, opacity=1).encode(
        y=_name(320), x=_scale("mean"),
        color=alt.Color("group:N", scale=colour, legend=None), shape=alt.Shape("group:N", scale=shape, legend=None),
    )  # fmt: skip
    return _whole(chart, 72)


def gaps(rows: Rows = None) -> alt.LayerChart:
    """Rows: title, score, target. A line from today to the target."""
    base = _base(rows).encode(y=_name())
    line = base.mark_bar(height=6, color="var(--accent-line)").encode(x=_scale("score"), x2="target:Q")
    today = base.mark_point(size=190, filled=True, opacity=1, color="var(--accent)").encode(x=_scale("score"))
    target = base.mark_point(size=170, opacity=1, filled=False, strokeWidth=3, color="var(--warn)").encode(x=_scale("target"))  # fmt: skip
    return _whole(line + today + target)


def own(rows: Rows = None) -> alt.LayerChart:
    """Rows: title, mine, room (both scores)."""
    base = _base(rows).encode(y=_name())
    room = base.mark_tick(opacity=1, thickness=5, size=26, color="var(--ink-2)").encode(x=_scale("room"))
    mine = base.mark_point(size=190, filled=True, opacity=1, color="var(--accent)").encode(x=_scale("mine"))
    return _whole(room + mine)


def templates() -> str:
    """All charts without data, as the views get them."""
    made = {make.__name__: make().to_dict() for make in (dimensions, distributions, extremes, gaps, own)}
    for chart in made.values():
        del chart["$schema"]  # an address that no page of ours needs
    return json.dumps(made, separators=(",", ":"), sort_keys=True) + "\n"


if __name__ == "__main__":
    CHARTS.write_text(templates(), encoding="utf-8")
