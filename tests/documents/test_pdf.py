"""A report as PDF: tagged, with bookmarks."""

import io

from govcourse import documents
from govcourse.kinds.report import Page
from govcourse.layout.brand import Brand
from pypdf import PdfReader

PAGE = Page(Brand())


def test_the_pdf_is_tagged_and_has_bookmarks(room):
    reader = PdfReader(io.BytesIO(documents.make_report(room, "pdf")))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    titles = [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)]
    assert titles[0] == "Executive summary" and "Action plans" in titles
