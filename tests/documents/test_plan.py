"""The action plan to take home: complete, editable, and safe whatever people typed."""

import io
from datetime import datetime

import pytest
from docx import Document
from govcourse import documents
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

HOSTILE = '=HYPERLINK("x") \x00\x0b\ud800 <w:p>&amp; مرحبا 🙂 ' + "Wort " * 200


def words(data):
    document = Document(io.BytesIO(data))
    parts = [paragraph.text for paragraph in document.paragraphs]
    parts += [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join(parts).replace("\N{NO-BREAK SPACE}", " ")


def test_the_document_holds_all_seven_components(example):
    text = words(documents.make("action-plan", example("action-plan"), "docx"))
    for expected in (
        "Every birth in the northern districts", "Let midwives register births", "Midwives of the two districts",
        "Head of civil registration", "1 Feb 2027 – 31 Jul 2027", "First ten births registered by phone", "42,000 EUR",
        "41 → 80% of births", "Monthly note", "SDG 16", "has no baseline",
    ):  # fmt: skip
        assert expected in text


def test_the_document_has_real_headings(example):
    document = Document(io.BytesIO(documents.make("action-plan", example("action-plan"), "docx")))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert "Title" in styles and "Heading 1" in styles and "Heading 2" in styles


def test_the_workbook_has_one_row_per_step_milestone_and_kpi(example):
    book = load_workbook(io.BytesIO(documents.make("action-plan", example("action-plan"), "xlsx")))
    steps, milestones, kpis = (list(sheet.values) for sheet in book.worksheets)
    assert [row[:2] for row in steps[1:]] == [(1, 1), (1, 2), (2, 1)]
    assert steps[1][10] == 42000 and [row[:2] for row in milestones[1:]] == [(1, 1), (1, 1)]
    assert len(kpis) == 4
    assert steps[1][8:10] == (datetime(2027, 2, 1), datetime(2027, 7, 31))
    assert steps[1][-2] == "Access\nInclusion and responsiveness"


@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_an_empty_plan_gives_a_document_that_opens(format):
    data = documents.make("action-plan", {}, format)
    assert Document(io.BytesIO(data)) if format == "docx" else load_workbook(io.BytesIO(data))


def test_hostile_text_stays_text_in_both():
    answer = {
        "goals": [
            {"id": "g", "title": HOSTILE[:300], "steps": [{"id": "s", "step": HOSTILE, "owner": "@SUM(A1)"}]}
        ]
    }
    text = words(documents.make("action-plan", answer, "docx"))
    assert "<w:p>&amp; مرحبا 🙂" in text
    book = load_workbook(io.BytesIO(documents.make("action-plan", answer, "xlsx")))
    cells = [c for row in book.worksheets[0].iter_rows() for c in row]
    assert not any(c.data_type == "f" for c in cells)
    assert any(c.value == "'@SUM(A1)" for c in cells)


@settings(max_examples=15)
@given(st.text(max_size=300))
def test_whatever_people_type_can_be_taken_home(text):
    answer = {"goals": [{"id": "g", "title": text, "steps": [{"id": "s", "step": text, "sharing": text}]}]}
    assert documents.make("action-plan", answer, "docx")[:2] == b"PK"
    assert documents.make("action-plan", answer, "xlsx")[:2] == b"PK"
