"""A report in Word: styles, captions, contents, words for pictures."""

import io
import zipfile

from docx import Document
from govcourse.kinds.report import Page
from govcourse.layout.brand import Brand

PAGE = Page(Brand())


def test_the_word_file_has_styles_captions_contents_and_words_for_every_picture(report):
    data = report("docx")
    document = Document(io.BytesIO(data))
    styles = {p.style.name for p in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Caption", "List Bullet"} <= styles
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert xml.count("<pic:pic") == xml.count("descr=") >= 7 and "SEQ Table" in xml and "TOC " in xml
    assert xml.count("<w:tblHeader") >= 8
    assert document.core_properties.title == "Report of the room: Cohort <9> & co."
    for title in ("Executive summary", "Action plans", "Value and feasibility", "How this report was made"):
        assert any(p.text == title for p in document.paragraphs)
