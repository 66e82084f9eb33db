"""Which translations somebody has read: locale/REVIEW.md. What nobody has read says of itself, wherever it is shown, that a machine drafted it."""

import re
from functools import cache

from govcourse.content.translation import folder, language

ROW = re.compile(r"\|\s*`?([\w-]+)`?\s*\|\s*`?([\w/-]+)`?\s*\|\s*([^|]*\S)\s*\|\s*(\d{4}-\d\d-\d\d)\s*\|\s*")
INTERFACE = ("texts", "data")  # the catalogues of which every page has something


@cache
def reviewed(code: str) -> frozenset[str]:
    """Catalogues (`texts`) and chapters (`notebooks/session-2`) of a language that REVIEW.md says somebody read, and when."""
    path = folder() / "REVIEW.md"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    rows = [found.groups() for line in lines if (found := ROW.fullmatch(line))]
    return frozenset(part for row_language, part, _, _ in rows if row_language == code)


def drafted(code: str, *parts: str) -> bool:
    """Whether a machine drafted something of these catalogues and chapters that nobody has read; a chapter is read with its catalogue."""
    known = reviewed(code)
    return code != "en" and any(not {part, part.partition("/")[0]} & known for part in parts or INTERFACE)


@cache
def languages() -> dict[str, str]:
    """The languages in which texts can be shown: their own names by code, English first; of a draft the name says so."""
    from govcourse import content

    found = sorted(path.parents[1].name for path in folder().glob("*/LC_MESSAGES/texts.po"))
    pages = {code: content.texts(code)["pages"] for code in found}
    names = {
        code: t["language_draft"].format(language=t["language"]) if drafted(code) else t["language"]
        for code, t in pages.items()
    }
    return {"en": content.texts("source")["pages"]["language"], **names}


def label(code: str = "en", *parts: str) -> str:
    """What a page of `parts`, beside the interface, says of its translation; "" where there is nothing to say. "en" is the edition's language."""
    from govcourse import content

    code = language() if code == "en" else code
    return content.texts(code)["pages"]["draft"] if drafted(code, *INTERFACE, *parts) else ""
