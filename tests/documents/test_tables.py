"""A room's workbook: tidy, and without formulas."""

import io
import json
import os
import subprocess
import sys

import pandas as pd
import pytest
from govcourse import content, documents, kinds
from govcourse.documents import cohort, sheets, tables
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Sheet
from govcourse.layout.brand import Brand
from openpyxl import load_workbook

PAGE = Page(Brand())


def test_the_workbook_is_tidy_and_pandas_reads_it_back(room, report):
    found = pd.read_excel(io.BytesIO(report("xlsx")), sheet_name=None)
    code = found.pop("Codebook")
    assessment = next(sheet for name, sheet in found.items() if name.startswith("Digital Transformation"))
    assert len(assessment) == 30 * 30 and assessment["Response"].between(1, 5).all()
    assert assessment["Respondent"].nunique() == 30
    names = code.set_index(["Sheet", "Column"])["Name in the notebook interface"]
    assert names[content.activity("dtca").title, "Response"] == "value"
    assert {content.activity(id).title for id in room.answers} <= set(code["Sheet"])
    targets = next(sheet for name, sheet in found.items() if name.startswith("Targets – Digital"))
    assert list(targets) == ["Respondent", "Title of the dimension", "Target"] and len(targets) == 30 * 6
    assert len(found) >= len(room.answers) and {"Unit or scale", "What an empty cell means"} <= set(code)


def test_no_sheet_has_a_formula(room):
    from openpyxl import load_workbook

    answers = {"digital-value": [{"notes": [{"id": f"n{n}", "text": "=HYPERLINK(1)"}]} for n in range(6)]}
    given = cohort.make("=1+1", 6, answers, {}, "en", 5)
    book = load_workbook(io.BytesIO(documents.make_report(given, "xlsx")))
    assert not any(
        cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )
    assert "=HYPERLINK(1)" in tables.sheets(given)[1].rows[0]


def test_one_s_own_workbook_has_no_ids_beside_titles_and_no_empty_columns():
    activity = content.activity("maturity-grid")
    data = documents.make(activity.id, activity.example, "xlsx")
    (head, *rows) = list(load_workbook(io.BytesIO(data)).worksheets[0].values)
    assert all(any(row[place] is not None for row in rows) for place in range(len(head)))
    assert "transactional" not in {value for row in rows for value in row}


def test_people_read_neither_ids_nor_english_in_arabic_workbooks():
    told = {**os.environ, "GOVCOURSE_LANGUAGE": "ar"}
    command = [sys.executable, "-m", "tests.documents.edition"]
    done = subprocess.run(command, env=told, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {}


def test_dots_and_choices_say_what_they_were_given_to():
    def sheet(id, answer, place):
        report, about = kinds.kind(id).report(), content.activity(id)
        return report.sheets(about, answer, "en")[place]

    notes = {"notes": [{"id": "n1", "text": "One form for all"}], "votes": {"n1": 3}}
    assert sheet("digital-value", notes, 1).rows == [["One form for all", 3]]
    asked = next(one for one in content.activity("session-5-check").questions if one.type == "match")
    first, second = asked.options[:2]
    chosen = sheet(
        "session-5-check", {"answers": {asked.id: {"pairs": {first.id: first.id, second.id: first.id}}}}, 0
    )
    assert f"{first.text} → {first.match}\n{second.text} → {first.match}" in chosen.rows[0]


def test_a_sheet_s_name_ends_with_a_word():
    names = [
        Sheet("Before the course: what do you know already?", ["a"], []),
        Sheet("Where? ", ["a"], []),
    ] * 2
    found = load_workbook(io.BytesIO(sheets.xlsx(names))).sheetnames
    assert found == ["Before the course what do you…", "Where", "Before the course what do… 2", "Where 2"]


@pytest.mark.parametrize(("columns", "fit"), [(3, True), (9, False)])
def test_a_sheet_is_printed_with_its_columns_beside_each_other_where_they_can_be_read(columns, fit):
    rows = [["word " * 20] * columns]
    sheet = load_workbook(io.BytesIO(sheets.xlsx([Sheet("Rows", ["a"] * columns, rows)]))).active
    assert bool(sheet.sheet_properties.pageSetUpPr.fitToPage) == fit
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")


def test_a_row_has_room_for_the_lines_of_its_longest_text():
    rows = [["one", 1], ["word " * 30, 2], ["a\nb\nc", 3]]
    sheet = load_workbook(io.BytesIO(sheets.xlsx([Sheet("Rows", ["a", "b"], rows)]))).active
    assert [sheet.row_dimensions[n].height for n in (2, 3, 4)] == [None, 45, 45]
