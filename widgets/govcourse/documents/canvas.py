"""A canvas as slides that one goes on editing: 16:9, one page of the canvas per slide, the speaking time in the notes."""

import io

from pptx import Presentation
from pptx.util import Inches, Pt

from govcourse import content
from govcourse.content.activity_models import Canvas
from govcourse.documents.text import plain
from govcourse.kinds.canvas.summary import slides

TITLE_ONLY = 5  # layout of python-pptx's default template
LONG = 420  # characters from which the text of a slide is set smaller


def pptx(activity: Canvas, answer: dict) -> bytes:
    """The slides of an answer; without any text one slide that says so."""
    texts = content.texts()["canvas"]
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    deck.core_properties.title, deck.core_properties.author = plain(activity.title), ""
    made = slides(activity, answer) or [
        {"title": activity.title, "byline": "", "points": [{"label": "", "text": activity.empty}]}
    ]
    minutes = activity.slides.minutes if activity.slides else 0
    for number, one in enumerate(made, 1):
        page = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
        title = page.shapes.title
        title.left, title.top, title.width, title.height = Inches(0.8), Inches(0.4), Inches(11.7), Inches(1.2)
        title.text = plain(one["title"])
        title.text_frame.paragraphs[0].runs[0].font.size = Pt(36)
        _points(page, one)
        position = texts["slide_n"].format(n=number, all=len(made))
        page.notes_slide.notes_text_frame.text = f"{position}. {texts['speaking'].format(minutes=minutes)}"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _points(page, one: dict) -> None:
    frame = page.shapes.add_textbox(Inches(0.8), Inches(1.8), Inches(11.7), Inches(5)).text_frame
    frame.word_wrap = True
    long = sum(len(point["text"]) for point in one["points"]) > LONG
    first = True
    for point in one["points"]:
        for text, size, bold in ((point["label"], 16, False), (point["text"], 18 if long else 26, True)):
            if not text:
                continue
            paragraph = frame.paragraphs[0] if first else frame.add_paragraph()
            first = False
            run = paragraph.add_run()
            run.text = plain(text)
            run.font.size, run.font.bold = Pt(size), bold and not long
            paragraph.space_after = Pt(4 if text == point["label"] else 14)
    if one["byline"]:
        run = frame.add_paragraph().add_run()
        run.text, run.font.size = plain(one["byline"]), Pt(14)
