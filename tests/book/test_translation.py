"""Other languages: catalogues are made, kept and used; nothing that people read stays behind; what runs right to left does so."""

import html as entities
import json
import re

import pytest
from babel.messages.pofile import read_po, write_po
from govcourse import content
from govcourse.book.branding import contrast
from govcourse.book.build import build
from govcourse.content import translation
from govcourse.translate import TranslationError, _data, _texts, notebooks, prepare
from PIL import Image

from tests import pseudo
from tests.once import once


@pytest.fixture(autouse=True)
def fresh():
    """No catalogue of another test is remembered."""
    for remembered in (translation.catalogue, content.texts):
        remembered.cache_clear()
    yield
    for remembered in (translation.catalogue, content.texts):
        remembered.cache_clear()


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
        patch.setenv("GOVCOURSE_LANGUAGE", "ar")
        assert build(folder / "out") == 0


def paragraphs(page):
    body = re.sub(
        r"<script.*?</script>|<summary.*?</summary>",
        "",
        re.search(r"<article[^>]*>(.*)</article>", page, re.DOTALL)[1],
        flags=re.DOTALL,
    )
    found = re.findall(r"<(?:p|li|td|h1|h2|h3)[^>]*>(.*?)</(?:p|li|td|h1|h2|h3)>", body, re.DOTALL)
    return [text for one in found if len(text := entities.unescape(re.sub("<[^>]*>", "", one)).strip()) > 15]


def test_an_academy_s_name_logo_colour_and_footer_are_on_every_page(arabic):
    for name in ("book/welcome", "notebooks/session-2", "book/cases/medellin"):
        page = (arabic / f"{name}.html").read_text(encoding="utf-8")
        assert "Academy of the North" in page and "1 Harbour Road &lt;North&gt; &amp; South" in page
        assert re.search(r'<img[^>]*src="[^"]*brand-logo\.png"[^>]*alt="Academy of the North', page)
    sheet = (arabic / "_static" / "brand.css").read_text(encoding="utf-8")
    light, dark = re.findall(r"--pst-color-primary: (#\w{6})", sheet)
    assert dark == "#e6b800" and light != dark  # gold is read on black, and darkened on white
    assert contrast(light, "#ffffff") >= 4.5


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


def test_an_exercise_takes_its_texts_and_its_data_in_the_edition_s_language(arabic):
    page = (arabic / "notebooks" / "session-1.html").read_text(encoding="utf-8")
    told = re.search(r'id="exercise-dtca".*?json">(.*?)</script>', page, re.DOTALL)[1]
    assert '"title":"أب ' in told and '"undo":"أب ' in told
    assert 'id="exercise-dtca"' in page  # ids stay


def test_the_page_says_its_language_and_its_direction(arabic):
    assert '<html dir="rtl" lang="ar"' in (arabic / "book" / "welcome.html").read_text(encoding="utf-8")
    assert (
        translation.direction("ar") == translation.direction("fa-IR") == "rtl"
        and translation.direction("fr") == "ltr"
    )


def test_translations_stay_when_the_course_changes(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_LOCALE", str(tmp_path))
    prepare("fr", chapters=False)
    path = tmp_path / "fr" / "LC_MESSAGES" / "texts.po"
    with path.open("rb") as file:
        catalogue = read_po(file)
    undo = content.texts("source")["common"]["undo"]
    catalogue[undo].string = "Annuler"
    with path.open("wb") as file:
        write_po(file, catalogue)
    assert prepare("fr", chapters=False)["texts"][1] == 1
    translation.catalogue.cache_clear()
    assert content.texts("fr")["common"]["undo"] == "Annuler"
    assert (
        content.texts("fr")["common"]["redo"] == content.texts("source")["common"]["redo"]
    )  # English until translated
    translation.catalogue.cache_clear()


def test_a_translation_that_lost_a_placeholder_is_not_used():
    known = {"{n} people": "personnes", "{n} notes": "{n} notes en français"}
    said = {text: translation.said(text, known) for text in ("{n} people", "{n} notes")}
    assert said == {"{n} people": "{n} people", "{n} notes": "{n} notes en français"}


def test_a_broken_catalogue_and_a_language_that_is_none_are_told(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_LOCALE", str(tmp_path))
    with pytest.raises(TranslationError, match="no language"):
        prepare("klingonish", chapters=False)
    broken = tmp_path / "de" / "LC_MESSAGES" / "texts.po"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b'msgid "open"\nmsgstr "\xff"\n')
    with pytest.raises(ValueError, match="broken"):
        translation.catalogue("texts", "de")
    for odd in ("../../etc", "EN; rm", ""):
        monkeypatch.setenv("GOVCOURSE_LANGUAGE", odd)
        assert translation.language() == "en"


@pytest.mark.parametrize("domain", ["texts", "data", "book", "notebooks"])
def test_the_french_draft_says_all_and_keeps_placeholders_and_links(monkeypatch, domain):
    monkeypatch.delenv("GOVCOURSE_LOCALE", raising=False)
    translation.catalogue.cache_clear()
    known = translation.catalogue(domain, "fr")
    made = {"texts": _texts, "data": _data}
    asked = [one.id for one in made[domain]() if one.id] if domain in made else list(known)
    assert [text for text in asked if text not in known] == [] and len(known) > 400
    kept = re.compile(r"\{\w*\}|\]\([^)]*\)|`[^`]+`|\*\*")
    assert [
        text for text, said in known.items() if sorted(kept.findall(text)) != sorted(kept.findall(said))
    ] == []
    # "l'*essai*" would be typeset as if a quotation ended before the mark.
    assert [said for said in known.values() if re.search(r"\w'[*\[{`«]", said)] == []


def test_the_french_draft_says_that_it_is_one(monkeypatch):
    monkeypatch.delenv("GOVCOURSE_LOCALE", raising=False)
    translation.catalogue.cache_clear()
    assert "ébauche" in content.texts("fr")["pages"]["language"]


def test_the_session_notebooks_are_in_the_edition_s_language_and_keep_what_a_reader_wrote(
    tmp_path, monkeypatch
):
    monkeypatch.delenv("GOVCOURSE_LOCALE", raising=False)
    translation.catalogue.cache_clear()
    translation._spaced.cache_clear()
    folder = notebooks(tmp_path / "notebooks-fr", "fr")
    texts = [
        "".join(cell["source"])
        for path in sorted(folder.glob("session-*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "markdown"
    ]
    known = translation.catalogue("notebooks", "fr")
    said = " ".join(" ".join(texts).split())
    behind = [
        text
        for text, french in known.items()
        if french != text and len(text) > 20 and " ".join(text.split()) in said
    ]
    assert behind == [] and "Séance 1." in said
    (folder / "session-1.ipynb").write_text("mine", encoding="utf-8")
    notebooks(folder, "fr")
    assert (folder / "session-1.ipynb").read_text(encoding="utf-8") == "mine"
    assert translation.markdown("# Summary\n\n| a | b |", "en") == "# Summary\n\n| a | b |"
