"""A report as PDF: tagged, with bookmarks."""

import cProfile
import io
import pstats

import altair as alt
import pytest
from bs4 import BeautifulSoup
from govcourse import content
from govcourse.documents import exercise, pdf
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Block, Document, Fields, Heading, NewPage, Text
from govcourse.layout.brand import Brand
from govcourse.layout.pictures import draw
from pypdf import PdfReader

PAGE = Page(Brand())


def test_the_pdf_is_tagged_and_has_bookmarks(report):
    reader = PdfReader(io.BytesIO(report("pdf")))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    titles = [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)]
    assert titles[0] == "Executive summary" and "Action plans" in titles


def test_charts_are_drawn_in_lines_and_their_words_can_be_found(report):
    pages = PdfReader(io.BytesIO(report("pdf"))).pages
    assert not any(page.images for page in pages)
    chart = next(page.extract_text() for page in pages if "Bar: the middle half" in page.extract_text())
    assert chart.count("Professional and Workforce") == 2  # in the chart, and in its table


@pytest.mark.parametrize(
    ("words", "kind"), [("Oui, déjà", "svg+xml"), ("да", "svg+xml"), ("نعم", "png"), ("हाँ", "png")]
)
def test_a_chart_whose_letters_join_is_given_in_pixels(words, kind):
    chart = alt.Chart(alt.Data(values=[{"a": words}])).mark_bar().encode(y="a:N")
    page = pdf.page(Document("Chart", [draw(chart, words, Brand())]), Brand())
    assert f'src="data:image/{kind};base64' in page


def test_no_table_asks_the_width_of_its_texts_which_takes_minutes_for_long_ones():
    answer = {"items": {"leadership-1": {"value": 3, "comment": "word " * 400}}}
    made = pdf.page(exercise.document("dtca", answer, PAGE), PAGE.brand)
    tables = BeautifulSoup(made, "lxml").find_all("table")
    assert tables and all("fixed" in table["class"] for table in tables)


@pytest.mark.long
def test_long_texts_take_work_in_proportion_to_their_length():
    """Counted in calls, which no busy machine changes: text of 30 comments took minutes when it grew with its square."""

    def calls(length):
        comments = {
            one.id: {"value": 3, "comment": ("word and more " * 400)[:length]}
            for one in content.instrument().statements[:5]
        }
        html = pdf.page(exercise.document("dtca", {"items": comments}, PAGE), PAGE.brand)
        with cProfile.Profile() as profile:
            pdf.make(html)
        return pstats.Stats(profile).total_calls

    calls(100)  # what is imported and made once
    short, long, longer = calls(1000), calls(2000), calls(4000)
    assert longer - long < 3 * max(long - short, short / 10)


def test_no_page_ends_with_the_heading_of_a_form_that_stands_on_the_next():
    forms = exercise.document("inclusion-obstacles", content.activity("inclusion-obstacles").example, PAGE)
    written = [block for block in forms.blocks if isinstance(block, Heading | Fields)]
    blocks: list[Block] = []
    for lines in range(20):  # whatever stands above
        blocks += [Text("\n".join(["above"] * (lines + 1))), *written, NewPage()]
    made = PdfReader(io.BytesIO(pdf.write(Document("Forms", blocks), Brand())))
    headings = {block.text for block in written if isinstance(block, Heading)}
    lines_of = [page.extract_text().split("\n") for page in made.pages[1:]]
    ends = [
        [one for one in lines if one.strip() and "Forms" not in one and " / " not in one][-1]
        for lines in lines_of
    ]
    assert len(ends) > 30 and headings.isdisjoint(ends)


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_contents_of_a_long_report_have_one_page(code):
    blocks = [
        block
        for section in range(18)
        for block in (
            Heading(f"Section {section}"),
            *(Heading(f"Question {section}.{n} of the report, in so many words", 2) for n in range(3)),
        )
    ]
    made = PdfReader(io.BytesIO(pdf.write(Document("Long", blocks, language=code, cover=True), Brand())))
    assert "Section 17" in made.pages[1].extract_text()
    assert made.pages[2].extract_text().strip().startswith("Section 0")


def test_long_contents_stand_in_two_columns_and_no_part_apart_from_its_first_line():
    blocks = [
        Heading("Part", 1 if n in (0, 30) else 2) for n in range(61)
    ]  # the half ends with a part's name
    page = BeautifulSoup(pdf.page(Document("Long", blocks, cover=True), Brand()), "lxml")
    assert [len(one.find_all("li")) for one in page.select(".contents ul")] == [30, 31]
