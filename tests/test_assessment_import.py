"""Answers that were collected elsewhere: every problem by row and column, nothing twice, no harm from a hostile sheet."""

import io
import re
import zipfile

import openpyxl
import pytest
from govcourse import assessment_import, content
from govcourse.kinds import AnswerError
from govcourse.store import open_store
from hypothesis import given, settings
from hypothesis import strategies as st

IDS = [one.id for dimension in content.instrument().dimensions for one in dimension.statements]


def csv_of(*rows, head=("respondent", "legal-6", "legal-7", "target:legal")):
    return "\n".join(",".join(row) for row in [head, *rows]).encode()


@pytest.fixture
def store(tmp_path):
    opened = open_store(f"sqlite:///{tmp_path / 'course.db'}")
    yield opened
    opened.close()


def test_names_and_comments_of_a_sheet_are_cleaned():
    sheet = csv_of(
        ("a", "An\x01n", "3", "x\x02\ufffey"), head=("respondent", "name", "legal-6", "comment:legal-6")
    )
    (one,) = assessment_import.read(sheet, "a.csv").respondents
    assert (one.name, one.answer["items"]["legal-6"]) == ("Ann", {"value": 3, "comment": "xy"})


def test_the_sheet_that_is_handed_out_can_be_filled_in_and_read_back():
    book = openpyxl.load_workbook(io.BytesIO(assessment_import.template()))
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    assert set(IDS) <= set(head) and sheet.cell(2, head.index("legal-6") + 1).value.startswith("# ")
    for c, name in enumerate(head, 1):
        sheet.cell(3, c).value = {"respondent": "A1", "name": "Ann"}.get(name, 4)
    sheet.cell(4, head.index("legal-6") + 1).value = "don't know"
    buffer = io.BytesIO()
    book.save(buffer)
    found = assessment_import.read(buffer.getvalue(), "filled.xlsx")
    assert found.problems == [] and [one.name for one in found.respondents] == ["Ann", ""]
    full, one = (respondent.answer for respondent in found.respondents)
    assert len(full["items"]) == 30 and full["targets"]["legal"] == 4
    assert one == {"items": {"legal-6": {"dont_know": True}}}


@pytest.mark.usefixtures("fresh_catalogues")
@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_what_the_sheet_offers_in_its_cells_is_read_back_in_every_language(code, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_LANGUAGE", code)
    book = openpyxl.load_workbook(io.BytesIO(assessment_import.template()))
    sheet = book.worksheets[0]
    place = [cell.value for cell in sheet[1]].index(content.instrument().dimensions[1].gate) + 1
    column = sheet.cell(1, place).column_letter
    offered = next(one.formula1 for one in sheet.data_validations.dataValidation if column in str(one.sqref))
    values = offered.strip('"').split(",")
    for row, value in enumerate(values, 3):
        sheet.cell(row, place).value = value
    buffer = io.BytesIO()
    book.save(buffer)
    found = assessment_import.read(buffer.getvalue(), "filled.xlsx")
    assert found.problems == []
    items = [next(iter(one.answer["items"].values())) for one in found.respondents]
    assert items == [*({"value": n} for n in range(1, 6)), {"dont_know": True}, {"absent": True}]
    rules = "".join(str(cell.value) for row in book.worksheets[1].iter_rows() for cell in row)
    assert all(f"{value}" in rules for value in values[5:])


@pytest.mark.usefixtures("fresh_catalogues")
def test_what_people_do_not_know_they_may_write_without_marks(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_LANGUAGE", "ar")
    (one,) = assessment_import.read(csv_of(("a", "لا اعرف", "Don’t know", "")), "s.csv").respondents
    assert one.answer["items"] == {"legal-6": {"dont_know": True}, "legal-7": {"dont_know": True}}


def test_a_problem_is_told_with_what_its_column_is_about():
    dimension = next(one for one in content.instrument().dimensions if one.id == "legal")
    text = {one.id: one.text for one in dimension.statements}["legal-7"]
    data = csv_of(("a", "3", "9", "8"), head=("respondent", "legal-6", "legal-7", "target:legal"))
    assert [one.about for one in assessment_import.read(data, "s.csv").problems] == [
        [dimension.title, text],
        [f"Target for {dimension.title}, 1 to 5"],
    ]
    long = csv_of(("a", "x" * 6000), head=("legal-6", "evidence:legal-7"))
    (problem,) = assessment_import.read(long, "s.csv").problems
    assert problem.about == [dimension.title, text, "Evidence"]


def test_what_the_assessment_itself_refuses_is_told_in_its_column(monkeypatch):
    def refuse(*given):
        raise AnswerError("items.legal-7.evidence", "too_long", count=300)

    monkeypatch.setattr(assessment_import.kinds, "validate", refuse)
    (problem,) = assessment_import.read(csv_of(("a", "3", "4", "")), "s.csv").problems
    assert (problem.row, problem.column) == (2, "evidence:legal-7") and "items." not in str(problem)


def test_each_problem_is_told_with_its_row_and_column():
    data = csv_of(
        ("a", "3", "9", "4"),
        ("b", "x", "", "0"),
        ("c", "", "", ""),
        ("d", "5", "don't know", "5"),
        ("d", "1", "1", "1"),
    )
    found = assessment_import.read(data, "s.csv")
    assert [(one.row, one.column) for one in found.problems] == [
        (2, "legal-7"), (3, "legal-6"), (3, "target:legal"), (4, ""), (6, "respondent"),
    ]  # fmt: skip
    assert [one.row for one in found.respondents] == [5]


def test_columns_that_the_assessment_does_not_have_are_told_and_not_read():
    found = assessment_import.read(csv_of(("1", "2", "x"), head=("legal-6", "legal-6", "shoe size")), "s.csv")
    assert sorted(one.column for one in found.problems) == ["legal-6", "shoe size"]


def test_a_second_import_adds_nobody_and_changes_what_changed(store):
    room, _ = store.rooms.add("Room", [1])
    first = assessment_import.read(
        csv_of(("a", "3", "4", "5"), ("", "1", "1", ""), ("", "1", "1", "")), "s.csv"
    )
    assert assessment_import.take_over(store, room.code, first) == {"new": 3, "changed": 0, "same": 0}
    assert assessment_import.take_over(store, room.code, first) == {"new": 0, "changed": 0, "same": 3}
    changed = assessment_import.read(csv_of(("a", "2", "4", "5"), ("", "1", "1", "")), "s.csv")
    assert assessment_import.take_over(store, room.code, changed) == {"new": 0, "changed": 1, "same": 1}
    assert store.rooms.counts(room.code) == {
        "participants": 3,
        "team_count": 0,
        "answered": {"dtca": 3},
        "by_teams": {},
    }
    other, _ = store.rooms.add("Other", [1])
    assert assessment_import.take_over(store, other.code, first)["new"] == 3


@pytest.mark.parametrize(
    "text",
    [
        "respondent;legal-6\na;3",
        "respondent\tlegal-6\na\t3",
        "\ufeffrespondent,legal-6\r\na,3.0\r\n",
        'respondent,legal-6\na,"3 = so"',
    ],
)
def test_a_sheet_may_come_from_any_program(text):
    found = assessment_import.read(text.encode(), "s.csv")
    assert [one.answer["items"]["legal-6"] for one in found.respondents] == [{"value": 3}]


def bomb():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 70_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.xlsx", b"no workbook"), ("a.xlsx", b""), ("a.csv", b""), ("a.csv", b"PK\x03\x04"), ("a.csv", b"\x00\x01"), ("a.csv", b"x,y\n1,2"),
     ("a.xlsx", bomb), ("a.csv", b"legal-6\n" + b"3\n" * 5100)],
)  # fmt: skip
def test_what_is_no_sheet_of_answers_is_refused_in_words(name, data):
    with pytest.raises(assessment_import.SheetRefused) as refused:
        assessment_import.read(data() if callable(data) else data, name)
    assert len(str(refused.value)) > 20


