"""Writes slides as PPTX that one goes on editing: 16:9, a title that says the message, one thing below it, notes for the speaker."""

import io

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide as Page
from pptx.util import Emu, Inches, Pt

from govcourse import content
from govcourse.content import review
from govcourse.documents import slide_direction
from govcourse.documents.text import Rows, figures, plain, shares, shown
from govcourse.layout.blocks import Picture, Slide, Table
from govcourse.layout.brand import Brand
from govcourse.layout.pictures import in_pixels

TITLE_ONLY = 5  # layout of python-pptx's default template, and of an academy's own
LONG = 420  # characters from which the text of a slide is set smaller
LEFT, WIDTH, HIGH = 0.8, 11.73, 7.5  # inches
TOP, BOTTOM = 1.95, 6.85  # of what stands below the title
INK, GREY, LINE = "17212B", "4A5866", "C9D1D8"
Line = tuple[str, float, str, bool]  # text, size, colour, bold
SIZES = (16, 14, 12, 11, 10)  # points of a table's text: the largest at which it fits
PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's “No Style, No Grid”


def write(slides: list[Slide], title: str, brand: Brand, language: str = "en") -> bytes:
    """A deck in a language: mirrored where it runs from right to left. What nobody has read of a translation the cover says, or the first foot."""
    deck = Presentation(str(brand.pptx)) if brand.pptx else Presentation()
    if brand.pptx:
        ids = deck.slides._sldIdLst
        for one in list(ids):  # a template's own slides are examples
            deck.part.drop_rel(one.rId)
            ids.remove(one)
    else:
        deck.slide_width, deck.slide_height = Inches(13.333), Inches(HIGH)
    deck.core_properties.title, deck.core_properties.author = plain(title)[:255], plain(brand.name)
    draft = review.label(language)
    for number, one in enumerate(slides, 1):
        _slide(deck, one, brand, "  ·  ".join(filter(None, [title, str(number), draft])))
        if one.cover and draft:
            _say(
                deck.slides[-1],
                [(draft, 14, "FFFFFF" if not brand.pptx else INK, False)],
                LEFT,
                6.4,
                WIDTH,
                0.5,
            )
    if content.direction(language) == "rtl":
        slide_direction.mirror(deck)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _slide(deck: Deck, one: Slide, brand: Brand, foot: str) -> None:
    page = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    accent = brand.accent.lstrip("#").upper()
    page.shapes.title.text = plain(one.title)
    if not brand.pptx:
        _dress(page, one, accent, foot)
    if one.cover:
        lines = [(text, 22, "FFFFFF" if not brand.pptx else INK, False) for _, text in one.points]
        _say(
            page,
            [*lines, (one.byline, 16, "FFFFFF" if not brand.pptx else INK, False)],
            LEFT,
            4.3,
            WIDTH,
            1.5,
        )
    else:
        _below(page, one)
    if one.notes:
        page.notes_slide.notes_text_frame.text = plain(one.notes)


def _dress(page: Page, one: Slide, accent: str, foot: str) -> None:
    """Where an academy has no template: a cover in its colour, then white pages with the title at the left and a foot."""
    title = page.shapes.title
    assert title is not None  # the layout has one
    frame = title.text_frame
    frame.word_wrap, frame.auto_size = True, None
    run = frame.paragraphs[0].runs[0] if frame.paragraphs[0].runs else frame.paragraphs[0].add_run()
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    if one.cover:
        page.background.fill.solid()
        page.background.fill.fore_color.rgb = _colour(accent)
        at, size, colour = (LEFT, 1.6, WIDTH, 2.5), 48, "FFFFFF"
        frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    else:
        at, size, colour = (LEFT, 0.4, WIDTH, 1.0), 32 if len(one.title) <= 60 else 26, accent
        frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        _say(page, [(foot, 11, GREY, False)], LEFT, HIGH - 0.5, WIDTH, 0.3)
    title.left, title.top, title.width, title.height = map(Inches, at)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), True, _colour(colour)


