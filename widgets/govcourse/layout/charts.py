"""What the charts of all kinds share: a look in the course's colours, names that wrap, and plain bars.

Colours are the custom properties of ui/tokens.css, which SVG resolves on a page; documents put the light ones in.
"""

import textwrap

import altair as alt

from govcourse.json_types import Json

Rows = list[Json] | None
AnyChart = alt.Chart | alt.LayerChart
STEPS = ["var(--step-1)", "var(--step-2)", "var(--step-3)", "var(--step-4)", "var(--step-5)"]
CONFIG: Json = {
    "background": "transparent",
    "font": "'Course Sans', system-ui, 'Noto Sans', sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 14, "titleFontSize": 14, "titleFontWeight": "normal", "labelColor": "var(--ink)", "titleColor": "var(--ink-2)",
        "gridColor": "var(--line-2)", "domain": False, "ticks": False, "labelPadding": 8,
    },
    "legend": {"labelFontSize": 14, "labelColor": "var(--ink)", "title": None, "orient": "top", "symbolStrokeWidth": 0},
}  # fmt: skip


FEW = 6  # rows of a chart that need not stand close to be read whole


def base(rows: Rows) -> alt.Chart:
    """A chart of `rows`; without them, of a data set named "rows"."""
    if rows is None:
        return alt.Chart(alt.NamedData("rows"))
    return alt.Chart(alt.Data(values=rows))  # type: ignore[no-untyped-call]  # Altair types no part of it


def whole(chart: AnyChart, step: int = 44) -> AnyChart:
    """As wide as its place, `step` pixels high per row."""
    made: AnyChart = chart.properties(width="container", height=alt.Step(step)).configure(**CONFIG)
    return made


def name(wide: int = 260) -> alt.Y:
    """The field `title` down the side; it may hold line breaks, which the axis shows as lines."""
    axis = alt.Axis(
        title=None,
        labelLimit=wide,
        grid=False,
        labelLineHeight=17,
        labelExpr="split(datum.label, '\\n')",
    )
    return alt.Y("title:N", sort=None, axis=axis)


def wrapped(text: str, width: int = 34, lines: int = 4) -> str:
    """A name in lines, as `name` shows it."""
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder=" …")) or "–"


def bars(rows: list[Json], most: float | None = None) -> AnyChart:
    """Rows: title, value, shown (the value in words). `most` is the end of the scale."""
    top = most or max([row["value"] for row in rows] + [0]) or 1
    low = min([row["value"] for row in rows] + [0])
    told = 7 * max([len(str(row["shown"])) for row in rows] or [0]) + 20  # pixels beside the longest bar
    room = alt.ExprRef(f"({top} * width - {low} * {told}) / max(width - {told}, width / 3)")
    over = alt.Scale(domainMin=low, domainMax=room, nice=False)
    # What a bar comes to stands at its end; of one that goes below nought at nought, where there is room.
    most_lines = 4 if len(rows) <= FEW else 2
    named = [
        {**row, "title": wrapped(row["title"], lines=most_lines), "end": max(0, row["value"])} for row in rows
    ]
    chart = base(named).encode(y=name(320))
    bar = chart.mark_bar(height=22, cornerRadiusEnd=3, color="var(--accent)").encode(
        x=alt.X("value:Q", scale=over, axis=None)
    )
    text = chart.mark_text(align="left", dx=8, fontSize=14, color="var(--ink)").encode(
        x=alt.X("end:Q", scale=over, axis=None), text="shown:N"
    )
    lines = max((row["title"].count("\n") + 1 for row in named), default=1)
    return whole(bar + text, max(17 * lines + 8, 40 if len(rows) <= FEW else 32))
