"""A report as PDF: tagged, with bookmarks."""

import cProfile
import io
import pstats

import pytest
from bs4 import BeautifulSoup
from govcourse import content
from govcourse.documents import exercise, pdf
from govcourse.kinds.report import Page
from govcourse.layout.brand import Brand
from pypdf import PdfReader

PAGE = Page(Brand())


def test_the_pdf_is_tagged_and_has_bookmarks(report):
    reader = PdfReader(io.BytesIO(report("pdf")))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    titles = [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)]
    assert titles[0] == "Executive summary" and "Action plans" in titles


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
