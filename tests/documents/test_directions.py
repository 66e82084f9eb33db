"""Documents of an edition from right to left: pages, tables, slides and sheets run as the language does, and say that it is a draft."""

import io
import zipfile

import pytest
from bs4 import BeautifulSoup
from govcourse import content, documents
from govcourse.documents import pdf, sheets, word
from govcourse.layout.blocks import Document, Sheet, Table, Text
from govcourse.layout.brand import Brand
from govcourse.layout.pictures import _line_by_line, _mirrored
from openpyxl import load_workbook

ARABIC = Document(
    "خطة العمل",
    [Text("خطوات"), Text("Ministry of Health"), Table(["خطوة", "عدد"], [["أ", 2]])],
    language="ar",
)
DRAFT = content.texts("ar")["pages"]["draft"]


def part(data, name):
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def test_a_word_document_turns_its_page_its_tables_and_each_paragraph_that_is_not_latin():
    data = word.write(ARABIC, Brand())
    body = part(data, "word/document.xml")
    latin, arabic = (
        next(one for one in body.split("<w:p>") if text in one) for text in ("Ministry", "خطوات")
    )
    assert "<w:bidi/>" in arabic and "<w:rtl/>" in arabic and "<w:bidi/>" not in latin
    assert "<w:bidiVisual/>" in body and "<w:bidi/>" in body[body.index("<w:sectPr") :]
    assert DRAFT in part(data, "word/footer1.xml")
    english = part(
        word.write(Document("Plan", [Table(["a", "b"], [["c", "d"]])]), Brand()), "word/document.xml"
    )
    assert "bidi" not in english


def test_a_page_to_print_runs_as_its_language_and_names_as_their_letters():
    page = pdf.page(ARABIC, Brand())
    assert '<html lang="ar" dir="rtl">' in page and f'<p class="note">{DRAFT}</p>' in page
    assert (
        '<p class="" dir="ltr">Ministry of Health</p>' in page and '<p class="" dir="rtl">خطوات</p>' in page
    )
    english = pdf.page(Document("Plan", [Text("Step 1")]), Brand())
    assert 'dir="rtl"' not in english.partition("<body>")[2] and '<html lang="en" dir="ltr">' in english


def test_a_workbook_begins_at_the_right():
    data = sheets.xlsx([Sheet("أ", ["خطوة"], [["ب"]])], "خطة", "ar")
    assert 'rightToLeft="1"' in part(data, "xl/worksheets/sheet1.xml")
    assert DRAFT in part(data, "docProps/core.xml")
    assert "rightToLeft" not in part(sheets.xlsx([Sheet("a", ["b"], [["c"]])]), "xl/worksheets/sheet1.xml")


def test_a_cell_of_a_workbook_reads_as_its_letters_so_that_a_full_stop_ends_it():
    made = sheets.xlsx([Sheet("أ", ["خطوة"], [["انتهى."], ["Done."]])], "خطة", "ar")
    sheet = load_workbook(io.BytesIO(made)).active
    assert [sheet.cell(row, 1).alignment.readingOrder for row in (1, 2, 3)] == [2, 2, 1]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_slides_are_mirrored(language):
    pptx = pytest.importorskip("pptx")
    activity = content.activity("action-plan")
    deck = pptx.Presentation(io.BytesIO(documents.make(activity.id, activity.example, "pptx", language)))
    text = deck.slides[0].part.blob.decode()
    assert ('rtl="1"' in text) == (language == "ar")
    assert all(0 <= shape.left <= deck.slide_width for page in deck.slides for shape in page.shapes)
    said = " ".join(shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame)
    assert (DRAFT in said) == (language == "ar")


def test_each_line_of_a_chart_s_name_is_a_text_of_its_own_that_runs_from_right_to_left():
    def running(text):
        return f"\u200f{text}\u200f"

    drawn = '<svg xmlns="http://www.w3.org/2000/svg"><text transform="translate(1,2)" x="0"><tspan>أ</tspan><tspan x="0" dy="12">ب</tspan></text><text>ج</text></svg>'
    texts = BeautifulSoup(_line_by_line(drawn), "xml").find_all("text")
    assert [(one.get_text(), one.get("transform")) for one in texts] == [
        (running("أ"), "translate(1,2) translate(0,0.0)"),
        (running("ب"), "translate(1,2) translate(0,12.0)"),
        (running("ج"), None),
    ]


MIXED = Document(
    "خطة العمل",
    [
        Text("Diia: خدمات عامة في تطبيق واحد"),
        Table(["الحالة", "الجهة", "عدد"], [["Diia: خدمات", "Ministry of Health", 2]] * 3),
    ],
    language="ar",
)


def test_a_name_in_latin_letters_at_its_beginning_turns_no_arabic_and_one_alone_keeps_its_column():
    body = part(word.write(MIXED, Brand()), "word/document.xml")
    begun, latin = (
        next(one for one in body.split("<w:p>") if text in one) for text in ("Diia: خدمات عامة", "Ministry")
    )
    assert "<w:bidi/>" in begun and "<w:bidi/>" not in latin and '<w:jc w:val="right"/>' in latin
    page = pdf.page(MIXED, Brand())
    assert '<p class="" dir="rtl">Diia' in page and '<td dir="ltr">Ministry' in page
    assert '[dir="rtl"] :is(th, td)[dir="ltr"]' in page


def test_no_script_is_slanted_that_has_no_italics():
    """A template's own styles slant both; ours say of neither that it is."""
    styles = part(word.write(ARABIC, Brand()), "word/styles.xml")
    subtitle = next(one for one in styles.split("<w:style ") if 'w:styleId="Subtitle"' in one)
    assert '<w:i w:val="0"/><w:iCs w:val="0"/>' in subtitle


@pytest.mark.parametrize(("code", "title", "number"), [("ar", "right", "left"), ("en", "left", "right")])
def test_a_foot_begins_with_the_title_and_ends_with_the_number(code, title, number):
    page = pdf.page(Document("Plan", [Text("a")], language=code), Brand())
    assert (
        f'@bottom-{title} {{ content: "Plan"' in page
        and f"@bottom-{number} {{ content: counter(page)" in page
    )


def test_a_chart_in_a_language_from_right_to_left_begins_at_the_right():
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect x="10"/><text transform="translate(8,5)" text-anchor="end">أ</text><text>ب</text></svg>'
    made = BeautifulSoup(_mirrored(drawn), "xml")
    assert made.svg.find("g", recursive=False)["transform"] == "translate(100.0,0) scale(-1,1)"
    assert [(one["transform"], one["text-anchor"]) for one in made.find_all("text")] == [
        ("translate(8,5) scale(-1,1)", "start"),
        ("scale(-1,1)", "end"),
    ]
