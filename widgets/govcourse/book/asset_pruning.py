"""Takes out of the built book what its readers would load for nothing: scripts that serve nothing on a page, unseen icons, large exercises that are not looked at, texts twice; and puts off what holds up a page."""

import json
import logging
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from govcourse.book.valid_html import mended
from govcourse.text import in_script

SHEET = "_static/styles/pydata-sphinx-theme.css"
FONT = "_static/vendor/fontawesome/webfonts/fa-solid-900.woff2"
ICON = re.compile(r'((?:\.fa-[a-z0-9-]+:before,?)+)\{content:"\\([0-9a-f]+)"\}')
SCRIPT = re.compile(r'\s*<script\b[^>]*\bsrc="([^"]+)"[^>]*>\s*</script>')


def _class(*names: str) -> str:
    """XPath: whatever has all these classes."""
    return "//*[" + " and ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in names) + "]"


SEARCH = "//*[@id='search-results'] | //script[contains(., 'search_as_you_type = true')]"
CODE = "//*[starts-with(@class, 'highlight')]"
# What a script serves, as XPath: a page without it does without the script.
SERVES = {
    "clipboard.min.js": CODE,
    "copybutton.js": CODE,
    "togglebutton.js": f"{_class('toggle')} | {_class('admonition', 'dropdown')}",
    "design-tabs.js": _class("sd-tab-set"),
    "searchtools.js": SEARCH,
    "language_data.js": SEARCH,
    "searchindex.js": SEARCH,
    "fontawesome.js": "/..",  # nothing: a font draws the icons
}
# Scripts of a page's head that hold up its first sight, though they wait for the page anyway; the page of the search needs them at once.
LATER = {
    "doctools.js",
    "sphinx_highlight.js",
    "clipboard.min.js",
    "copybutton.js",
    "togglebutton.js",
    "sphinx-book-theme.js",
}
OPTIONS = "documentation_options.js"  # a few words, which a page's own scripts add to
# The theme measures what can be scrolled at once, also what is folded away, and the page is laid out anew for each. It is
# told instead when such a thing gets its size.
THEME = "_static/scripts/pydata-sphinx-theme.js"
MEASURED = "e.tabIndex=e.scrollWidth>e.clientWidth||e.scrollHeight>e.clientHeight?0:-1"
TOLD = (
    f"(globalThis.scrolls??=new ResizeObserver(all=>all.forEach(({{target:e}})=>{{{MEASURED}}}))).observe(e)"
)
# It finds out late whether a page is light or dark, and every rule is looked up again. Known from the start, it stays.
UNKNOWN = 'localStorage.getItem("theme") || "auto"'
KNOWN = '["light", "dark"].find(one => one === localStorage.getItem("mode")) ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")'
NAMED = '<summary aria-label="Toggle hidden content">'
# An exercise that knows this much (letters) has it in a file of its own, which its page asks for when a reader comes near.
LARGE = 200_000
MOUNT = re.compile(
    r'(data-govcourse-mount="([a-z0-9-]+)"[^>]*>)<script type="application/json">([^<]*)</script>'
)
TEXTS = "govcourse-texts"
ALWAYS = {"fa-xmark", "fa-circle-exclamation"}  # which the theme's scripts put in


def prune(out: Path) -> None:
    """Every page loads what it uses; icons are drawn by a font of those that are shown, not by a script of two thousand."""
    if not (out / SHEET).exists():
        return  # another theme: nothing of it is known here
    used = set(ALWAYS)
    for path in out.rglob("*.html"):
        if path.relative_to(out).parts[0] == "_static":
            continue  # the theme's own templates
        text = path.read_text(encoding="utf-8")
        page = html.document_fromstring(text)
        used.update(
            name
            for shown in page.xpath("//*[contains(@class, 'fa-')]")
            for name in shown.get("class").split()
        )
        # What opens a cell's code is called what it says.
        text = mended(_without_needless(text, page).replace(NAMED, "<summary>"))
        if not page.xpath(SEARCH):
            text = _later(text, (out / "_static" / OPTIONS).read_text(encoding="utf-8"))
        text = text.replace(UNKNOWN, KNOWN)
        path.write_text(_texts_once(_apart(text, out)), encoding="utf-8")
    _icons(out, used)
    script = out / THEME
    told = script.read_text(encoding="utf-8")
    if TOLD not in told:  # from an earlier build
        script.write_text(told.replace(MEASURED, TOLD), encoding="utf-8")


