"""Takes out of the built book what its readers would load for nothing: scripts that serve nothing on a page, unseen icons."""

import re
from pathlib import Path

SHEET = "_static/styles/pydata-sphinx-theme.css"
FONT = "_static/vendor/fontawesome/webfonts/fa-solid-900.woff2"
SCRIPT = re.compile(r"\s*<script[^>]*scripts/fontawesome\.js[^>]*></script>")
TAG = r'\s*<script[^>]* src="[^"]*\b{name}(?:\?[^"]*)?"[^>]*></script>'
ICON = re.compile(r'((?:\.fa-[a-z0-9-]+:before,?)+)\{content:"\\([0-9a-f]+)"\}')
# What a script serves: a page without it does without the script.
SERVES = {
    "clipboard.min.js": r'class="highlight',
    "copybutton.js": r'class="highlight',
    "togglebutton.js": r'class="(?:[^"]* )?toggle[ "]|class="admonition[^"]* dropdown[ "]',
    "design-tabs.js": r"sd-tab-set",
    "searchtools.js": r'search_as_you_type = true|id="search-results"',
    "language_data.js": r'search_as_you_type = true|id="search-results"',
    "searchindex.js": r'search_as_you_type = true|id="search-results"',
}
ALWAYS = {"fa-xmark", "fa-circle-exclamation"}  # which the theme's scripts put in


def prune(out: Path) -> None:
    """Every page loads what it uses; icons are drawn by a font of those that are shown, not by a script of two thousand."""
    if not (out / SHEET).exists():
        return  # another theme: nothing of it is known here
    used = set(ALWAYS)
    for page in out.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        used |= set(re.findall(r"\bfa-[a-z0-9-]+", text))
        page.write_text(_scripts(SCRIPT.sub("", text)), encoding="utf-8")
    _icons(out, used)


def _scripts(text: str) -> str:
    for name, served in SERVES.items():
        if not re.search(served, text):
            text = re.sub(TAG.format(name=re.escape(name)), "", text)
    return text


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

    options = Options(flavor="woff2", layout_features=[], name_IDs=[])
    made = load_font(str(font), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(made)
    save_font(made, str(out), options)
