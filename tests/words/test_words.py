"""The words of the course: our own, spelled right, readable, with sources for their figures."""

import hashlib
import json
import re
import statistics
from datetime import date
from pathlib import Path

import httpx
import pytest

from tests.words import links
from tests.words.prose import ROOT, names, sentences, texts, unquoted

HERE = Path(__file__).parent
REFERENCE = ROOT.parent / "shared" / "reference"
LENGTH = 8  # words in a row


def rows(text):
    words = re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))
    return {" ".join(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1)}


def hashed(row):
    return hashlib.sha256(row.encode()).hexdigest()[:10]


def test_no_sentence_of_ours_repeats_the_slides():
    kept = set((HERE / "slides.hashes").read_text().split())
    if REFERENCE.is_dir():
        slides = set().union(
            *(rows(path.read_text(errors="ignore")) for path in REFERENCE.iterdir() if path.is_file())
        )
        assert {hashed(row) for row in slides} == kept, (
            "python -m tests.words.test_words writes the hashes anew"
        )
    title = set().union(*map(rows, names()))
    found = {
        name: repeated
        for name, text in texts()
        if (
            repeated := sorted(
                {row for one in sentences(unquoted(text)) for row in rows(one) if hashed(row) in kept} - title
            )
        )
    }
    assert found == {}


def syllables(word):
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower()))))


def grade(text):
    """Flesch–Kincaid: the years of school that a text asks for."""
    found = sentences(text)
    words = [word for one in found for word in re.findall(r"[A-Za-z’']+", one)]
    if len(words) < 100:
        return None
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_chapters_can_be_read_with_twelve_years_of_school():
    grades = {name: grade(text) for name, text in texts() if name.startswith(("book/", "notebooks/session"))}
    hard = {name: round(value, 1) for name, value in grades.items() if value and value > 12}
    assert hard == {}
    assert statistics.fmean(value for value in grades.values() if value) < 10.5


# A number in running text has its source beside it, or in a case to which its section leads; or it is said to be made up, the
# workshop's, or a question to the reader.
PLAIN = re.compile(r"\b\d{3,}(?:[.,]\d+)*\b|\b\d+(?:\.\d+)? (?:%|per cent|million|billion)")
CASE = re.compile(r"\]\(\.\./book/cases/([\w-]+)\.md\)")
OURS = re.compile(
    r"\b(workshop|invented|imaginary|imagine|suppose|example|would|made up|milestone)\b|2030 Agenda|in November 2026"
    r"|p·B|Chance p|^\*\*|^>|^A good answer",
    re.IGNORECASE | re.MULTILINE,
)


def test_every_figure_in_the_chapters_leads_to_its_source():
    loose = []
    for name, text in texts():
        if not name.startswith("notebooks/"):
            continue
        for section in re.split(r"^#+ ", text, flags=re.MULTILINE):
            cases = " ".join(
                (ROOT / "data" / "cases" / f"{id}.yaml").read_text(encoding="utf-8")
                for id in CASE.findall(section)
            )
            for paragraph in re.split(r"\n\s*\n", section):
                if "](" in paragraph or OURS.search(paragraph):
                    continue
                for number in PLAIN.findall(unquoted(paragraph)):
                    bare = (
                        number.split(" ")[0].replace(",", "").removesuffix("000")
                    )  # a unit may be thousands
                    if bare not in cases.replace(",", ""):
                        loose.append((name, number, paragraph[:80]))
    assert loose == []


def test_every_address_outside_is_listed_with_the_day_and_the_outcome_of_its_look_up():
    kept = json.loads(links.LIST.read_text(encoding="utf-8"))
    assert links.used() == set(kept)
    for noted in kept.values():
        if noted["outcome"] == links.NOT_CHECKED:
            assert set(noted) == {"outcome"}
        else:
            assert noted["outcome"] in ("answered", "read in a stored copy")
            assert date.fromisoformat(noted["on"]) <= date.today()


def test_an_address_that_answers_gets_today_s_date_and_another_keeps_its_own():
    there, gone = "https://a.example/there", "https://a.example/gone"
    replies = httpx.MockTransport(lambda request: httpx.Response(200 if request.url == there else 404))
    with httpx.Client(transport=replies) as client:
        new, old = {"outcome": links.NOT_CHECKED}, {"on": "2026-01-02", "outcome": "answered"}
        listed, failed = links.asked({there: new, gone: old}, client, date(2026, 3, 4))
    assert listed == {there: {"on": "2026-03-04", "outcome": "answered"}, gone: old}
    assert list(failed) == [gone]


@pytest.fixture(scope="session")
def speller():
    from spellchecker import SpellChecker

    made = SpellChecker(language="en", distance=1)
    made.word_frequency.load_words((HERE / "known.txt").read_text(encoding="utf-8").split())
    return made


def test_words_are_spelled_as_a_dictionary_or_our_list_has_them(speller):
    wrong = {}
    for name, text in texts():
        words = {
            word.strip("'’").removesuffix("’s").removesuffix("'s")
            for one in sentences(unquoted(text))
            for word in re.findall(r"(?<![\w/.@-])[a-z][a-z’']{2,}(?![\w/@-])", one)
        }
        if unknown := sorted(speller.unknown(words)):
            wrong[name] = unknown
    assert wrong == {}


if __name__ == "__main__":
    found = set().union(
        *(rows(path.read_text(errors="ignore")) for path in REFERENCE.iterdir() if path.is_file())
    )
    (HERE / "slides.hashes").write_text("\n".join(sorted(map(hashed, found))) + "\n")
