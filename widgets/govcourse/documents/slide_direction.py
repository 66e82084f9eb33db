"""Slides from right to left: what stood at the left stands at the right, and texts and tables run the other way."""

from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from govcourse.documents.text import rtl

SIDES = {"l": "r", "r": "l"}


def mirror(deck: Deck) -> None:
    """Mirrors all slides that are there. A paragraph in Latin letters keeps its direction and moves its edge."""
    width = deck.slide_width or 0
    for page in deck.slides:
        for shape in page.shapes:
            shape.left = width - shape.left - shape.width
        for paragraph in page._element.iter(qn("a:p")):
            form = paragraph.get_or_add_pPr()
            text = "".join(run.text or "" for run in paragraph.iter(qn("a:t")))
            form.set("rtl", "1" if rtl(text, turned=True) else "0")
            if form.get("algn", "l") in SIDES:
                form.set("algn", SIDES[form.get("algn", "l")])
        for table in page._element.iter(qn("a:tblPr")):
            table.set("rtl", "1")
        for cell in page._element.iter(qn("a:tcPr")):
            cell.set("marL", cell.get("marR", "91440"))
            cell.set("marR", "0")
