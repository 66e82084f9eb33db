"""What the book's theme says is in the edition's language: in attributes that are seen or heard, and in its scripts."""

import re
from pathlib import Path
from types import SimpleNamespace

import pydata_sphinx_theme
import pytest
import sphinx_book_theme
from bs4 import BeautifulSoup
from govcourse.book import theme
from govcourse.content.translation import catalogue
from sphinx import locale
from sphinx.application import Sphinx

from tests.book.conftest import text

SAID = ("title", "aria-label", "placeholder", "alt")
LATIN, ARABIC = re.compile("[A-Za-z]{3}"), re.compile("[\u0600-\u06ff]")
NAMES = {"Ctrl", ".ipynb", ".pdf"}  # of a key, and of files
THEMES = [Path(one.__file__).parent for one in (sphinx_book_theme, pydata_sphinx_theme)]


@pytest.fixture(autouse=True)
def ours(monkeypatch):
    monkeypatch.delenv("GOVCOURSE_LOCALE", raising=False)


def frame(page):
    """What stands around the article: attributes and texts in which there are words, and none of Arabic."""
    soup = BeautifulSoup(page, "html.parser")
    for one in soup.find_all(["article", "script", "style", "title", "noscript"]):
        one.extract()
    said = {tag[name] for tag in soup.find_all(True) for name in SAID if tag.get(name)}
    said |= {one.strip() for one in soup.find_all(string=True) if type(one).__name__ == "NavigableString"}
    return {one for one in said if LATIN.search(one) and not ARABIC.search(one)}


def hard_coded():
    """Attributes that the themes' templates ask no catalogue for."""
    templates = [text(path) for folder in THEMES for path in folder.rglob("*.html")]
    return {one for page in templates for one in re.findall(rf'(?:{"|".join(SAID)})="([^"{{]+)"', page)}


def test_our_catalogues_have_what_the_templates_say_in_english_whatever_the_language(sources):
    said = set.union(*(frame(page) for page in sources.values())) & hard_coded()
    assert {"Main", "Toggle primary sidebar"} <= said
    assert [code for code in ("ar", "fr") if not said <= set(catalogue("sphinx", code))] == []


def test_attributes_are_said_in_the_edition_s_language_and_what_they_name_stays():
    page = '<nav aria-label="Main" class="Main"><a title="A &amp; B" href="Main">Main</a></nav>'
    said = '<nav aria-label="&lt;M&gt;" class="Main"><a title="C" href="Main">Main</a></nav>'
    assert theme.page_in(page, {"Main": "<M>", "A & B": "C"}) == said


def test_scripts_of_the_theme_speak_arabic(html):
    known = catalogue("sphinx", "ar")
    copy, search = (
        theme.script_in(text(html / "_static" / name), known) for name in ("copybutton.js", "searchtools.js")
    )
    assert f"'copy_to_clipboard': \"{known['Copy to clipboard']}\"" in copy
    left = [
        one
        for one in re.findall(r'_\(\s*"([^"]+)"|gettext\(\s*"([^"]+)"', search)
        if LATIN.search("".join(one))
    ]
    assert {"".join(one) for one in left} <= {
        ", in ",
        known["Search finished, found ${resultCount} page(s) matching the search query."],
    }


@pytest.mark.long  # a book of its own is built
def test_no_english_of_the_theme_is_left_around_an_arabic_page(arabic):
    theirs = {
        "Academy of the North",
        "1 Harbour Road <North> & South",
    }  # of the academy that this edition has
    for page in (
        "book/welcome",
        "notebooks/session-2",
        "book/cases/index",
        "book/cases/medellin",
        "book/glossary",
        "search",
    ):
        assert frame(text(arabic / f"{page}.html")) <= theirs | NAMES, page


def test_what_the_theme_says_is_in_a_language_that_it_has_not(monkeypatch):
    """Arabic has a catalogue of ours for it, the theme has none."""
    monkeypatch.setattr(locale, "translators", {})
    locale.init([None], "ar")
    book = SimpleNamespace(config=SimpleNamespace(language="ar"))
    book.add_message_catalog = lambda *names: Sphinx.add_message_catalog(book, *names)
    theme.configure(book, "ar")
    assert str(locale.get_translation("sphinx")("next page")) == "الصفحة التالية"
