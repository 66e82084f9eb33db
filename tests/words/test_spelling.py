"""The words of translations are those of a dictionary, or stand in the language's own list: Debian has hunspell, hunspell-fr and hunspell-ar."""

import re
import shutil
import subprocess

import pytest
from babel.messages.pofile import read_po

from tests.words.prose import ROOT

# What no dictionary has to know: code, addresses, placeholders, marks of Markdown and HTML, names of files.
NO_WORDS = re.compile(
    r"```.*?```|`[^`]*`|\]\([^)]*\)|https?://\S+|\{[^}]*\}|<[^>]*>|&\w+;|\S+@\S+|[\w./-]+\.\w{2,5}\b",
    re.DOTALL,
)
WORDS = {
    "fr": re.compile(r"(?:\b(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)’)?(?<!\w)([^\W\d_]+(?:[’-][^\W\d_]+)*)(?!\w)", re.IGNORECASE),
    "ar": re.compile(r"([\u0621-\u0652]+)"),
}  # fmt: skip


def words(code):
    found = set()
    for catalogue in (ROOT / "locale" / code / "LC_MESSAGES").glob("*.po"):
        with catalogue.open("rb") as file:
            for entry in read_po(file):
                strings = [entry.string] if isinstance(entry.string, str) else entry.string
                for text in strings if entry.id else []:
                    found |= set(WORDS[code].findall(NO_WORDS.sub(" ", text)))
    return found


@pytest.mark.parametrize("code", sorted(WORDS))
def test_a_translation_is_spelled_right(code):
    if not shutil.which("hunspell"):
        pytest.skip("hunspell is not installed: apt-get install hunspell hunspell-fr hunspell-ar")
    listed = (ROOT / "locale" / code / "words.txt").read_text(encoding="utf-8").splitlines()
    own = {word for word in listed if not word.startswith("#")}
    all_words = "\n".join(sorted(words(code)))
    ran = subprocess.run(
        ["hunspell", "-d", code, "-i", "utf-8", "-l"], input=all_words, capture_output=True, text=True, check=False
    )  # fmt: skip
    if "Can't open" in ran.stderr:
        pytest.skip(f"the dictionary is not installed: apt-get install hunspell-{code}")
    unknown = set(ran.stdout.split())
    assert sorted(unknown - own) == []
    assert sorted(own - unknown) == []  # the list holds what it has to, and nothing else