@pytest.mark.parametrize("entity", ['SYSTEM "file:///etc/hostname"', '"of its own"'])
def test_a_workbook_with_entities_is_refused(entity):
    book, whole, made = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    for row in (["name", "legal-6"], ["HERE", 3]):
        book.active.append(row)
    book.save(whole)
    assert [one.name for one in assessment_import.read(whole.getvalue(), "a.xlsx").respondents] == ["HERE"]
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(made, "w") as packed:
        for part in parts.namelist():
            xml = parts.read(part).decode()
            if "HERE" in xml:
                root = re.search(r"<(\w+)", xml)
                head = f"<!DOCTYPE {root[1]} [<!ENTITY x {entity}>]>"
                xml = head + xml[root.start() :].replace("HERE", "&x;")
            packed.writestr(part, xml)
    with pytest.raises(assessment_import.SheetRefused):
        assessment_import.read(made.getvalue(), "a.xlsx")


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_whatever_stands_in_a_cell_nothing_invalid_is_taken_over(text):
    from govcourse import kinds

    data = (
        'legal-6,legal-7,comment:legal-6\n3,"'
        + text.replace('"', '""')
        + '","'
        + text.replace('"', '""')
        + '"\n'
    ).encode("utf-8", "replace")
    try:
        found = assessment_import.read(data, "s.csv")
    except assessment_import.SheetRefused:
        return
    for one in found.respondents:
        assert kinds.validate("dtca", one.answer) == one.answer


def test_there_is_none_and_evidence_are_taken_over_and_the_first_edition_is_kept_and_said():
    sheet = csv_of(
        ("a", "none", "Page 3", "5"), head=("respondent", "strategy-6", "evidence:strategy-7", "legal-1")
    )
    found = assessment_import.read(sheet, "s.csv")
    assert [(one.row, one.column) for one in found.problems] == [(1, "legal-1")]
    assert found.respondents[0].answer["items"] == {
        "strategy-6": {"absent": True},
        "strategy-7": {"evidence": "Page 3"},
        "legal-1": {"value": 5},
    }
    refused = assessment_import.read(csv_of(("a", "none"), head=("respondent", "legal-6")), "s.csv")
    assert [one.column for one in refused.problems] == ["legal-6"]
