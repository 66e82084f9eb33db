"""Takes out of the built book what its readers would load for nothing: scripts that serve nothing on a page, unseen icons, large exercises that are not looked at."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

SHEET = "_static/styles/pydata-sphinx-theme.css"
FONT = "_static/vendor/fontawesome/webfonts/fa-solid-900.woff2"
ICON = re.compile(r'((?:\.fa-[a-z0-9-]+:before,?)+)\{content:"\\([0-9a-f]+)"\}')
SEARCH = '#search-results, script:-soup-contains("search_as_you_type = true")'
# What a script serves: a page without it does without the script.
SERVES = {
    "clipboard.min.js": "[class^=highlight]",
    "copybutton.js": "[class^=highlight]",
    "togglebutton.js": ".toggle, .admonition.dropdown",
    "design-tabs.js": ".sd-tab-set",
    "searchtools.js": SEARCH,
    "language_data.js": SEARCH,
    "searchindex.js": SEARCH,
    "fontawesome.js": ":not(*)",  # nothing: a font draws the icons
}
NAMED = '<summary aria-label="Toggle hidden content">'
# An exercise that knows this much (letters) has it in a file of its own, which its page asks for when a reader comes near.
LARGE = 200_000
MOUNT = re.compile(
    r'(data-govcourse-mount="([a-z0-9-]+)"[^>]*>)<script type="application/json">([^<]*)</script>'
)
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
        page = BeautifulSoup(text, "html.parser")
        used.update(name for shown in page.select("[class*=fa-]") for name in shown["class"])
        # What opens a cell's code is called what it says.
        text = _without(text, _needless(page)).replace(NAMED, "<summary>")
        path.write_text(_apart(text, out), encoding="utf-8")
    _icons(out, used)


def _apart(text: str, out: Path) -> str:
    """The page without what large exercises know; that is a script, as a page from a stick can read no other file."""

    def put(found: re.Match[str]) -> str:
        mount, id, data = found.groups()
        if len(data) < LARGE:
            return found[0]
        folder = out / "_static" / "exercises"
        folder.mkdir(exist_ok=True)
        text = f'(globalThis.govcourseApart ??= {{}})["{id}"] = {data};\n'
        (folder / f"{id}.js").write_text(text, encoding="utf-8")
        return mount

    return MOUNT.sub(put, text)


def _needless(page: BeautifulSoup) -> list[Tag]:
    """The scripts of a page that serve nothing on it, as they come."""
    named = [(Path(urlsplit(str(one["src"])).path).name, one) for one in page.select("script[src]")]
    return [one for name, one in named if name in SERVES and not page.select_one(SERVES[name])]


def _without(text: str, scripts: list[Tag]) -> str:
    """The page without these scripts, else letter for letter: writing the tree would change names and marks in drawings."""
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    for one in reversed(scripts):
        assert one.sourceline is not None and one.sourcepos is not None  # this parser says them
        begin = lines[one.sourceline - 1] + one.sourcepos
        end = text.index("</script>", begin) + len("</script>")
        text = text[:begin].rstrip() + text[end:]
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
