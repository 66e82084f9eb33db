"""Catalogues are made and kept; each draft says all; session notebooks in another language."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache

import pytest
import snowballstemmer
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from govcourse import content, own_notebooks
from govcourse.book.search import Arabic, folded
from govcourse.content import plurals, review, translation
from govcourse.translate import TranslationError, _beside_the_book, _data, _texts, prepare, translated

pytestmark = pytest.mark.usefixtures("fresh_catalogues")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """The catalogues of a language in which nothing is translated."""
    folder = tmp_path_factory.mktemp("locale")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOVCOURSE_LOCALE", str(folder))
        prepare("fr", chapters=False)
    return folder


@pytest.fixture
def untranslated(prepared, tmp_path, monkeypatch):
    """A copy of them that a test may change, as the course's own."""
    monkeypatch.setenv("GOVCOURSE_LOCALE", str(tmp_path))
    return shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)


def test_translations_stay_when_the_course_changes(untranslated):
    path = untranslated / "fr" / "LC_MESSAGES" / "texts.po"
    with path.open("rb") as file:
        catalogue = read_po(file)
    undo = content.texts("source")["common"]["undo"]
    catalogue[undo].string = "Annuler"
    with path.open("wb") as file:
        write_po(file, catalogue)
    assert prepare("fr", chapters=False)["texts"][1] == 1
    assert content.texts("fr")["common"]["undo"] == "Annuler"
    assert (
        content.texts("fr")["common"]["redo"] == content.texts("source")["common"]["redo"]
    )  # English until translated


def test_what_the_course_no_longer_says_leaves_the_catalogue(untranslated):
    path = untranslated / "fr" / "LC_MESSAGES" / "texts.po"
    with path.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "Said no more"\nmsgstr "Ne se dit plus"\n')
    prepare("fr", chapters=False)
    assert "Said no more" not in path.read_text(encoding="utf-8")


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


LANGUAGES = sorted(path.name for path in (content.root() / "locale").iterdir() if path.is_dir())
DOMAINS = ("texts", "data", "book", "notebooks")
KEPT = re.compile(r"\{\w*\}|\]\([^)]*\)|`[^`]+`|\*\*")  # placeholders, links, code, strong text
# What would be typeset wrong, by language: in French "l'*essai*" is a quotation that ends before the mark; Arabic has its own comma and mark.
WRONG = {"fr": r"\w'[*\[{`«]", "ar": r"[ء-ي][,;?]"}


@pytest.fixture
def own_catalogues(monkeypatch):
    monkeypatch.delenv("GOVCOURSE_LOCALE", raising=False)


@cache
def catalogued(code, domain):
    path = content.root() / "locale" / code / "LC_MESSAGES" / f"{domain}.po"
    with path.open("rb") as file:
        return [one for one in read_po(file) if one.id]


def pairs(entries):
    """The texts of a catalogue, each beside what it is in English; of those by number each form."""
    for one in entries:
        if isinstance(one.id, str):
            yield one.id, one.string
        else:
            yield from ((one.id[1], form) for form in one.string)


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_draft_says_all_and_keeps_placeholders_links_and_code(own_catalogues, code, domain):
    known, entries = translation.catalogue(domain, code), catalogued(code, domain)
    assert [one.id for one in entries if not translated(one)] == []
    assert len(known) == len(entries) > 400
    singular = [one for one in entries if isinstance(one.id, str)]
    lost = {
        text: said
        for text, said in pairs(singular)
        if sorted(KEPT.findall(text)) != sorted(KEPT.findall(said))
    }
    assert lost == {}
    assert [said for _, said in pairs(entries) if code in WRONG and re.search(WRONG[code], said)] == []


