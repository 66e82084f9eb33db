"""A learner's certificate as a file."""

import io

from govcourse import content, documents
from govcourse.documents import pdf
from pypdf import PdfReader


def test_the_certificate_is_one_landscape_page_with_its_code():
    issued = {
        "name": "Zoë <b> O'Neill",
        "code": "ABCDEFGH23",
        "date": "2026-11-24",
        "address": "https://course.example/verify/ABCDEFGH23",
    }
    (page,) = PdfReader(io.BytesIO(documents.make_portfolio({}, "certificate", issued))).pages
    assert page.mediabox.width > page.mediabox.height
    text = page.extract_text()
    assert (
        "Zoë <b> O'Neill" in text
        and "ABCDEFGH23" in text
        and content.course().title in " ".join(text.split())
    )
    (page,) = PdfReader(
        io.BytesIO(
            documents.make_portfolio(
                {}, "certificate", {**issued, "code": "", "address": "", "name": "N" * 100}
            )
        )
    ).pages
    assert "Without a code" in page.extract_text()


def test_letters_that_are_joined_are_not_spaced():
    title = '<html lang="{}" dir="{}">'
    for language, direction in (("en", "ltr"), ("ar", "rtl")):
        sheet = pdf.template("certificate.html").render(
            **{"language": language, "direction_of_all": direction, "name": "N", "fonts": [], "brand": {}, "rule": {},
               "course": {}, "sessions": [], "t": {"no_code_line": ""}, "d": {}}
        )  # fmt: skip
        assert title.format(language, direction) in sheet
        assert 'html[dir="ltr"] h1 { letter-spacing' in sheet and sheet.count("letter-spacing") == 1
