"""The canvas in documents: the slides that it makes."""

from govcourse.json_types import Json
from govcourse.kinds.canvas.activity import Canvas
from govcourse.kinds.canvas.rules import slides
from govcourse.kinds.report import Page, Report
from govcourse.layout.blocks import Slide


class CanvasReport(Report[Canvas]):
    def slides(self, activity: Canvas, answer: Json, page: Page) -> list[Slide]:
        """The pages that hold something, with how long there is to speak."""
        assert activity.slides  # else there is no "pptx" among its formats
        texts = page.texts(self.kind.name)
        made = slides(activity, answer) or [
            {"title": activity.title, "byline": "", "points": [{"label": "", "text": activity.empty}]}
        ]
        speaking = texts["speaking"].format(minutes=activity.slides.minutes)
        return [
            Slide(
                one["title"],
                [(point["label"], point["text"]) for point in one["points"]],
                one["byline"],
                f"{texts['slide_n'].format(n=number, all=len(made))}. {speaking}",
            )
            for number, one in enumerate(made, 1)
        ]
