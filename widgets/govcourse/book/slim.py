"""Takes out of the built book what its readers would load for nothing: icons in thousands, of which a dozen are shown."""

import re
from pathlib import Path

SHEET = "_static/styles/pydata-sphinx-theme.css"
FONT = "_static/vendor/fontawesome/webfonts/fa-solid-900.woff2"
SCRIPT = re.compile(r"\s*<script[^>]*scripts/fontawesome\.js[^>]*></script>")
ALWAYS = {"fa-xmark", "fa-circle-exclamation"}  # which the theme's scripts put in


def icons(out: Path) -> None:
    """Draws icons by a font of those that are used, and drops the script that drew any of two thousand."""
    used, sheet = set(ALWAYS), out / SHEET
    if not sheet.exists():
        return  # another theme: nothing of it is known here
    for page in out.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        used |= set(re.findall(r"\bfa-[a-z0-9-]+", text))
        page.write_text(SCRIPT.sub("", text), encoding="utf-8")
    points = {}
    for names, point in re.findall(
        r'((?:\.fa-[a-z0-9-]+:before,?)+)\{content:"\\([0-9a-f]+)"', sheet.read_text(encoding="utf-8")
    ):
        points |= {name: int(point, 16) for name in re.findall(r"\.(fa-[a-z0-9-]+):", names)}
    _subset(out / FONT, {points[name] for name in used if name in points})
    for path in (out / "_static" / "vendor" / "fontawesome" / "webfonts").glob("*"):
        if path.name != Path(FONT).name:
            path.unlink()
    (out / "_static" / "scripts" / "fontawesome.js").unlink(missing_ok=True)


def _subset(font: Path, points: set[int]) -> None:
    from fontTools.subset import Options, Subsetter, load_font, save_font

    options = Options(flavor="woff2", layout_features=[], name_IDs=[])
    made = load_font(str(font), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(made)
    save_font(made, str(font), options)
