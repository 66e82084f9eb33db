"""The plan's steps on a time line, with their milestones."""

import altair as alt

from govcourse.json_types import Json
from govcourse.layout.charts import AnyChart, base, name, whole, wrapped


def dated(answer: Json) -> list[Json]:
    """The steps that can be drawn: `title`, `start`, `end` and `marks` (dates of milestones), in the plan's order.

    A step is named by its place in the plan, or by `whose` it is.
    """
    found = []
    for g, goal in enumerate(answer.get("goals", []), 1):
        for s, step in enumerate(goal.get("steps", []), 1):
            start, end = step.get("start") or step.get("end"), step.get("end")
            if end and start <= end:
                marks = [one["date"] for one in step.get("milestones", []) if one.get("date")]
                title = wrapped(f"{step.get('whose') or f'{g}.{s}'} {step.get('step') or ''}", lines=2)
                found.append({"title": title, "start": start, "end": end, "marks": marks})
    return found


def timeline(rows: list[Json]) -> AnyChart:
    """Rows as `dated` gives them."""
    time = alt.Axis(title=None, format="%b %Y", tickCount=6, labelOverlap=True)
    bar = base(rows).mark_bar(height=16, cornerRadius=3, color="var(--accent)").encode(
        y=name(300), x=alt.X("start:T", axis=time), x2="end:T"
    )  # fmt: skip
    marks = [{"title": row["title"], "date": date} for row in rows for date in row["marks"]]
    dots = base(marks).mark_point(shape="diamond", filled=True, opacity=1, size=110, color="var(--warn)").encode(
        y=name(300), x=alt.X("date:T", axis=time)
    )  # fmt: skip
    return whole(bar + dots)
