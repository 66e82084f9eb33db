"""Quantities and days as a language writes them."""

from datetime import date

from govcourse.content.formats import quantity, written


def test_a_quantity_has_the_language_s_marks_and_is_not_parted_from_its_unit():
    assert quantity(3617.5, "offices", "en") == "3,617.5\N{NO-BREAK SPACE}offices"
    assert quantity(44.6, "% des ménages", "fr") == "44,6\N{NO-BREAK SPACE}% des ménages"


def test_a_day_has_the_name_of_its_month_and_in_english_stands_first():
    day = date(2026, 11, 24)
    assert written(day, "fr") == "24 novembre 2026" and written(day, "en") == "24 November 2026"
