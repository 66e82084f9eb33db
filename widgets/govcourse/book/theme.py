"""What the theme says, in the edition's language: our catalogue, locale/*/LC_MESSAGES/sphinx.po, has what Sphinx and its themes have not."""

import json
import re
from html import escape, unescape
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.i18n import CatalogInfo

from govcourse.content import direction
from govcourse.content.translation import catalogue, folder

ATTRIBUTE = re.compile(r'\b((?:aria-label|title|placeholder|alt)=)"([^"]+)"')
QUOTED = re.compile(r"""(["'])((?:(?!\1)[^\\\n])+)\1""")
SCRIPTS = ("copybutton.js", "searchtools.js", "sphinx_highlight.js")  # what they say has no other way


def configure(app: Sphinx, language: str) -> None:
    """Adds our catalogue to the theme's: Sphinx has looked for such a one before it knew ours."""
    ours = CatalogInfo(str(folder() / language / "LC_MESSAGES"), "sphinx", "utf-8")
    if Path(ours.po_path).exists():
        if ours.is_outdated():
            ours.write_mo(language)
        app.add_message_catalog("sphinx", str(folder()))


def finish(out: Path, language: str) -> None:
    """Says in the built book what templates and scripts of the theme say in English whatever the language, and which way pages run."""
    known, turned = catalogue("sphinx", language), direction(language) == "rtl"
    if not known and not turned:
        return
    for page in out.rglob("*.html"):
        text = page_in(page.read_text(encoding="utf-8"), known)
        if turned:
            text = text.replace("<html ", '<html dir="rtl" ', 1)
        page.write_text(text, encoding="utf-8")
    for name in SCRIPTS:
        if (script := out / "_static" / name).exists():
            script.write_text(script_in(script.read_text(encoding="utf-8"), known), encoding="utf-8")


def page_in(page: str, known: dict[str, str]) -> str:
    """A page whose attributes that are seen or heard are those of a catalogue."""

    def said(found: re.Match[str]) -> str:
        text = known.get(unescape(found[2]))
        return f'{found[1]}"{escape(text)}"' if text else found[0]

    return ATTRIBUTE.sub(said, page)


def script_in(script: str, known: dict[str, str]) -> str:
    """A script whose texts are those of a catalogue."""

    def said(found: re.Match[str]) -> str:
        text = known.get(found[2])
        return json.dumps(text, ensure_ascii=False) if text else found[0]

    return QUOTED.sub(said, script)
