"""Quantities and days as a language writes them."""

import json
from datetime import date
from pathlib import Path

import pytest
from govcourse.content.formats import day, listed, number, percent, quantity, rounded, written

FRONT = Path(__file__).parents[1] / "front"  # the browser is held to the same


@pytest.mark.parametrize(
    ("value", "places", "language", "text"),
    json.loads((FRONT / "numbers.json").read_text(encoding="utf-8")),
)
def test_halves_go_up_on_screens_and_in_documents_alike(value, places, language, text):
    assert number(value, language, places) == text
    if language == "en":
        assert rounded(value, places) == text.replace(",", "")


@pytest.mark.parametrize(
    ("share", "language", "text"), json.loads((FRONT / "percents.json").read_text(encoding="utf-8"))
)
def test_a_share_is_in_per_cent_as_its_language_writes_it_on_screens_and_in_documents_alike(
    share, language, text
):
    assert percent(share, language) == text


def test_a_day_that_is_in_no_calendar_stays_as_it_was_entered():
    assert (day("2027-02-31", "en"), day("2027-02-28", "fr"), day("", "en")) == (
        "2027-02-31",
        "28\N{NO-BREAK SPACE}févr.\N{NO-BREAK SPACE}2027",
        "",
    )


def test_a_quantity_has_the_language_s_marks_and_is_not_parted_from_its_unit():
    assert quantity(3617.5, "offices", "en") == "3,617.5\N{NO-BREAK SPACE}offices"
    assert quantity(44.6, "% des ménages", "fr") == "44,6\N{NO-BREAK SPACE}% des ménages"
    assert quantity(44.6, "% of households", "en") == "44.6% of households"


def test_a_day_has_the_name_of_its_month_and_in_english_stands_first():
    day = date(2026, 11, 24)
    assert written(day, "fr") == "24 novembre 2026" and written(day, "en") == "24 November 2026"


def test_a_list_has_the_language_s_marks_and_no_gap_where_there_is_nothing():
    assert listed(["أ", "", "ب", None], "ar") == "أ؛ ب" and listed(["1", "3"], "ar", ",") == "1، 3"
    assert listed(["a", "b"], "fr") == "a\N{NO-BREAK SPACE}; b" and listed(["a", "b"], "en") == "a; b"
    assert listed(["a", "b"], "fr", ":") == "a\N{NO-BREAK SPACE}: b" and listed(["", "b"], "en", ":") == "b"
