"""The report of a room: its summary rests on figures, too few people are held back everywhere, and the files can be edited."""

import io
import json
import re
import zipfile

import pandas as pd
import pytest
from docx import Document
from govcourse import content, documents
from govcourse.documents import cohort, comparison, deck, report, tables
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Picture, Table
from govcourse.layout.brand import Brand
from pptx import Presentation
from pypdf import PdfReader

from tests.documents.conftest import answers_of

PAGE = Page(Brand())
SECRET = "Only four people said this"


@pytest.fixture(scope="session")
def small():
    """A room of four: nothing may be shown."""
    answers = answers_of(4)
    answers["obstacles-poll"][0]["answers"]["obstacles"] = {"chosen": ["other"], "text": SECRET}
    answers["digital-value"] = [{"notes": [{"id": f"n{n}", "text": SECRET}]} for n in range(4)]
    return cohort.make("Small", 4, answers, {}, "en", 5)


def test_every_sentence_of_the_summary_has_a_figure_of_its_section(room):
    said = report.sentences(room, PAGE)
    headings = {one.text for one in report.document(room, Brand()).blocks if type(one).__name__ == "Heading"}
    assert len(said) >= 8
    for sentence in said:
        assert re.search(r"\d", sentence)
        assert re.search(r"\(see “(.+)”\)\.$", sentence)[1] in headings


def test_the_summary_s_figures_are_those_of_the_room(room):
    _, found = cohort.assessed(room)
    low = min(found["dimensions"], key=lambda row: row["score"])
    said = "\n".join(report.sentences(room, PAGE))
    assert f"lowest {low['title']} with {low['score']:.1f}" in said and said.startswith(
        "People who took part: 30"
    )


def test_of_a_room_of_four_nothing_is_shown_in_any_format(small):
    assert small.answers == {} and "dtca" in small.too_few
    word = Document(io.BytesIO(documents.make_report(small, "docx")))
    text = "\n".join(p.text for p in word.paragraphs) + "".join(
        c.text for t in word.tables for r in t.rows for c in r.cells
    )
    pdf = "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(documents.make_report(small, "pdf"))).pages
    )
    slides = str(
        [
            shape.text_frame.text
            for s in Presentation(io.BytesIO(documents.make_report(small, "pptx"))).slides
            for shape in s.shapes
            if shape.has_text_frame
        ]
    )
    sheets = pd.read_excel(io.BytesIO(documents.make_report(small, "xlsx")), sheet_name=None)
    for made in (text, pdf, slides, str(sheets)):
        assert SECRET not in made
    assert "too few to be shown" in text and list(sheets) == ["Codebook"]
    assert len(report.sentences(small, PAGE)) == 1


def test_private_exercises_are_in_no_report_even_when_they_are_given():
    answers = {**answers_of(10), "reflection": [{"fields": {"obstacles": SECRET}}] * 10}
    given = cohort.make("Ten", 10, answers, {}, "en", 5)
    assert "reflection" not in given.answers
    assert SECRET not in str(pd.read_excel(io.BytesIO(documents.make_report(given, "xlsx")), sheet_name=None))


def test_a_threshold_can_be_raised_and_not_lowered():
    answers = answers_of(8)
    assert "dtca" in cohort.make("", 8, answers, {}, "en", 1).answers
    assert "dtca" not in cohort.make("", 8, answers, {}, "en", 9).answers
    assert "dtca" not in cohort.make("", 4, answers_of(4), {}, "en", 1).answers


def test_the_word_file_has_styles_captions_contents_and_words_for_every_picture(room):
    data = documents.make_report(room, "docx")
    document = Document(io.BytesIO(data))
    styles = {p.style.name for p in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Caption", "List Bullet"} <= styles
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert xml.count("<pic:pic") == xml.count("descr=") >= 7 and "SEQ Table" in xml and "TOC " in xml
    assert xml.count("<w:tblHeader") >= 8
    assert document.core_properties.title == "Report of the room: Cohort <9> & co."
    for title in ("Executive summary", "Action plans", "Value and feasibility", "How this report was made"):
        assert any(p.text == title for p in document.paragraphs)


def test_the_pdf_is_tagged_and_has_bookmarks(room):
    reader = PdfReader(io.BytesIO(documents.make_report(room, "pdf")))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    titles = [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)]
    assert titles[0] == "Executive summary" and "Action plans" in titles


def test_the_workbook_is_tidy_and_pandas_reads_it_back(room):
    sheets = pd.read_excel(io.BytesIO(documents.make_report(room, "xlsx")), sheet_name=None)
    code = sheets.pop("Codebook")
    assessment = next(sheet for name, sheet in sheets.items() if name.startswith("Digital Transformation"))
    assert len(assessment) == 30 * (30 + 6) and assessment["value"].between(1, 5).all()
    assert assessment["respondent"].nunique() == 30
    assert set(code["Sheet"]) == {content.activity(id).title for id in room.answers}
    # A row's number is of its sheet only: the order differs from sheet to sheet.
    assert len(sheets) == len(room.answers)


