"""Texts by number: a form for each category that CLDR knows of a language, from gettext's plural forms."""

import copy
import json
import pickle
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from govcourse import content
from govcourse.content import plurals, translation

pytestmark = pytest.mark.usefixtures("fresh_catalogues")

CASES = json.loads((content.root() / "tests" / "front" / "plurals.json").read_text(encoding="utf-8"))
REVIEWS = {"one": "{n} review", "other": "{n} reviews"}
ARABIC = ("لا مراجعات", "مراجعة واحدة", "مراجعتان", "{n} مراجعات", "{n} مراجعة", "{n} مراجعة")


def of_arabic(forms, **more):
    """What an Arabic catalogue with such forms makes of the text, for some numbers."""
    expression = more.get("expression") or Catalog(locale="ar").plural_expr
    found = plurals.of_catalogue(tuple(REVIEWS.values()), forms, expression, "ar")
    source = plurals.Plural(REVIEWS)
    said = translation.said(source, {} if found is None else dict([found]))
    return [said.format(n=n) for n in (0, 1, 2, 3, 11, 100)]


@pytest.mark.parametrize("case", CASES, ids=[case["language"] for case in CASES])
def test_each_number_has_the_form_that_the_front_end_gives_it(case, monkeypatch):
    monkeypatch.delenv("GOVCOURSE_LOCALE", raising=False)
    text = content.texts(case["language"])["console"]["people"]
    assert text == case["message"]
    assert {n: text.format(n=int(n)) for n in case["said"]} == case["said"]


def test_arabic_has_six_forms_whatever_order_the_file_counts_them_in():
    said = ["لا مراجعات", "مراجعة واحدة", "مراجعتان", "3 مراجعات", "11 مراجعة", "100 مراجعة"]
    assert of_arabic(ARABIC) == said
    usual = "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)"
    assert of_arabic(ARABIC, expression=usual) == said


@pytest.mark.parametrize(
    "forms",
    [
        (*ARABIC[:5], ""),  # one is not translated
        ARABIC[:4],  # the file has fewer than its language
        (*ARABIC[:3], "مراجعات", *ARABIC[4:]),  # many numbers, and the text does not say which
        (*ARABIC[:5], "{n} مراجعة {of}"),
    ],
)
def test_a_text_that_lacks_a_form_or_a_placeholder_is_in_english(forms):
    english = ["0 reviews", "1 review", "2 reviews", "3 reviews", "11 reviews", "100 reviews"]
    assert of_arabic(forms) == english


def test_a_language_without_a_form_for_whole_numbers_other_takes_its_last():
    russian = Catalog(locale="ru")
    forms = ("{n} отзыв", "{n} отзыва", "{n} отзывов")
    found = plurals.of_catalogue(tuple(REVIEWS.values()), forms, russian.plural_expr, "ru")
    assert found and [found[1].format(n=n) for n in (1, 2, 5, 21)] == [
        "1 отзыв",
        "2 отзыва",
        "5 отзывов",
        "21 отзыв",
    ]


def test_a_text_by_number_says_which_number():
    with pytest.raises(ValueError, match="placeholders n, count, minutes"):
        plurals.Plural({"one": "a review", "other": "reviews of {name}"})


def test_a_catalogue_that_lacks_a_form_falls_back_and_the_rest_of_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("GOVCOURSE_LOCALE", str(tmp_path))
    source = content.texts("source")["console"]
    catalogue = Catalog(locale="ar")
    catalogue.add(source["people"].ids, ("لا أحد", "", "", "", "", ""))
    catalogue.add(source["comments"].ids, tuple(form.replace("{n}", "{count}") for form in ARABIC))
    path = tmp_path / "ar" / "LC_MESSAGES" / "texts.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue)
    said = content.texts("ar")["console"]
    assert said["people"].format(n=0) == "0 people in the room."
    assert said["comments"].format(count=2) == "مراجعتان"


def test_a_copy_of_a_text_by_number_is_one_too():
    text = plurals.Plural({"one": "{n} Antwort", "other": "{n} Antworten"}, "de")
    for made in (copy.deepcopy({"t": text})["t"], pickle.loads(pickle.dumps(text))):
        assert made == text and made.format(n=1) == "1 Antwort" and made.format(n=2) == "2 Antworten"
