"""One edition of the course is in one language: GOVCOURSE_LANGUAGE, from gettext catalogues in locale/. English is the source.

What is not translated appears in English. A text is its own key, so a changed text falls back until it is translated anew.
"""

import os
import re
from functools import cache
from pathlib import Path

RTL = frozenset({"ar", "dv", "fa", "he", "ps", "ur", "yi"})
DOMAINS = ("texts", "data")  # of what this package reads; the book's chapters have theirs, which Sphinx reads
KEPT = frozenset({"diagram", "region"})  # fields whose texts are keys of the code
ID = re.compile(r"^[a-z0-9][a-z0-9./:_#-]*$|^#[0-9A-Fa-f]{6}$|^[\d\s.,:–-]*$")


def language() -> str:
    """The edition's language, "en" unless it is set and is a language's code."""
    given = os.environ.get("GOVCOURSE_LANGUAGE", "en").strip()
    return given if re.fullmatch(r"[a-z]{2,3}([-_][A-Za-z]{2,4})?", given) else "en"


def direction(code: str | None = None) -> str:
    """How a language is written: "ltr" or "rtl"."""
    return "rtl" if (code or language()).split("-")[0].split("_")[0] in RTL else "ltr"


def folder() -> Path:
    """Where the catalogues lie: LANGUAGE/LC_MESSAGES/DOMAIN.po."""
    if given := os.environ.get("GOVCOURSE_LOCALE"):
        return Path(given)
    from govcourse import content

    return content.root() / "locale"


@cache
def catalogue(domain: str, code: str) -> dict[str, str]:
    """What is translated, by its English text; fuzzy entries are not used. Raises ValueError for a broken file."""
    path = folder() / code / "LC_MESSAGES" / f"{domain}.po"
    if code == "en" or not path.exists():
        return {}
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            read = read_po(file, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is broken: {error}") from None
    return {one.id: one.string for one in read if one.id and one.string and not one.fuzzy}


def translated(node, domain: str, code: str):
    """`node`, as YAML gives it, with its texts in another language; placeholders that got lost give the English text."""
    known = catalogue(domain, code)
    return _walk(node, known) if known else node


def _walk(node, known: dict[str, str]):
    if isinstance(node, dict):
        return {key: value if key in KEPT else _walk(value, known) for key, value in node.items()}
    if isinstance(node, list):
        return [_walk(value, known) for value in node]
    if not isinstance(node, str):
        return node
    found = known.get(node) or known.get(" ".join(node.split()))
    return found if found and holders(found) == holders(node) else node


def holders(text: str) -> list[str]:
    """The placeholders of a text, which a translation has to keep."""
    return sorted(re.findall(r"\{\w*\}", text))


def extract(node) -> list[str]:
    """The texts of `node` that a person may see: no ids, numbers or colours."""
    if isinstance(node, dict):
        return [text for key, value in node.items() if key not in KEPT for text in extract(value)]
    if isinstance(node, list):
        return [text for value in node for text in extract(value)]
    return [node] if isinstance(node, str) and node.strip() and not ID.match(node) else []
