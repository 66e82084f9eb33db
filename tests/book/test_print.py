"""The whole book as a PDF."""

import io

import pytest
from govcourse import content
from pypdf import PdfReader


@pytest.mark.long
def test_the_whole_book_is_one_pdf_with_bookmarks_and_tasks(tmp_path):
    from govcourse.book.print import pdf

    reader = PdfReader(io.BytesIO(pdf(tmp_path / "course.pdf").read_bytes()))
    titles = [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)]
    for number in range(1, 6):
        assert any(title.startswith(f"Session {number}.") for title in titles)
    assert len(reader.pages) > 120 and reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    words = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert content.instrument().dimensions[0].statements[0].text in words
    assert content.activity("action-plan").instructions[0] in words