def _below(page: Page, one: Slide) -> None:
    if one.byline:
        _say(page, [(one.byline, 16, GREY, False)], LEFT, 1.4, WIDTH, 0.45)
    beside = bool(one.points) and one.picture is not None
    if one.points:
        _points(page, one, 4.6 if beside else WIDTH)
    if one.picture:
        left, wide = (LEFT + 4.9, WIDTH - 4.9) if beside else (LEFT, WIDTH)
        given = in_pixels(one.picture)
        if isinstance(given, Picture):
            _picture(page, given, left, TOP, wide, BOTTOM - TOP)
        else:
            _say(page, [(given.text, 18, INK, False)], left, TOP, wide, BOTTOM - TOP)
    if one.table:
        _table(page, one.table, TOP + 0.6 * len(one.points))


def _points(page: Page, one: Slide, width: float) -> None:
    narrow = width < WIDTH
    small = narrow or sum(len(text) for _, text in one.points) > LONG
    lines: list[Line] = []
    for label, text in one.points:
        lines += [(label, 14 if narrow else 16, GREY, False)] if label else []
        lines += [(text, 18 if narrow else 22 if small else 26, INK, not small)] if text else []
    _say(page, lines, LEFT, TOP, width, 0.6 * len(one.points) if one.table else BOTTOM - TOP)


def _say(page: Page, lines: list[Line], left: float, top: float, wide: float, high: float) -> None:
    """Lines of text with size, colour and weight; what names the next line stands close to it."""
    frame = page.shapes.add_textbox(*map(Inches, (left, top, wide, high))).text_frame
    frame.word_wrap = True
    for number, (text, size, colour, bold) in enumerate(line for line in lines if line[0]):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = plain(text)
        run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, _colour(colour)
        paragraph.space_after = Pt(3 if colour == GREY else 14)


def _picture(page: Page, given: Picture, left: float, top: float, wide: float, high: float) -> None:
    """As large as it fits, in the middle of its place."""
    picture = page.shapes.add_picture(io.BytesIO(given.image), Inches(left), Inches(top), width=Inches(wide))
    if picture.height > Inches(high):
        picture.width = Emu(int(picture.width * Inches(high) / picture.height))
        picture.height = Inches(high)
    picture.left = Emu(int(Inches(left) + (Inches(wide) - picture.width) / 2))
    picture._element.xpath("./p:nvPicPr/p:cNvPr")[0].set("descr", plain(given.alt)[:2000])


def _table(page: Page, given: Table, top: float) -> None:
    """Lines between rows and nothing else; columns as wide as on paper."""
    rows = [given.head, *given.rows]
    shape = page.shapes.add_table(len(rows), len(rows[0]), *map(Inches, (LEFT, top, WIDTH, 0.45 * len(rows))))
    table = shape.table
    table._tbl.get_or_add_tblPr().find(qn("a:tableStyleId")).text = PLAIN_TABLE
    table.horz_banding = False
    right, wide = figures(rows), [WIDTH * share for share in shares(rows)]
    size = next((one for one in SIZES if _height(rows, wide, one) <= BOTTOM - top), SIZES[-1])
    for place, inches in enumerate(wide):
        table.columns[place].width = Inches(inches)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            cell = table.cell(r, c)
            cell.margin_left, cell.margin_right = Inches(0), Inches(0.3 if right[c] else 0.1)
            cell.text_frame.text = plain(shown(value))
            for paragraph in cell.text_frame.paragraphs:
                paragraph.alignment = PP_ALIGN.RIGHT if right[c] else PP_ALIGN.LEFT
                for run in paragraph.runs:
                    run.font.size, run.font.bold = Pt(min(size, 13) if r == 0 else size), False
                    run.font.color.rgb = _colour(INK if r else GREY)
            _line_below(cell._tc.get_or_add_tcPr(), INK if r == 0 else LINE)


def _height(rows: Rows, wide: list[float], size: float) -> float:
    """Inches that a table comes to at this size of text, with columns as wide: a letter is half as wide as high."""

    def lines(value: object, inches: float) -> int:
        fit = max(1, int(inches * 72 / (size * 0.5)))
        return sum(max(1, -(-len(line) // fit)) for line in shown(value).split("\n"))

    return sum(0.1 + max(map(lines, row, wide)) * size * 1.2 / 72 for row in rows)


def _line_below(cell: etree._Element, colour: str) -> None:
    line = etree.SubElement(cell, qn("a:lnB"), w="9525")
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val=colour)


def _colour(hexadecimal: str) -> RGBColor:
    made: RGBColor = RGBColor.from_string(hexadecimal)  # type: ignore[no-untyped-call]  # python-pptx types no part of it
    return made
