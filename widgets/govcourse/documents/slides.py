"""Writes slides as PPTX that one goes on editing: 16:9, text in the layout's own placeholders' fonts, notes for the speaker."""

import io

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Page
from pptx.util import Emu, Inches, Pt

from govcourse.documents.text import plain, shown
from govcourse.layout.blocks import Picture, Slide, Table
from govcourse.layout.brand import Brand

TITLE_ONLY = 5  # layout of python-pptx's default template, and of an academy's own
LONG = 420  # characters from which the text of a slide is set smaller
LEFT, WIDTH = 0.8, 11.7  # inches


def write(slides: list[Slide], title: str, brand: Brand) -> bytes:
    deck = Presentation(str(brand.pptx)) if brand.pptx else Presentation()
    if brand.pptx:
        ids = deck.slides._sldIdLst
        for one in list(ids):  # a template's own slides are examples
            deck.part.drop_rel(one.rId)
            ids.remove(one)
    else:
        deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    deck.core_properties.title, deck.core_properties.author = plain(title)[:255], plain(brand.name)
    for one in slides:
        _slide(deck, one, brand)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _slide(deck: Deck, one: Slide, brand: Brand) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    title = page.shapes.title
    title.text = plain(one.title)
    if not brand.pptx:
        title.left, title.top, title.width, title.height = (
            Inches(LEFT),
            Inches(0.4),
            Inches(WIDTH),
            Inches(1.2),
        )
        run = title.text_frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold = Pt(32 if len(one.title) > 50 else 36), True
        run.font.color.rgb = RGBColor.from_string(brand.accent.lstrip("#").upper())  # type: ignore[no-untyped-call]  # python-pptx types no part of it
        title.text_frame.paragraphs[0].alignment = 1  # left
    top = 1.75
    if one.points or one.byline:
        beside = one.picture is not None and one.points
        _points(page, one, top, 4.6 if beside else WIDTH)
    if one.picture:
        left, wide = (LEFT + 4.9, WIDTH - 4.9) if one.points else (LEFT, WIDTH)
        _picture(page, one.picture, left, top, wide, 5.3)
    if one.table:
        _table(page, one.table, top + (0.6 * len(one.points) if one.points else 0))
    if one.notes:
        page.notes_slide.notes_text_frame.text = plain(one.notes)


def _points(page: Page, one: Slide, top: float, width: float) -> None:
    height = 5.0 if not one.table else 0.6 * len(one.points)
    frame = page.shapes.add_textbox(Inches(LEFT), Inches(top), Inches(width), Inches(height)).text_frame
    frame.word_wrap = True
    narrow = width < WIDTH
    small = sum(len(text) for _, text in one.points) > (LONG / 2 if narrow else LONG) or narrow
    first = True
    for label, text in one.points:
        for said, size, bold in (
            (label, 14 if narrow else 16, False),
            (text, 18 if narrow else 22 if small else 26, True),
        ):
            if not said:
                continue
            paragraph = frame.paragraphs[0] if first else frame.add_paragraph()
            first = False
            run = paragraph.add_run()
            run.text = plain(said)
            run.font.size, run.font.bold = Pt(size), bold and not small
            paragraph.space_after = Pt(4 if said == label else 14)
    if one.byline:
        paragraph = frame.paragraphs[0] if first else frame.add_paragraph()
        run = paragraph.add_run()
        run.text, run.font.size = plain(one.byline), Pt(14)


def _picture(page: Page, given: Picture, left: float, top: float, wide: float, high: float) -> None:
    picture = page.shapes.add_picture(io.BytesIO(given.image), Inches(left), Inches(top), width=Inches(wide))
    if picture.height > Inches(high):
        picture.width = Emu(int(picture.width * Inches(high) / picture.height))
        picture.height = Inches(high)
    picture._element.xpath("./p:nvPicPr/p:cNvPr")[0].set("descr", plain(given.alt)[:2000])


def _table(page: Page, table: Table, top: float) -> None:
    rows = [table.head, *table.rows]
    shape = page.shapes.add_table(
        len(rows), len(rows[0]), Inches(LEFT), Inches(top), Inches(WIDTH), Inches(0.4 * len(rows))
    )
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            frame = shape.table.cell(r, c).text_frame
            frame.text = plain(shown(value))
            for paragraph in frame.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(14)
