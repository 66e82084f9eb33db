"""Other languages: catalogues are made, kept and used; nothing that people read stays behind; what runs right to left does so."""

import html as entities
import re

import pytest
from govcourse.content import translation


def paragraphs(page):
    body = re.sub(
        r"<script.*?</script>|<summary.*?</summary>",
        "",
        re.search(r"<article[^>]*>(.*)</article>", page, re.DOTALL)[1],
        flags=re.DOTALL,
    )
    found = re.findall(r"<(?:p|li|td|h1|h2|h3)[^>]*>(.*?)</(?:p|li|td|h1|h2|h3)>", body, re.DOTALL)
    return [text for one in found if len(text := entities.unescape(re.sub("<[^>]*>", "", one)).strip()) > 15]


@pytest.mark.long  # a book of its own is built
def test_everything_that_people_read_goes_through_the_catalogues(arabic):
    for page in (
        "notebooks/session-2",
        "book/welcome",
        "book/facilitators/session-1",
        "book/cases/medellin",
        "book/reference/pillars",
        "book/glossary",
        "book/academies/index",
    ):
        left = [
            text
            for text in paragraphs((arabic / f"{page}.html").read_text(encoding="utf-8"))
            if "أب" not in text
        ]
        assert left == [], page


@pytest.mark.long  # a book of its own is built
def test_an_exercise_takes_its_texts_and_its_data_in_the_edition_s_language(arabic):
    page = (arabic / "notebooks" / "session-1.html").read_text(encoding="utf-8")
    told = re.search(r'id="exercise-dtca".*?json">(.*?)</script>', page, re.DOTALL)[1]
    assert '"title":"أب ' in told and '"undo":"أب ' in page
    assert 'id="exercise-dtca"' in page  # ids stay


@pytest.mark.long  # a book of its own is built
def test_the_page_says_its_language_and_its_direction(arabic):
    assert '<html dir="rtl" lang="ar"' in (arabic / "book" / "welcome.html").read_text(encoding="utf-8")
    assert (
        translation.direction("ar") == translation.direction("fa-IR") == "rtl"
        and translation.direction("fr") == "ltr"
    )
