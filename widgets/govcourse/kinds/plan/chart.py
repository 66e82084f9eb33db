"""The plan's steps on a time line, with their milestones."""

from datetime import date

import altair as alt

from govcourse.json_types import Json
from govcourse.layout.charts import AnyChart, base, name, whole, wrapped


def dated(answer: Json) -> list[Json]:
    """The steps that can be drawn: `title`, `start`, `end` and `marks` (dates of milestones), in the plan's order.

    A step is named by its place in the plan, or as `named` says.
    """
    found = []
    for g, goal in enumerate(answer.get("goals", []), 1):
        for s, step in enumerate(goal.get("steps", []), 1):
            start, end = step.get("start") or step.get("end"), step.get("end")
            if end and start <= end:
                marks = [one["date"] for one in step.get("milestones", []) if one.get("date")]
                title = wrapped(step.get("named") or f"{g}.{s} {step.get('step') or ''}", lines=2)
                found.append({"title": title, "start": start, "end": end, "marks": marks})
    return found


def timeline(rows: list[Json]) -> AnyChart:
    """Rows as `dated` gives them; names first and then time."""
    first, last = min(row["start"] for row in rows), max(row["end"] for row in rows)
    axis, names = _axis(date.fromisoformat(first), date.fromisoformat(last)), name(300)
    bar = base(rows).mark_bar(height=16, cornerRadius=3, color="var(--accent)").encode(
        y=names, x=alt.X("start:T", axis=axis), x2="end:T"
    )  # fmt: skip
    marks = [{"title": row["title"], "date": day} for row in rows for day in row["marks"]]
    dots = base(marks).mark_point(shape="diamond", filled=True, opacity=1, size=110, color="var(--warn)").encode(
        y=names, x=alt.X("date:T", axis=axis)
    )  # fmt: skip
    return whole(bar + dots)


def _axis(first: date, last: date) -> alt.Axis:
    """Some six months with their names, each once; days within a single month."""
    months = 12 * (last.year - first.year) + last.month - first.month
    if not months:
        return alt.Axis(title=None, format="%-d %b %Y", tickCount=3)
    step = next((one for one in (1, 2, 3, 6, 12) if months <= 6 * one), 24)
    ticks = alt.TimeIntervalStep(interval="month", step=step)
    return alt.Axis(title=None, format="%b %Y", tickCount=ticks, labelOverlap=True)
