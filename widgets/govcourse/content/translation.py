"""One edition of the course is in one language: GOVCOURSE_LANGUAGE, from gettext catalogues in locale/. English is the source.

What is not translated appears in English. A text is its own key, so a changed text falls back until it is translated anew.
"""

import re
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from govcourse.content import plurals
from govcourse.content.for_people import changed
from govcourse.settings import settings

RTL = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})
LEAD = re.compile(r"(\s*(?:#+ |[-*] |\d+\. |> )|\|(?=.)|)(.*)")


def language() -> str:
    """The edition's language, "en" unless it is set and is a language's code."""
    given = settings().language
    return given if re.fullmatch(r"[a-z]{2,3}([-_][A-Za-z]{2,4})?", given) else "en"


def direction(code: str | None = None) -> str:
    """How a language is written: "ltr" or "rtl"."""
    return "rtl" if (code or language()).split("-")[0].split("_")[0] in RTL else "ltr"


def folder() -> Path:
    """Where the catalogues lie: LANGUAGE/LC_MESSAGES/DOMAIN.po."""
    if given := settings().locale:
        return given
    from govcourse import content

    return content.root() / "locale"


def catalogue(domain: str, code: str) -> dict[str, str]:
    """What is translated, by its English text; fuzzy entries are not used, nor plurals that lack a form. Raises ValueError for a broken file."""
    path = folder() / code / "LC_MESSAGES" / f"{domain}.po"
    if code == "en" or not path.exists():
        return {}
    return _read(path, code, path.stat().st_mtime_ns)


@cache
def _read(path: Path, code: str, changed: int) -> dict[str, str]:
    """Takes a while: once for each state of a file."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            read = read_po(file, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is broken: {error}") from None
    found = {}
    for one in read:
        if one.fuzzy or not one.id:
            continue
        if isinstance(one.id, str):
            if isinstance(one.string, str) and one.string:
                found[one.id] = one.string
        elif both := plurals.of_catalogue(one.id, one.string or (), read.plural_expr, code):
            found[both[0]] = both[1]
    return found


def translated(shape: Any, value: Any, domain: str, code: str) -> Any:
    """`value`, data of the type `shape`, with its texts in another language."""
    known = catalogue(domain, code)
    return changed(shape, value, partial(said, known=known)) if known else value


def said(text: str, known: Mapping[str, str]) -> str:
    """A text as a catalogue has it; English, where it lacks it or lost placeholders."""
    found = known.get(text) or known.get(" ".join(text.split()))
    if isinstance(text, plurals.Plural):
        return found if isinstance(found, plurals.Plural) and not found.missing(text) else text
    return found if found and holders(found) == holders(text) else text


def markdown(source: str, code: str | None = None, domain: str = "notebooks") -> str:
    """Markdown of the notebooks, or of the book, in another language, heading by heading, paragraph by paragraph, as Sphinx asks for them."""
    known = _spaced(domain, code or language())
    if not known:
        return source
    said = []
    for lead, text in _blocks(source):
        found = [
            known.get(" ".join(cell.split()), cell.strip() if lead == "|" else cell)
            for cell in _cells(lead, text)
        ]
        said.append(f"| {' | '.join(found)} |" if lead == "|" else lead + found[0])
    return "\n".join(said)


def asked(source: str) -> list[str]:
    """The texts for which `markdown` looks in a catalogue, each on one line, without lines of tables and the like."""
    texts = [" ".join(cell.split()) for lead, text in _blocks(source) for cell in _cells(lead, text)]
    return [text for text in texts if any(letter.isalpha() for letter in text)]


def _cells(lead: str, text: str) -> list[str]:
    return text.strip().strip("|").split("|") if lead == "|" else [text]


def _blocks(source: str) -> list[list[str]]:
    """Headings, list items, table rows and paragraphs: what leads each, and its text with its lines."""
    blocks: list[list[str]] = []
    for line in source.split("\n"):
        led = LEAD.match(line)
        assert led  # it may lead with nothing
        lead, text = led.groups()
        if lead or not text.strip() or not blocks or not blocks[-1][1].strip() or blocks[-1][0] == "|":
            blocks.append([lead, text])
        else:
            blocks[-1][1] += "\n" + text
    return blocks


@cache
def _spaced(domain: str, code: str) -> dict[str, str]:
    return {" ".join(text.split()): said for text, said in catalogue(domain, code).items()}


def holders(text: str) -> list[str]:
    """The placeholders of a text, which a translation has to keep."""
    return sorted(re.findall(r"\{\w*\}", text))
