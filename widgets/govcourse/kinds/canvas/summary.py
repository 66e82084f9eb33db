"""Figures of the canvas: how far it has come, and the slides that it makes. Worked examples test this and slides.ts."""

from govcourse.content.activity_models import Canvas
from govcourse.kinds.answers import words


def slides(activity: Canvas, answer: dict) -> list[dict]:
    """`title`, `byline` and `points` (label, text) per slide; a page without any text makes no slide."""
    if activity.slides is None:
        return []
    fields, titles = answer.get("fields", {}), {field.id: field.title for field in activity.fields}
    byline = words(fields.get(activity.slides.byline or ""))
    made = []
    for page in activity.slides.pages:
        points = [
            {"label": titles[id], "text": words(fields[id])} for id in page.fields if words(fields.get(id))
        ]
        if points:
            made.append({"title": page.title, "byline": byline, "points": points})
    return made


def progress(activity: Canvas, answer: dict) -> tuple[int, int]:
    fields = answer.get("fields", {})
    return sum(bool(words(fields.get(field.id))) for field in activity.fields), len(activity.fields)
