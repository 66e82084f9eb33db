"""Catalogues are made and kept; the French draft says all; session notebooks in another language."""

import json
import re

import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from govcourse import content, own_notebooks
from govcourse.content import translation
from govcourse.translate import TranslationError, _beside_the_book, _texts, prepare

pytestmark = pytest.mark.usefixtures("fresh_catalogues")


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


def catalogued(domain):
    path = content.root() / "locale" / "fr" / "LC_MESSAGES" / f"{domain}.po"
    with path.open("rb") as file:
        return [one for one in read_po(file) if one.id]


@pytest.mark.parametrize("domain", ["texts", "data", "book", "notebooks"])
def test_the_french_draft_says_all_of_interface_and_chapters_and_keeps_placeholders_and_links(
    monkeypatch, domain
):
    monkeypatch.delenv("GOVCOURSE_LOCALE", raising=False)
    translation.catalogue.cache_clear()
    known = translation.catalogue(domain, "fr")
    if domain == "texts":
        assert [one.id for one in _texts() if one.id and one.id not in known] == []
    assert [one.id for one in catalogued(domain) if one.id not in known] == []
    assert len(known) > 400
    kept = re.compile(r"\{\w*\}|\]\([^)]*\)|`[^`]+`|\*\*")
    assert [
        text for text, said in known.items() if sorted(kept.findall(text)) != sorted(kept.findall(said))
    ] == []
    # "l'*essai*" would be typeset as if a quotation ended before the mark.
    assert [said for said in known.values() if re.search(r"\w'[*\[{`«]", said)] == []


def test_the_french_draft_says_that_it_is_one_and_that_new_texts_are_in_english(monkeypatch):
    monkeypatch.delenv("GOVCOURSE_LOCALE", raising=False)
    translation.catalogue.cache_clear()
    said = content.texts("fr")["pages"]["language"]
    assert "ébauche" in said and "en anglais" in said


def asked(notebook):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [
        text
        for cell in cells
        if cell["cell_type"] == "markdown"
        for text in translation.asked("".join(cell["source"]))
    ]


def test_all_notebooks_of_a_reader_are_in_the_edition_s_language(tmp_path, monkeypatch):
    monkeypatch.delenv("GOVCOURSE_LOCALE", raising=False)
    translation.catalogue.cache_clear()
    translation._spaced.cache_clear()
    folder = tmp_path / "notebooks-fr"
    own_notebooks.copy(folder, "fr")
    said = {text for path in folder.glob("*.ipynb") for text in asked(path)}
    known = translation.catalogue("notebooks", "fr")
    behind = [text for text, french in known.items() if french != text and " ".join(text.split()) in said]
    assert behind == [] and {"Bienvenue", "Les données d’une salle"} < said
    assert any(one.startswith("Séance 1.") for one in said)
    assert translation.markdown("# Summary\n\n| a | b |", "en") == "# Summary\n\n| a | b |"


def test_notebooks_that_are_no_chapters_are_in_the_catalogue_too():
    template = Catalog()
    template.add("Overview", locations=[("notebooks/session-1.ipynb", 1)])
    _beside_the_book(template)
    assert "Welcome" in template and "A room's data" in template
    assert "Before you begin" not in template  # Sphinx has read the chapters


def test_the_term_base_has_a_word_for_each_term_and_chapters_use_it():
    terms = yaml.safe_load((content.root() / "locale" / "terms.yaml").read_text(encoding="utf-8"))
    assert len(terms) >= 150 and len({one["en"] for one in terms}) == len(terms)
    assert [one for one in terms if not one.get("fr") or set(one) - {"en", "fr", "ar", "note"}] == []
    french = {one["en"].casefold(): one["fr"].casefold() for one in terms}
    other = {
        one.id: one.string
        for domain in ("book", "notebooks")
        for one in catalogued(domain)
        if french.get(one.id.casefold(), "") not in ("", one.string.casefold().replace("’", "'"))
    }
    assert other == {}  # a heading or a column that is a term
