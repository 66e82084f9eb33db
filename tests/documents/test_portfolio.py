"""A learner's portfolio and certificate as files."""

import io
import zipfile

from docx import Document
from govcourse import content, documents
from pypdf import PdfReader

ANSWERS = {one.id: one.example for one in content.activities() if one.example}


def test_the_portfolio_has_everything_in_course_order_with_own_notes():
    data = documents.make_portfolio(ANSWERS, "docx", {})
    document = Document(io.BytesIO(data))
    headings = [p.text for p in document.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    order = [
        headings.index(one.title)
        for one in content.in_course_order()
        if one.example and one.id not in ("portfolio", "country-x")
    ]
    assert order == sorted(order)
    assert content.activity("country-x").title not in headings  # left out by the learner
    assert [h for h in headings if h.startswith("Session")][0].startswith("Session 1.")
    text = "\n".join(p.text for p in document.paragraphs)
    assert "Show this to the director before the budget round." in text and "Amina Example" in text
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert "TOC " in xml and "SEQ Figure" in xml and 'w:anchor="heading1"' in xml
    assert xml.count("<pic:pic") == xml.count("descr=") > 4  # every figure has words


def test_the_portfolio_as_pdf_has_bookmarks_and_page_numbers():
    one_a_session = {content.activity(id).sessions[0]: id for id in ANSWERS}
    some = {id: ANSWERS[id] for id in one_a_session.values()}
    reader = PdfReader(io.BytesIO(documents.make_portfolio(some, "pdf", {})))
    titles = [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)]
    assert len(titles) == 5 and titles[0].startswith("Session 1.")
    assert "2 / " in reader.pages[1].extract_text()


def test_an_empty_portfolio_says_what_to_do():
    text = "\n".join(
        p.text for p in Document(io.BytesIO(documents.make_portfolio({}, "docx", {}))).paragraphs
    )
    assert "Nothing was entered yet" in text


def test_an_exercise_that_was_opened_and_left_empty_is_not_in_the_portfolio():
    document = Document(
        io.BytesIO(
            documents.make_portfolio({"sdg-pitch": {"pitch": " "}, "dtca": ANSWERS["dtca"]}, "docx", {})
        )
    )
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert headings == [content.activity("dtca").title]
