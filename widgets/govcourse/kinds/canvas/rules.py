"""What a canvas is made of, and the slides that it makes. Worked examples test this and slides.ts."""

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.canvas.activity import Canvas
from govcourse.kinds.canvas.shapes import Point, SlideMade


def stages(activity: Canvas) -> list[str]:
    """Fields that a solution goes through, in order."""
    through = {group.id for group in activity.groups if group.stages}
    return [field.id for field in activity.fields if field.group in through]


def markable(activity: Canvas) -> list[str]:
    """Fields that can be ticked."""
    mark = activity.mark
    return [field.id for field in activity.fields if mark and mark.group in (None, field.group)]


def slides(activity: Canvas, answer: Json) -> list[SlideMade]:
    """`title`, `byline` and `points` (label, text) per slide; a page without any text makes no slide."""
    if activity.slides is None:
        return []
    fields, titles = answer.get("fields", {}), {field.id: field.title for field in activity.fields}
    byline = words(fields.get(activity.slides.byline or ""))
    made: list[SlideMade] = []
    for page in activity.slides.pages:
        points: list[Point] = [
            {"label": titles[id], "text": words(fields[id])} for id in page.fields if words(fields.get(id))
        ]
        if points:
            made.append({"title": page.title, "byline": byline, "points": points})
    return made
