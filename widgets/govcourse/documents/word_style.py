"""How a DOCX looks where an academy has no template of its own: an A4 page, and styles in its font and colour."""

from docx.document import Document as File
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from govcourse.layout.brand import Brand

INK, GREY = RGBColor(0x17, 0x21, 0x2B), RGBColor(0x4A, 0x58, 0x66)


def apply(file: File, brand: Brand) -> None:
    _page(file)
    _styles(file, brand)


def _page(file: File) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.25)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)


def _styles(file: File, brand: Brand) -> None:
    accent = RGBColor.from_string(brand.accent.lstrip("#").upper())
    font = brand.font or "Calibri"
    sizes = {
        "Normal": (10.5, False, INK), "Title": (28, True, INK), "Subtitle": (13, False, GREY), "Quote": (10.5, False, GREY),
        "Heading 1": (18, True, accent), "Heading 2": (13.5, True, INK), "Heading 3": (11.5, True, INK), "Caption": (9.5, False, GREY),
    }  # fmt: skip
    for name, (size, bold, colour) in sizes.items():
        style = file.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.italic = font, Pt(size), bold, False
        style.font.color.rgb = colour
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(slot), None)
        for spaced in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spaced)
        for slot in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(slot), font)
    spaces = {
        "Normal": (0, 6),
        "Heading 1": (20, 8),
        "Heading 2": (14, 4),
        "Heading 3": (10, 2),
        "Caption": (2, 12),
    }
    for name, (before, after) in spaces.items():
        form = file.styles[name].paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
    file.styles["Normal"].paragraph_format.line_spacing = 1.15
    for border in file.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break
