"""The slides of an exercise."""

import io

import pytest
from govcourse import content, documents
from govcourse.documents import slides
from govcourse.layout.blocks import Slide, Table
from govcourse.layout.brand import Brand
from pptx import Presentation

from tests.documents.conftest import bare, text_of


@pytest.mark.parametrize(
    ("activity", "count", "minutes"), [("ndp-priorities", 3, 4), ("innovation-lab", 4, 5)]
)
def test_the_slides_hold_every_field_and_the_speaking_time(activity, count, minutes, example):
    data = documents.make(activity, example(activity), "pptx")
    deck = Presentation(io.BytesIO(data))
    assert len(deck.slides) == count
    for field in content.activity(activity).fields:
        assert bare(field.example) in bare(text_of(data, "pptx"))
    assert f"{minutes} minutes" in deck.slides[0].notes_slide.notes_text_frame.text


def test_the_plan_s_slides_have_its_goals_its_time_line_and_its_kpis(example):
    deck = Presentation(io.BytesIO(documents.make("action-plan", example("action-plan"), "pptx")))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles[0].startswith("Goal 1") and titles[-1] == "How we shall know"
    pictures = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert pictures and pictures[0]._element.nvPicPr.cNvPr.get("descr")


def test_a_table_of_long_texts_is_set_smaller_so_that_it_ends_on_its_slide():
    def size(rows):
        made = slides.write([Slide("Title", [], table=Table(["Statement", "Answers"], rows))], "T", Brand())
        table = next(one for one in Presentation(io.BytesIO(made)).slides[0].shapes if one.has_table).table
        return table.cell(1, 0).text_frame.paragraphs[0].runs[0].font.size.pt

    long = "A statement that takes three lines of its column, as statements in French do. " * 3
    assert (size([["Short", 1]] * 5), size([[long, "one\ntwo\nthree\nfour"]] * 5)) == (16, 12)


def test_a_figure_keeps_off_the_column_beside_it():
    rows = [["Births registered", 41, "80"], ["Visits in vain", 1200, "all"]]
    made = slides.write([Slide("Title", [], table=Table(["What", "Baseline", "Target"], rows))], "T", Brand())
    table = next(one for one in Presentation(io.BytesIO(made)).slides[0].shapes if one.has_table).table
    what, baseline, _ = (table.cell(1, place).margin_right for place in range(3))
    assert baseline > 2 * what
