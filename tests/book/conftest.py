"""The book, built once, and in an edition of which every text is marked."""

import html as entities
import re
import shutil

import pytest
from govcourse import content
from govcourse.book.build import build
from govcourse.translate import prepare
from PIL import Image

from tests import pseudo
from tests.once import once


@pytest.fixture(autouse=True)
def fresh(fresh_catalogues):
    """An edition in another language is made here."""


THEIRS = content.root() / "locale" / "ar" / "LC_MESSAGES" / "sphinx.po"
BRAND = """
name: Academy of the North
accent: "#e6b800"
footer: "1 Harbour Road <North> & South"
"""


@pytest.fixture(scope="session")
def arabic(tmp_path_factory):
    """The book in an edition from right to left in which every text is marked."""
    return once(tmp_path_factory, "arabic", make_arabic) / "out" / "_build" / "html"


def make_arabic(folder):
    locale, brand = folder / "locale", folder / "brand"
    for one in (locale, brand):
        one.mkdir()
    (brand / "brand.yaml").write_text(BRAND, encoding="utf-8")
    Image.new("RGB", (120, 60), "#7a1f5c").save(brand / "logo.png")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOVCOURSE_BRAND", str(brand))
        patch.setenv("GOVCOURSE_LOCALE", str(locale))
        assert set(prepare("ar")) == {"texts", "data", "book", "notebooks"}
        pseudo.translate(locale, "ar")
        shutil.copy(THEIRS, locale / "ar" / "LC_MESSAGES")  # the theme's words, as they are
        patch.setenv("GOVCOURSE_LANGUAGE", "ar")
        assert build(folder / "out") == 0


@pytest.fixture(scope="session")
def html(book):
    return book


@pytest.fixture(scope="session")
def sources(html):
    """Every page's text, by its path."""
    return {path.relative_to(html).as_posix(): text(path) for path in sorted(html.rglob("*.html"))}


def text(path):
    return path.read_text(encoding="utf-8")


def plain(words):
    """Without the marks that typography and links change."""
    return "".join(character for character in words if character.isalnum())


def article(page):
    """The words of a page's article."""
    found = re.search(r"<article[^>]*>(.*)</article>", page, re.DOTALL)
    plain = re.sub(r"<script.*?</script>|<[^>]+>", " ", found[1] if found else "", flags=re.DOTALL)
    return entities.unescape(plain)
