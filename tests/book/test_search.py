"""The book's index and what is typed into its search are folded and stemmed alike, in Python and in a browser."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest
from govcourse.book import search
from govcourse.content import translation
from sphinx.search import IndexBuilder, languages

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests" / "front" / "folding.json").read_text(encoding="utf-8"))
OF_SPHINX = {
    "francaise",
    "genoux",
    "mauvais",
    "neerlandaise",
}  # its French for browsers is older than Python's


@pytest.fixture(params=["ar", "fr"])
def index(request, monkeypatch):
    monkeypatch.setattr("sphinx.search.languages", dict(languages))

    config = SimpleNamespace(html_search_language=None, language=request.param)
    search.configure(SimpleNamespace(config=config))
    return IndexBuilder(MagicMock(), request.param, {}, "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["plain"])
def test_a_text_is_folded_as_in_the_browser(case):
    assert search.folded(case["text"]).lower() == case["plain"]


def test_what_is_typed_has_the_stems_of_the_index(index):
    """All words that the course has in this language."""
    said = " ".join(
        text
        for domain in ("texts", "data", "book", "notebooks")
        for text in translation.catalogue(domain, index.lang.lang).values()
    )
    words = list(dict.fromkeys(index.lang.split(said)))
    assert len(words) > 8_000
    asked = {
        word: index.lang.stem(word)
        for word in words
        if word.casefold() not in OF_SPHINX and not word.casefold().endswith("ß")
    }
    script = f"""{index.get_js_stemmer_code()}
    {index.lang.js_splitter_code}
    const text = require("fs").readFileSync(0, "utf8");
    const stemmer = new Stemmer();
    console.log(JSON.stringify([...new Set(splitQuery(text))].map((word) => [word, stemmer.stemWord(word.toLowerCase())])));"""
    node = shutil.which("node") or str(Path(sys.executable).parent / "node")
    told = subprocess.run([node, "-e", script], input=said, capture_output=True, text=True, check=True)
    browser = dict(json.loads(told.stdout))
    assert {word: stem for word, stem in asked.items() if browser.get(word) != stem} == {}


@pytest.mark.parametrize(
    ("index", "asked", "said"),
    [
        ("ar", "الاداره", "إدارةُ"),
        ("ar", "خدمات", "الخدمة"),
        ("ar", "والموظفين", "موظف"),
        ("ar", "خدماتها", "خدمة"),
        ("ar", "٢٠٢٦", "2026"),
        ("fr", "hopitaux", "hôpital"),
        ("fr", "evaluations", "évaluation"),
        ("fr", "ÉTATS", "état"),
    ],
    indirect=["index"],
)
def test_a_word_is_found_in_another_form(index, asked, said):
    found = [[index.lang.stem(word) for word in index.lang.split(text)] for text in (asked, said)]
    assert found[0] == found[1]


def test_stop_words_are_folded_too(index):
    assert all(word == search.folded(word) for word in index.lang.stopwords)
    assert index.lang.lang == "ar" or "meme" in index.lang.stopwords
