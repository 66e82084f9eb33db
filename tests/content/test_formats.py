"""Quantities and days as a language writes them."""

import json
import re
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from govcourse.content import root
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


def test_texts_write_shares_as_figures_do_in_every_language():
    """In what is translated too: a sign of per cent stands as `percent` has it, but in addresses."""
    for code, domain in product(("fr", "ar"), ("data", "notebooks", "texts")):
        entries = po(code, domain)
        signs = {language: percent(0, language).removeprefix("0") for language in ("en", code)}
        for language, said in [("en", id) for id, _ in entries] + [(code, text) for _, text in entries]:
            found = re.findall(r"(?<=\d)[^\w%.,;]*%\u200e?(?![0-9A-F]{2})", re.sub(r"\]\([^)]*\)", "]", said))
            assert set(found) <= {signs[language]}, said


def po(code, domain):
    with (root() / "locale" / code / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return [
            (str(one.id), str(one.string))
            for one in read_po(file, locale=code)
            if isinstance(one.id, str) and one.id
        ]
