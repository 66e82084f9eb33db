"""Writes a document as DOCX that one goes on editing: real styles, headings, captions, contents, alternative texts."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime

from docx import Document as open_docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from govcourse import content
from govcourse.content import review
from govcourse.documents import word_direction, word_style
from govcourse.documents.text import Rows, figures, label_share, message, plain, shares, shown
from govcourse.documents.word_style import GREY
from govcourse.layout.blocks import (
    Block,
    Document,
    Fields,
    Heading,
    Items,
    NewPage,
    Picture,
    Table,
    Text,
)
from govcourse.layout.brand import Brand
from govcourse.layout.pictures import in_pixels

WIDTH = 16.5  # cm between the margins of an A4 page
WHOLE = 900  # letters of a row that no page divides: some ten lines
STYLES = {"lead": "Subtitle", "quote": "Quote", "note": "Normal", "": "Normal"}


def write(document: Document, brand: Brand) -> bytes:
    return _Writer(document, brand).bytes()


class _Writer:
    def __init__(self, document: Document, brand: Brand):
        self.document, self.brand = document, brand
        self.texts = content.texts(document.language)["documents"]
        self.file = open_docx(str(brand.docx)) if brand.docx else open_docx()
        self.figures = self.tables = self.bookmarks = 0
        self._new_page = False  # the next paragraph begins one
        if brand.docx:  # what stands in a template as an example goes; its page and styles stay
            for element in list(self.file.element.body)[:-1]:
                self.file.element.body.remove(element)
        else:
            word_style.apply(self.file, self.brand)
        for id, rel in list(
            self.file.part.rels.items()
        ):  # a copy of the styles for Word 2007, which knows nothing of ours
            if rel.reltype.endswith("/stylesWithEffects"):
                del self.file.part.rels[id]
        self._styles = {style.name: style.style_id for style in self.file.styles}
        self._properties()
        self._furniture()
        if document.cover:
            self._cover()
        else:
            self.say(document.title, "Title")
            if document.subtitle:
                self.say(document.subtitle, "Subtitle")
        for block in document.blocks:
            self._block(in_pixels(block) if isinstance(block, Picture) else block)
        word_direction.apply(self.file, document.language)

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()

    # ---- the file as a whole

    def _properties(self) -> None:
        properties = self.file.core_properties
        properties.title, properties.author = plain(self.document.title)[:255], plain(self.brand.name)
        properties.language, properties.comments = self.document.language, ""
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
        language = self.file.styles.element.find(f".//{qn('w:lang')}")
        if language is not None:
            language.set(qn("w:val"), self.document.language)

    def _furniture(self) -> None:
        """Header and footer: whose it is, and the page's number."""
        section = self.file.sections[0]
        if self.brand.name:
            head = section.header.paragraphs[0]
            head.text, head.style = plain(self.brand.name), self.file.styles["Caption"]
        foot = section.footer.paragraphs[0]
        foot.style = self.file.styles["Caption"]
        said = (self.brand.footer or self.document.title, review.label(self.document.language), "")
        foot.text = "  ·  ".join(plain(one) for n, one in enumerate(said) if one or n == 2)
        self._field(foot, "PAGE", "1")

    def _cover(self) -> None:
        if self.brand.logo:
            self.file.add_paragraph().add_run().add_picture(io.BytesIO(self.brand.logo), height=Cm(2.2))
            self._describe(self.brand.name or self.texts["logo"])
        space = self.file.add_paragraph()
        space.paragraph_format.space_before = Pt(150)
        if self.document.subtitle:
            self.say(self.document.subtitle, "Subtitle")
        title = self.say(self.document.title, "Title")
        title.paragraph_format.space_after = Pt(24)
        for label, text in self.document.facts:
            paragraph = self.file.add_paragraph()
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(3.2))
            paragraph.add_run(plain(f"{label}\t")).font.color.rgb = GREY
            paragraph.add_run(plain(text))
        self._break()
        self._contents()
        self._break()

    def _contents(self) -> None:
        """A table of contents that is filled already; a word processor puts the pages in when it updates the field."""
        self.say(self.texts["contents"], "Subtitle")
        headings = [
            block for block in self.document.blocks if isinstance(block, Heading) and block.level <= 2
        ]
        begun = False
        for number, block in enumerate(headings, 1):
            paragraph = self.file.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.8 * (block.level - 1))
            paragraph.paragraph_format.space_after = Pt(3)
            if not begun:
                begun = True
                self._mark(paragraph, "begin")
                self._instruction(paragraph, 'TOC \\o "1-2" \\h \\z \\u')
                self._mark(paragraph, "separate")
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), f"heading{number}")
            link.append(paragraph.add_run(plain(block.text))._r)
            paragraph._p.append(link)
        if begun:
            self._mark(paragraph, "end")

    # ---- fields of a word processor

    def _mark(self, paragraph: Paragraph, kind: str) -> None:
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        paragraph.add_run()._r.append(mark)

    def _instruction(self, paragraph: Paragraph, text: str) -> None:
        instruction = OxmlElement("w:instrText")
        instruction.set(qn("xml:space"), "preserve")
        instruction.text = f" {text} "
        paragraph.add_run()._r.append(instruction)

    def _field(self, paragraph: Paragraph, text: str, shown: str) -> None:
        self._mark(paragraph, "begin")
        self._instruction(paragraph, text)
        self._mark(paragraph, "separate")
        paragraph.add_run(shown)
        self._mark(paragraph, "end")

    # ---- blocks

    def say(self, text: str, style: str = "Normal") -> Paragraph:
        paragraph = self._paragraph(style)
        if self._new_page:
            paragraph.paragraph_format.page_break_before, self._new_page = True, False
        self._write(paragraph, text)
        return paragraph

    def _paragraph(self, style: str) -> Paragraph:
        """A new paragraph; without its style where the academy's template has none of this name."""
        paragraph = self.file.add_paragraph()
        if style != "Normal":  # by its id: by its name python-docx looks through all styles each time
            paragraph._p.style = self._styles.get(style)
        return paragraph

    def _write(self, paragraph: Paragraph, text: str, bold: bool = False, size: float = 0) -> None:
        run = paragraph.add_run(plain(text))
        if bold:
            run.bold = True
        if size:
            run.font.size = Pt(size)

    def _break(self) -> None:
        self.file.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text, level):
                self._bookmark(self.say(text, f"Heading {level}"), level)
            case Text(text, style):
                paragraph = self.say(text, STYLES[style])
                if style == "note":
                    for run in paragraph.runs:
                        run.font.color.rgb, run.font.size = GREY, Pt(9.5)
            case Items(items):
                for item in items:
                    self.say(item, "List Bullet")
            case Fields(pairs):
                self._table(
                    [[label, text] for label, text in pairs],
                    (wide := label_share(pairs), 1 - wide),
                    labels=True,
                )
                self.file.add_paragraph().paragraph_format.space_after = Pt(0)
            case Table(head, rows, caption):
                if caption:
                    self.tables += 1
                    self._caption("table_n", "Table", self.tables, caption, keep=True)
                self._table([head, *rows], shares([head, *rows]), heads=True)
                self.file.add_paragraph().paragraph_format.space_after = Pt(0)
            case Picture(image, alt, caption, width):
                if caption:
                    self.figures += 1
                    said, key = message(block)
                    above = self._caption("figure_n", "Figure", self.figures, said, keep=True, bold=True)
                    if key:
                        above.add_run().add_break()
                        self._write(above, key)
                self.file.add_paragraph().add_run().add_picture(io.BytesIO(image), width=Cm(WIDTH * width))
                self._describe(alt)
            case NewPage():
                self._new_page = True

    def _bookmark(self, paragraph: Paragraph, level: int) -> None:
        if not self.document.cover or level > 2:
            return
        self.bookmarks += 1
        for kind in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(kind)
            mark.set(qn("w:id"), str(self.bookmarks))
            if kind == "w:bookmarkStart":
                mark.set(qn("w:name"), f"heading{self.bookmarks}")
            paragraph._p.append(mark)

    def _caption(
        self, key: str, sequence: str, number: int, text: str, keep: bool = False, bold: bool = False
    ) -> Paragraph:
        before, after = self.texts[key].split("{n}")
        paragraph = self._paragraph("Caption")
        paragraph.paragraph_format.keep_with_next = keep
        paragraph.add_run(before)
        self._field(paragraph, f"SEQ {sequence} \\* ARABIC", str(number))
        self._write(paragraph, after)
        self._write(paragraph, text, bold)
        return paragraph

    def _describe(self, alt: str) -> None:
        """The alternative text of the picture that was added last."""
        drawing = self.file.element.body.findall(f".//{qn('wp:docPr')}")[-1]
        drawing.set("descr", plain(alt)[:2000])
        drawing.set("title", "")

    def _table(self, rows: Rows, shares: Sequence[float], heads: bool = False, labels: bool = False) -> None:
        table = self.file.add_table(rows=len(rows), cols=len(rows[0]) if rows else 1)
        if "Table Grid" in self.file.styles:
            table.style = "Table Grid"
        table.autofit = False
        grid = table._cells  # asked once: python-docx finds every cell anew
        right = figures(rows) if heads else [False] * len(rows[0])
        for c, column in enumerate(table.columns):
            column.width = Cm(WIDTH * shares[c])
        for r, (row, line) in enumerate(zip(rows, table._tbl.tr_lst, strict=True)):
            for c, value in enumerate(row):
                cell = grid[r * len(row) + c]
                cell.width = Cm(WIDTH * shares[c])
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
                paragraph.paragraph_format.line_spacing = 1
                if right[c]:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                self._write(paragraph, shown(value), bold=(heads and r == 0) or (labels and c == 0), size=9.5)
            if sum(len(shown(value)) for value in row) < WHOLE:
                line.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if heads:  # repeated on every page
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self._lines(table)

    def _lines(self, table: WordTable) -> None:
        """Thin lines between rows only."""
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = OxmlElement(f"w:{side}")
            across = side in ("top", "bottom", "insideH")
            line.set(qn("w:val"), "single" if across else "nil")
            if across:
                line.set(qn("w:sz"), "4")
                line.set(qn("w:color"), "C9D1D8")
            borders.append(line)
        table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
