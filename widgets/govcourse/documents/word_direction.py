"""Which way a DOCX runs: each paragraph as its letters do, and in a language from right to left pages, tables and what has no letters."""

from docx.document import Document as File
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from govcourse.content.translation import direction
from govcourse.documents.text import rtl

FONT = "Arial"  # has the scripts from right to left wherever there is a word processor


def apply(file: File, language: str) -> None:
    """Sets directions of all that is in the file, its header and its foot."""
    turned = direction(language) == "rtl"
    section = file.sections[0]
    for part in (file.element.body, section.header._element, section.footer._element):
        for paragraph in part.iter(qn("w:p")):
            text = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
            if rtl(text, turned):
                _turn(paragraph)
            elif turned and text and paragraph.getparent().tag == qn("w:tc"):
                paragraph.get_or_add_pPr().jc_val = WD_ALIGN_PARAGRAPH.RIGHT  # it keeps its column
    if turned:
        section._sectPr.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
        for table in file.element.body.iter(qn("w:tblPr")):
            table.insert_element_before(
                OxmlElement("w:bidiVisual"), "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblLook"
            )  # fmt: skip
        for said in file.styles.element.iter(qn("w:lang")):
            said.set(qn("w:bidi"), language)
    if turned:
        for fonts in file.styles.element.iter(qn("w:rFonts")):
            fonts.attrib.pop(qn("w:cstheme"), None)
            fonts.set(qn("w:cs"), FONT)
    for form in file.styles.element.iter(qn("w:rPr")):
        _alike(form)


def _turn(paragraph: BaseOxmlElement) -> None:
    form = paragraph.get_or_add_pPr()
    form.insert_element_before(
        OxmlElement("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )  # fmt: skip
    for run in paragraph.iter(qn("w:r")):
        form = run.get_or_add_rPr()
        form.append(OxmlElement("w:rtl"))
        _alike(form)


def _alike(form: BaseOxmlElement) -> None:
    """Size, weight and slant also for scripts from right to left, which have their own."""
    for name, theirs in (("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:sz", "w:szCs")):
        ours = form.find(qn(name))
        if ours is None:
            continue
        if (old := form.find(qn(theirs))) is not None:
            form.remove(old)
        made = OxmlElement(theirs)
        if (value := ours.get(qn("w:val"))) is not None:
            made.set(qn("w:val"), value)
        ours.addnext(made)
