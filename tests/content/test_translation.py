"""What is shown of a translation."""

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from govcourse.content import translation


def test_a_translation_that_lost_a_placeholder_is_not_used():
    known = {"{n} people": "personnes", "{n} notes": "{n} notes en français"}
    said = {text: translation.said(text, known) for text in ("{n} people", "{n} notes")}
    assert said == {"{n} people": "{n} people", "{n} notes": "{n} notes en français"}


SOURCE = """\
# Summary

One paragraph
of two lines.

- first
- second

| a | b |
| - | - |"""


def test_markdown_is_translated_piece_by_piece_and_keeps_its_form(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_LOCALE", str(tmp_path))
    said = {"Summary": "Résumé", "One paragraph\nof two lines.": "Un alinéa.", "second": "deuxième", "a": "x"}
    path = tmp_path / "fr" / "LC_MESSAGES" / "notebooks.po"
    path.parent.mkdir(parents=True)
    made = Catalog("fr")
    for text, french in said.items():
        made.add(text, french)
    with path.open("wb") as file:
        write_po(file, made)
    forget()
    assert translation.markdown(SOURCE, "fr") == (
        "# Résumé\n\nUn alinéa.\n\n- first\n- deuxième\n\n| x | b |\n| - | - |"
    )
    assert translation.markdown(SOURCE, "de") == SOURCE
    forget()


def forget():
    translation._spaced.cache_clear()