def _apart(text: str, out: Path) -> str:
    """The page without what large exercises know; that is a script, as a page from a stick can read no other file."""

    def put(found: re.Match[str]) -> str:
        mount, id, known = found.groups()
        if len(known) < LARGE:
            return found[0]
        folder = out / "_static" / "exercises"
        folder.mkdir(exist_ok=True)
        text = f'(globalThis.govcourseApart ??= {{}})["{id}"] = {known};\n'
        (folder / f"{id}.js").write_text(text, encoding="utf-8")
        return mount

    return MOUNT.sub(put, text)


def _texts_once(text: str) -> str:
    """The page with the texts that all its exercises have in one place, where entries/book.ts finds them."""
    opened = [json.loads(found[3]) for found in MOUNT.finditer(text)]
    if len(opened) < 2:
        return text
    first, *others = (one["texts"].items() for one in opened)
    shared = dict(set(first).intersection(*others))
    for one in opened:
        one["texts"] = {key: said for key, said in one["texts"].items() if key not in shared}
    left = iter(opened)
    text = MOUNT.sub(lambda found: found[0].replace(found[3], in_script(next(left))), text)
    return text.replace("</body>", f'<script type="application/json" id="{TEXTS}">{in_script(shared)}</script></body>', 1)  # fmt: skip


def _without_needless(text: str, page: html.HtmlElement) -> str:
    """The page without the scripts that serve nothing on it, else letter for letter: writing the tree would change drawings."""

    def kept(script: re.Match[str]) -> str:
        name = _name(script)
        return script[0] if name not in SERVES or page.xpath(SERVES[name]) else ""

    return SCRIPT.sub(kept, text)


def _name(script: re.Match[str]) -> str:
    return Path(urlsplit(unescape(script[1])).path).name


def _later(text: str, options: str) -> str:
    def put(script: re.Match[str]) -> str:
        name = _name(script)
        if name == OPTIONS:
            return f"<script>{options}</script>"
        return script[0].replace("<script", "<script defer", 1) if name in LATER else script[0]

    return SCRIPT.sub(put, text)


def _icons(out: Path, used: set[str]) -> None:
    import pydata_sphinx_theme

    theirs = Path(pydata_sphinx_theme.__file__).parent / "theme" / "pydata_sphinx_theme" / "static"
    points: set[int] = set()

    def rule(found: re.Match[str]) -> str:
        if used.isdisjoint(re.findall(r"\.(fa-[a-z0-9-]+):", found[1])):
            return ""
        points.add(int(found[2], 16))
        return found[0]

    # From the theme's own files: those of the last build lack what was not shown then.
    sheet = (theirs / SHEET.removeprefix("_static/")).read_text(encoding="utf-8")
    (out / SHEET).write_text(ICON.sub(rule, sheet), encoding="utf-8")
    _subset(theirs / FONT.removeprefix("_static/"), out / FONT, points)
    for path in (out / "_static" / "vendor" / "fontawesome" / "webfonts").glob("*"):
        if path.name != Path(FONT).name:
            path.unlink()
    (out / "_static" / "scripts" / "fontawesome.js").unlink(missing_ok=True)


def _subset(font: Path, out: Path, points: set[int]) -> None:
    from fontTools.subset import Options, Subsetter, load_font, save_font

    logging.getLogger("fontTools").setLevel(logging.WARNING)  # else it tells of every table

    options = Options(flavor="woff2", layout_features=[], name_IDs=[])
    made = load_font(str(font), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(made)
    save_font(made, str(out), options)