@pytest.mark.parametrize("code", ["en", *LANGUAGES])
def test_no_text_has_a_sign_of_per_cent_beside_a_figure_that_comes_with_its_own(own_catalogues, code):
    said = (
        [text for _, text in pairs(catalogued(code, "texts"))]
        if code != "en"
        else [str(content.texts("source"))]
    )
    assert [text for text in said if re.search(r"\}\s?%", text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_draft_lacks_no_text_of_the_interface_and_none_of_the_data(own_catalogues, code):
    for domain, template in (("texts", _texts()), ("data", _data())):
        there = {one.id for one in catalogued(code, domain)}
        assert [one.id for one in template if one.id and one.id not in there] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_texts_by_number_have_all_forms_of_their_language_with_all_placeholders(own_catalogues, code):
    forms = {translation.said(text, translation.catalogue("texts", code)) for text in plural_texts()}
    assert len(forms) > 20 and {form.language for form in forms} == {code}


def plural_texts():
    groups = content.texts("source").values()
    return [text for group in groups for text in group.values() if isinstance(text, plurals.Plural)]


def figures(text):
    """The numbers of a text, however its language groups and writes them; decades (“1960s”) are words."""
    western = "".join(str(int(one)) if one.isdecimal() else one for one in text)
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f,.٬٫](?=\d)", "", western)
    return Counter(re.findall(r"\d{3,}(?![\ds])", plain))


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_draft_keeps_every_figure_of_three_digits_or_more(code, domain):
    lost = {text: said for text, said in pairs(catalogued(code, domain)) if figures(text) - figures(said)}
    assert lost == {}


@pytest.mark.parametrize(
    ("code", "name"), [("fr", "Français (ébauche automatique)"), ("ar", "العربية (مسودة ترجمة آلية)")]
)
def test_a_language_says_in_menus_that_it_is_a_draft_and_no_longer_that_it_is_not_whole(
    own_catalogues, code, name
):
    assert review.languages()[code] == name


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


def test_the_term_base_has_a_word_for_each_term():
    terms = yaml.safe_load((content.root() / "locale" / "terms.yaml").read_text(encoding="utf-8"))
    assert len(terms) >= 150 and len({one["en"] for one in terms}) == len(terms)
    assert [one for one in terms if not all(one.get(code) for code in LANGUAGES)] == []
    assert {key for one in terms for key in one} <= {"en", *LANGUAGES, "note"}


STEMMERS = {"fr": snowballstemmer.stemmer("french").stemWord, "ar": Arabic({}).stem}


@cache
def stem(code, word):
    return STEMMERS[code](word)


def stems(code, text):
    return {stem(code, word) for word in re.findall(r"\w+", folded(text).lower())}


def term_base(code):
    terms = yaml.safe_load((content.root() / "locale" / "terms.yaml").read_text(encoding="utf-8"))
    return {one["en"].casefold(): one[code] for one in terms}


EVERYDAY = {"people"}  # also who somebody is, and not the population


@pytest.mark.parametrize("domain", ["book", "notebooks", "data"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_heading_or_a_column_that_is_a_term_has_the_term_base_s_word(code, domain):
    terms, said = term_base(code), dict(pairs(catalogued(code, domain)))
    other = {
        text: word
        for text, word in said.items()
        if text.casefold() not in EVERYDAY
        and (known := terms.get(text.casefold().rstrip(".")))
        and not stems(code, known) <= stems(code, word)
    }
    assert other == {}


# Terms of several words, which are hardly ever said otherwise. A single word has an everyday sense too.
SETTLED = (
    "action plan", "advice", "auditor", "building block", "capacity developers", "civil registration", "design thinking", "digital divide",
    "exit plan", "expected value", "human-centred design", "legal identity", "machine learning", "once-only principle",
    "open government", "participatory budgeting", "personal data", "pre-mortem", "public value", "systems thinking", "team",
)  # fmt: skip


@pytest.mark.parametrize("code", LANGUAGES)
def test_texts_use_the_word_of_the_term_base(code):
    """Most of them: of some a sentence speaks with a pronoun, and broken plurals of Arabic have stems of their own."""
    terms = term_base(code)
    said = [(text.lower(), word) for domain in DOMAINS for text, word in pairs(catalogued(code, domain))]
    shares = {}
    for term in SETTLED:
        whole = re.compile(rf"\b{term}\b")
        named = [word for text, word in said if term in text and whole.search(text)]
        uses = [word for word in named if stems(code, terms[term]) <= stems(code, word)]
        shares[term] = len(uses) / len(named)
    assert {term: share for term, share in shares.items() if share < 0.6} == {}


def test_no_view_puts_marks_of_english_between_two_texts():
    """`listed` takes them from the catalogue: a colon has a space before it in French, and a comma is another in Arabic."""
    own = re.compile(r"\n\s+\{[^\n]*\}: \{[^\n]*\}\n|\.join\(\"(?:, |; |: )\"\)|</\w+>:(?:\{|\n)")
    views = list((content.root() / "widgets" / "govcourse").rglob("*.tsx"))
    assert len(views) > 100
    assert {one.name: found for one in views if (found := own.findall(one.read_text(encoding="utf-8")))} == {}


def test_no_french_noun_is_counted_that_may_be_one():
    """“1 énoncés sur 30”: what has no form for one says “Énoncés : 1 sur 30”, or “1 sur 30 énoncés”."""
    counted = re.compile(r"\{\w+\} (?!cas )\w+s sur \{")
    said = [one.string for domain in DOMAINS for one in catalogued("fr", domain) if isinstance(one.id, str)]
    assert [word for word in said if counted.search(word)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_data_of_each_language_is_in_order(code):
    told = {**os.environ, "GOVCOURSE_LANGUAGE": code}
    told.pop("GOVCOURSE_LOCALE", None)
    command = [sys.executable, "-c", "from govcourse.cli import app; app()", "check"]
    done = subprocess.run(command, env=told, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "data/ is in order.\n", "")
