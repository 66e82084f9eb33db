"""Makes the course's font of Source Sans 3, as `make front-end` asks: the letters of Latin that editions and names need, in weights from 400 to 700."""

from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font
from fontTools.varLib import instancer

HERE = Path(__file__).parent
FROM = HERE.parent / "node_modules" / "@fontsource-variable" / "source-sans-3" / "files"
TO = HERE / "govcourse" / "static" / "fonts"
NAME = "Course Sans"  # the licence keeps the name of the original for the original
# What further Latin letters are for: names and editions of Europe's and Turkey's languages.
MORE = {*range(0x100, 0x180), *range(0x218, 0x21C), 0x1E9E}


def make(name: str, only: set[int] | None = None) -> None:
    """Writes one file of the font; without `only` with all that the original has."""
    options = Options(
        flavor="woff2", layout_features=["kern", "liga", "locl", "ccmp", "mark"], name_IDs=[0, 1, 13, 14]
    )
    font = load_font(str(FROM / f"source-sans-3-{name}-wght-normal.woff2"), options)
    letters = set(font.getBestCmap())
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters if only is None else letters & only)
    subsetter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": (400, 700)})
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = NAME
    font.recalcTimestamp = False  # the same bytes each time
    TO.mkdir(exist_ok=True)
    save_font(font, str(TO / f"source-sans-3-{name}.woff2"), options)


if __name__ == "__main__":
    make("latin")
    make("latin-ext", MORE)
