"""A kind that an academy installed is everywhere where ours are, without a line of ours about it. tests/e2e has it in browsers."""

import csv
import io
import json
from pathlib import Path

import httpx
import openpyxl
import pytest
from docx import Document
from pypdf import PdfReader

from tests import outside
from tests.running import server


@pytest.fixture(scope="module")
def academy(tmp_path_factory):
    return outside.academy(tmp_path_factory.mktemp("academy"))


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("documents")


@pytest.fixture(scope="module")
def told(academy, out, tmp_path_factory):
    """What the course says of the kind's activity, in a process of its own: kinds are found once in each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOVCOURSE_HOME", str(tmp_path_factory.mktemp("home")))
        return json.loads(academy.run("-m", "tests.outside.inside", str(out)))


def words(path):
    document = Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_its_activity_is_part_of_the_course(told):
    assert told["problems"] == []
    assert told["spec"]["kind"] == "tally" and told["spec"]["windows"][0]["title"] == "Births"
    assert told["spec"]["documents"] == ["docx", "pdf", "csv"]
    assert told["spec"]["schema"]["properties"]["counts"]["propertyNames"] == {"enum": ["births", "permits"]}
    assert told["schema"]


def test_answers_are_checked_by_its_own_rules(told):
    assert told["valid"] == {"counts": {"births": 2}}
    assert told["refused"] == ["counts.cellar", "counts.births", "who"]


def test_answers_are_read_back_by_its_outline(told):
    assert told["progress"] == [[0, 3], [1, 3], [3, 3]]
    assert told["rows"] == [
        ["What was counted", "Births", "12"],
        ["What was counted", "Permits", "3"],
        ["", "What surprises you?", "Births come at opening time."],
    ]
    assert [offer["name"] for offer in told["offers"]] == ["Births", "Permits"]


def test_the_portfolio_and_an_exercise_that_it_feeds_read_it_with_its_words(told):
    assert "counter" in told["portfolio"] and "counter" in told["feeds"]
    assert told["texts"]["outline_counts"] == "What was counted"


def test_an_answer_is_taken_home_as_word_pdf_and_rows_and_in_the_portfolio(told, out):
    for found in (
        words(out / "counter.docx"),
        "".join(page.extract_text() for page in PdfReader(out / "counter.pdf").pages),
        words(out / "portfolio.docx"),
    ):
        assert "Births" in found and "12" in found and "Births come at opening time." in found
    rows = list(csv.reader(io.StringIO((out / "counter.csv").read_text(encoding="utf-8-sig"))))
    assert rows[1:] == told["rows"]


def test_a_room_has_its_figures_its_part_of_the_report_and_a_sheet(told, out):
    assert told["figures"] == {"n": 2, "counts": {"births": 13, "permits": 3}}
    assert "Births come at opening time." in words(out / "room.docx")
    sheet = openpyxl.load_workbook(out / "room.xlsx")["Who comes to which window"]
    assert [cell.value for cell in sheet[2]] == [1, "What was counted", "Births", "12"]


def test_on_paper_there_is_room_for_its_question(told):
    assert "<dt>What surprises you?</dt>" in told["paper"]


def test_in_jupyterlab_its_widget_brings_its_own_script(told):
    assert told["widget"] == Path(told["script"]).read_text(encoding="utf-8")


def test_a_server_gives_out_its_script(academy, told, tmp_path):
    with server(tmp_path / "home", **academy.environment) as address:
        answer = httpx.get(f"{address}/static/tally.js")
    assert "javascript" in answer.headers["Content-Type"]
    assert answer.content == Path(told["script"]).read_bytes()
