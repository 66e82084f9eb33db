"""The canvas: named fields as a diagram, slides with a speaking timer, stages with their history."""

from typing import TYPE_CHECKING

from govcourse.content.formats import listed
from govcourse.content.translation import language
from govcourse.kinds.answers import at_most, known_moves, unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.canvas import shapes
from govcourse.kinds.canvas.activity import Canvas
from govcourse.kinds.canvas.answer import Answer as CanvasAnswer
from govcourse.kinds.canvas.rules import markable, stages
from govcourse.kinds.outline import Feed, Line, Outline, at, either, join, table

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Canvases(Kind[Canvas, CanvasAnswer]):
    Activity, Answer = Canvas, CanvasAnswer
    Spec = shapes.Spec

    def spec(self, activity: Canvas) -> shapes.Spec:
        return {"stages": stages(activity), "markable": markable(activity)}

    def keys(self, activity: Canvas) -> dict[str, list[str]]:
        names = [field.id for field in activity.fields]
        return {"fields": names, "marks": markable(activity), "origins": names}

    def check(self, answer: CanvasAnswer, activity: Canvas) -> None:
        for field, allowed in self.keys(activity).items():
            unknown(field, getattr(answer, field), allowed)
        at_most(
            "marks", sum(answer.marks.values()), activity.mark.limit if activity.mark else 0, "choose_most"
        )
        known_moves(answer.moves, stages(activity))

    def outline(self, activity: Canvas) -> Outline:
        move: Line = {
            "each": "moves",
            "label": join(at("date"), at("to", of="fields"), by=" · "),
            "text": either(at("why"), "→"),
        }
        field = at("/fields/{id}")
        return {
            "parts": [
                {"lines": [{"each": "$fields", "label": at("title"), "text": field}]},
                {"lines": [move]},
            ],
            "done": [{"each": "$fields", "check": field}],
            "feeds": _feeds(activity),
            "tables": {"fields": table(activity.fields)},
            "names": {"marks/*": at("id", of="fields")},
            "paper": [listed((field.title, field.prompt), language(), ":") for field in activity.fields],
        }

    def formats(self, activity: Canvas) -> list[str]:
        return ["docx", "pdf", *(["pptx"] if activity.slides else []), "csv"]

    def tables(self, activity: Canvas, language: str = "en") -> "list[Table]":
        from govcourse.kinds.canvas.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Canvas]":
        from govcourse.kinds.canvas.report import CanvasReport

        return CanvasReport(self)


def _feeds(activity: Canvas) -> list[Feed]:
    """A field at a time; with slides a page at a time: what stands first is the name, the rest the note."""
    if not activity.slides:
        return [{"each": "$fields", "id": at("id"), "name": at("/fields/{id}"), "note": at("title")}]
    made: list[Feed] = []
    for first, *others in (page.fields for page in activity.slides.pages):
        rest = join(*(at(f"fields/{id}") for id in others))
        made.append({"id": first, "name": at(f"fields/{first}"), "note": rest, "keeps": {"evidence": rest}})
    return made


kind = Canvases()