def test_the_minister_gets_ten_slides_with_a_message_each(room, small):
    assert len(deck.slides(room, Brand())) == len(deck.slides(small, Brand())) == 10
    shown = Presentation(io.BytesIO(documents.make_report(room, "pptx")))
    titles = [slide.shapes.title.text for slide in shown.slides]
    assert titles[3].startswith("Least agreement: ") and titles[4].startswith("The largest gap is in")
    assert all(
        "Source: report of the room" in slide.notes_slide.notes_text_frame.text for slide in shown.slides
    )


def test_the_deck_of_a_room_that_agrees_fully_says_so_and_shows_each_chart_under_its_own_title(room):
    same = {one.id: {"value": 2} for d in content.instrument().dimensions for one in d.statements}
    targets = {dimension.id: 4 for dimension in content.instrument().dimensions}
    given = cohort.make("Agreed", 6, {"dtca": [{"items": same, "targets": targets}] * 6}, {}, "en", 5)
    slides = deck.slides(given, Brand())
    t = content.texts()["documents"]
    assert slides[3].picture is None and (slides[3].title, slides[3].points) == (
        t["disagreement"],
        [("", t["deck_agreed"])],
    )
    assert slides[4].picture and slides[4].title.startswith("The largest gap is in")


def test_the_time_line_s_caption_counts_all_dated_steps_and_not_only_those_that_are_drawn():
    ends = [f"2027-{month:02}-{day:02}" for month in range(6, 10) for day in range(10, 21)][:41]
    steps = [{"id": f"s{n}", "step": "Do", "end": end} for n, end in enumerate(ends)]
    plans = [{"goals": [{"id": "g", "title": "G", "steps": some}]} for some in (steps[:20], steps[20:])]
    given = cohort.make("Plans", 6, {"action-plan": plans}, {}, "en", 5)
    said = f"Steps with a date: 41; the last one ends on {max(ends)}"
    blocks = next(one for one in report.sections(given, PAGE) if one.name == "plan").blocks
    figure = next(block for block in blocks if isinstance(block, Picture))
    assert figure.alt == figure.caption == said
    assert blocks[blocks.index(figure) + 1].text == "31 more are in the workbook."
    assert deck.slides(given, Brand())[8].title == said


def test_what_a_facilitator_hid_stays_out_and_what_was_merged_stands_together(room):
    notes = [{"notes": [{"id": f"n{n}", "text": f"Note {n}"}]} for n in range(6)]
    settings = {"digital-value": {"hidden": ["n1"], "merged": {"n2": "n0"}}}
    given = cohort.make("", 6, {"digital-value": notes}, {}, "en", 5, settings)
    boards = next(one for one in report.sections(given, PAGE) if one.name == "boards")
    rows = next(block for block in boards.blocks if isinstance(block, Table)).rows
    assert "Note 1" not in str(rows) and rows[0][0] == "Note 0\nNote 2"


def test_rooms_are_compared_by_means_with_their_sizes_and_the_limits_are_said(room):
    other = cohort.make("Other", 10, answers_of(10), {}, "en", 5)
    few = cohort.make("Few", 3, answers_of(3), {}, "en", 5)
    rows = comparison.scores(room, other, [few])
    assert rows[0][0] == "Leadership" and rows[0][3] == "–" and re.fullmatch(r"[+-]\d\.\d", rows[0][4])
    text = "".join(str(block) for block in report.document(room, Brand(), other, [few]).blocks)
    assert "n = 10" in text and "nobody is followed" in text


def test_a_room_as_it_was_is_read_from_its_archive(any_archive):
    before = cohort.of_archive(any_archive)
    assert before.people == 6 and cohort.assessed(before)[1]["n"] == 6
    for broken in (
        {},
        [],
        {"tables": {"rooms": []}},
        json.loads('{"tables": {"rooms": [{}], "participants": [], "answers": [{}]}}'),
    ):
        with pytest.raises(ValueError, match="archive"):
            cohort.of_archive(broken)


@pytest.fixture
def any_archive(tmp_path):
    from govcourse.store import open_store
    from govcourse.store.archive import export

    store = open_store(f"sqlite:///{tmp_path / 'a.db'}")
    made, _ = store.rooms.add("Before", [1, 2])
    for answer in answers_of(6)["dtca"]:
        store.answers.save(store.people.add(made.code).id, "dtca", answer, 0)
    yield json.loads(json.dumps(export(store, made.code)))
    store.close()


def test_no_sheet_has_a_formula(room):
    from openpyxl import load_workbook

    answers = {"digital-value": [{"notes": [{"id": f"n{n}", "text": "=HYPERLINK(1)"}]} for n in range(6)]}
    given = cohort.make("=1+1", 6, answers, {}, "en", 5)
    book = load_workbook(io.BytesIO(documents.make_report(given, "xlsx")))
    assert not any(
        cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )
    assert tables.sheets(given)[1].rows[0][-1] == "=HYPERLINK(1)"
