"""Writes a document as PDF to read and print: tagged, with title, language, bookmarks and page numbers."""

import base64
import re
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from govcourse import content, markup
from govcourse.content import review
from govcourse.documents.text import figures, label_share, message, plain, row_heads, rtl, shares, shown
from govcourse.files import FONT, STATIC, Unavailable
from govcourse.layout.blocks import Block, Document, Heading, Picture
from govcourse.layout.brand import Brand
from govcourse.layout.pictures import in_pixels

HERE = Path(__file__).resolve().parent
# Marks upon letters, and the scripts from Hebrew to those of South and South-East Asia.
JOINED = re.compile("[\u0300-\u036f\u0590-\u10ff\u1700-\u1cff\ua800-\uabff\ufb1d-\ufdff\ufe20-\ufefc]")
ONE_COLUMN = 56  # lines of contents that a page has room for


def write(document: Document, brand: Brand) -> bytes:
    return make(page(document, brand))


def page(document: Document, brand: Brand) -> str:
    """The document as one HTML page that needs nothing beside it."""
    headings = [block for block in document.blocks if isinstance(block, Heading) and block.level <= 2]
    return template("document.html").render(
        d=document, blocks=map(_drawn, document.blocks), brand=brand, t=content.texts(document.language)["documents"], contents=headings, fonts=fonts(),
        direction_of_all=content.direction(document.language), draft=review.label(document.language),
    )  # fmt: skip


def make(html: str) -> bytes:
    """HTML as PDF; nothing is fetched, from nowhere. Raises Unavailable."""
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except OSError:  # its system libraries are not there
        raise Unavailable(content.texts()["api"]["no_pdf"]) from None
    fetcher = URLFetcher(allowed_protocols=["data"])
    made: bytes = weasyprint.HTML(string=html, url_fetcher=fetcher).write_pdf(
        pdf_variant="pdf/ua-1", finisher=_finish
    )
    return made


def _finish(document: Any, pdf: Any) -> None:
    """What WeasyPrint leaves out of its tags: whether a head is of a row or a column, and that links are printed too."""
    for page in document.pages:
        for box in page._page_box.descendants():
            if box.element_tag == "th" and (mark := getattr(box, "mark", None)):
                mark["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
    for one in pdf.objects:
        if isinstance(one, dict) and one.get("Subtype") == "/Link":
            one["F"] = 4


@cache
def template(name: str) -> jinja2.Template:
    environment = markup.environment(HERE / "templates", lstrip_blocks=True)
    environment.filters |= {"plain": plain, "shown": lambda value: plain(shown(value)), "data": _data}
    environment.globals |= {
        "direction": _direction,
        "shares": shares,
        "label_share": label_share,
        "figures": figures,
        "row_heads": row_heads,
        "message": message,
        "columns": _columns,
        "kind": lambda block: type(block).__name__,
    }
    return environment.get_template(name)


def _columns(contents: list[Heading]) -> list[list[tuple[int, Heading]]]:
    """Contents with their numbers, in two columns where one would not do; no part stands apart from its first line."""
    numbered = list(enumerate(contents))
    if len(contents) <= ONE_COLUMN:
        return [numbered]
    half = (len(contents) + 1) // 2
    while contents[half - 1].level == 1:
        half -= 1
    return [numbered[:half], numbered[half:]]


def _direction(text: object, around: str) -> str:
    """Of a text in a document; who writes the PDF takes "auto" for that of what is around it."""
    turned = around == "rtl"
    return "rtl" if rtl(str(text), turned) else "auto" if not turned and rtl(str(text), True) else "ltr"


@cache
def fonts() -> list[str]:
    """The course's font, as every page has it."""
    files = sorted((STATIC / FONT).parent.glob("*.woff2"))
    return [
        f"data:font/woff2;base64,{base64.b64encode(one.read_bytes()).decode()}" for one in reversed(files)
    ]


def _drawn(block: Block) -> Block:
    """A chart stays in lines, but for scripts that join letters: who writes the PDF sets them one by one in a drawing."""
    if isinstance(block, Picture) and block.image.startswith(b"<") and JOINED.search(block.image.decode()):
        return in_pixels(block)
    return block


def _data(picture: Picture | bytes) -> str:
    image = picture.image if isinstance(picture, Picture) else picture
    mime = {b"<": "svg+xml", b"\x89": "png"}.get(image[:1], "jpeg")
    return f"data:image/{mime};base64,{base64.b64encode(image).decode()}"
