"""A report in Word: styles, captions, contents, words for pictures."""

import io
import zipfile

from docx import Document
from govcourse.documents import word
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Document as Made
from govcourse.layout.blocks import Table
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


def test_no_page_divides_a_short_row_of_a_table():
    rows = [["short", 1], ["long " * 300, 2]]
    made = word.write(Made("Report", [Table(["Statement", "Answers"], rows)]), Brand())
    head, short, long = Document(io.BytesIO(made)).tables[0]._tbl.tr_lst
    assert [one.trPr is not None and "cantSplit" in one.trPr.xml for one in (head, short, long)] == [
        True,
        True,
        False,
    ]
