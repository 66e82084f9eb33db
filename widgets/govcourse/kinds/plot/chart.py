"""The plot as a chart: every entry in its quadrant, with its name."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from govcourse.kinds.plot.activity import Axis, Plot
from govcourse.layout.charts import CONFIG, AnyChart, base


def places(activity: Plot, items: Sequence[Mapping[str, Any]], direction: str = "ltr") -> AnyChart:
    """`items` as in an answer; numbered, as the table beside it numbers them. `direction` is that of texts: axes have one for all."""
    rows = [
        {"n": str(n), "name": f"{n} {one.get('name', '')}"[:44], "x": one["x"], "y": one["y"],
         "side": "right" if one["x"] > 62 else "left"}
        for n, one in enumerate(items, 1)
    ]  # fmt: skip
    quadrants = [
        {"x": 50 if one.x == "high" else 0, "x2": 100 if one.x == "high" else 50, "y": 50 if one.y == "high" else 0,
         "y2": 100 if one.y == "high" else 50, "title": one.title, "at": 97 if one.y == "high" else 3, "best": one.x == "high"}
        for one in activity.quadrants
    ]  # fmt: skip

    def axis(about: Axis) -> alt.Axis:
        parts = [about.low, "←", about.title, "→", about.high]
        # From right to left, what is said first stands at the right, where the axis is high.
        title = "  ".join(reversed(parts) if direction == "rtl" else parts)
        return alt.Axis(title=title, labels=False, grid=False)

    over = alt.Scale(domain=[0, 100], nice=False)
    x, y = alt.X("x:Q", scale=over, axis=axis(activity.x)), alt.Y("y:Q", scale=over, axis=axis(activity.y))
    areas = base(quadrants).encode(x=x, y=y)
    fill = alt.condition("datum.best", alt.value("var(--accent-soft)"), alt.value("var(--paper-2)"))
    ground = areas.mark_rect(stroke="var(--line-2)").encode(x2="x2", y2="y2", color=fill)
    titles = areas.mark_text(align="left", dx=8, fontSize=13, color="var(--ink-2)").encode(
        x=x, y=alt.Y("at:Q", scale=over), text="title:N"
    )
    points = base(rows).encode(x=x, y=y)
    dots = points.mark_point(filled=True, opacity=1, size=160, color="var(--accent)")
    named = [
        points.transform_filter(f"datum.side === '{side}'")
        .mark_text(align=side, dx=12 if side == "left" else -12, fontSize=13, color="var(--ink)")
        .encode(text="name:N")
        for side in ("left", "right")
    ]
    layers = alt.layer(ground, titles, dots, *named)
    made: AnyChart = layers.properties(
        width="container", height=440, usermeta={"keeps_sides": True}
    ).configure(**CONFIG)
    return made
