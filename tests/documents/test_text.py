"""What stands in a cell or a paragraph, whatever people typed."""

import csv
import io

import pytest
from govcourse.documents.sheets import csv_of
from govcourse.documents.text import ROOM, cell, label_share, plain, shares
from govcourse.layout.blocks import Sheet
from hypothesis import given, settings
from hypothesis import strategies as st

FORMULA = "=+-@＝＋－＠﹦﹢﹣﹫−"
LIKELY = st.text() | st.text(alphabet=f"{FORMULA};\t|\n ,'\"x")


@settings(max_examples=300)
@given(LIKELY)
def test_no_text_begins_like_a_formula_and_none_breaks_xml(text):
    assert cell(text).lstrip()[:1] not in tuple(FORMULA)
    assert not set(plain(text)) & {chr(n) for n in range(32) if n not in (9, 10, 13)}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@settings(max_examples=300)
@given(LIKELY)
def test_no_cell_of_a_csv_begins_like_a_formula_with_whatever_separator_it_is_read(separator, text):
    data = csv_of(Sheet("", ["head", text], [["a", text]])).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(data, newline=""), delimiter=separator):
        assert not [one for one in row if one.lstrip()[:1] in tuple(FORMULA)]


def test_what_is_no_formula_stays_as_it_was_typed():
    text = "a; b, c – d\nx = 1; 3 + 4"
    assert text in csv_of(Sheet("", ["head"], [[text]])).decode("utf-8-sig")


def test_a_column_is_as_wide_as_a_day_which_no_line_parts():
    day = "31\N{NO-BREAK SPACE}juil.\N{NO-BREAK SPACE}2027"
    rows = [
        ["Step", "Goal", "Owner", "By", "Indicators"],
        *[["word " * 30, "word " * 30, "word " * 30, day, "word " * 30]] * 3,
    ]
    assert shares(rows)[3] * ROOM >= len(day)


def test_questions_have_more_room_than_the_short_answers_beside_them():
    question = "What holds back innovation and digital change most in the administration of your country?"
    assert label_share([(question, "not right yet")]) > 0.5 > label_share([(question, "Because " * 20)])
    assert 0.3 < label_share([(question, "word " * 12)]) < 0.5
    assert label_share([("Level", "3")]) == 0.3
