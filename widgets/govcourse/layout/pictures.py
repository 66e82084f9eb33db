"""Charts as pictures for documents: drawn on this machine, in the brand's colours, on white; or told in words."""

import atexit
import logging
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govcourse.content import translation
from govcourse.content.formats import listed
from govcourse.content.translation import direction
from govcourse.files import FONT, STATIC
from govcourse.json_types import Json
from govcourse.layout.blocks import Picture, Slide, Text
from govcourse.layout.brand import Brand
from govcourse.layout.chart_language import directed, written
from govcourse.text import clean

if TYPE_CHECKING:
    from govcourse.layout.charts import AnyChart

log = logging.getLogger("govcourse")
TOKENS = Path(__file__).resolve().parents[1] / "ui" / "tokens.css"
WIDE = 720  # CSS pixels
COLOUR = re.compile(r"var\(--([a-z0-9-]+)\)")
# Where a page has none of the course's colours: those that it has itself.
ON_PAGES = {
    "ink": "currentColor",
    "ink-2": "currentColor",
    "accent": "var(--pst-color-primary, #00588f)",
    "line-2": "var(--pst-color-border, #d5dde4)",
}
Rows = Iterable[tuple[str, object]]


@cache
def light() -> dict[str, str]:
    """The custom properties of the light look."""
    first = TOKENS.read_text(encoding="utf-8").split("}")[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*([^;]+);", first))


_drawing = True  # whether charts are drawn at all


@contextmanager
def in_words() -> Iterator[None]:
    """Within it no chart is drawn: for a document over which a process has died."""
    global _drawing
    _drawing = False
    try:
        yield
    finally:
        _drawing = True


def draw(
    chart: "AnyChart",
    alt: str,
    brand: Brand,
    caption: str = "",
    language: str = "en",
    name: str = "",
    rows: Rows = (),
) -> Picture | Text:
    """A chart (`alt.Chart`) as a picture in lines; `alt` is its message, for those who do not see it.

    Where it cannot be drawn its message takes its place, with `rows` (label and figure) where no table beside it gives
    them. `name` is what a deck asks for it by.
    """
    words = Text(
        "\n".join([caption or alt, *(listed((label, str(figure)), language, ":") for label, figure in rows)]),
        "note",
        name,
    )
    if not _drawing:
        return words
    return _or_words(lambda: Picture(_svg(chart, brand, language), alt, caption, name=name), words)


def in_pixels(picture: Picture) -> Picture | Text:
    """A picture for a format that takes no lines: a chart as PNG, at twice its size in CSS pixels."""
    if not picture.image.startswith(b"<"):
        return picture

    def drawn() -> Picture:
        import vl_convert

        return replace(picture, image=vl_convert.svg_to_png(picture.image.decode(), scale=2))

    return _or_words(drawn, Text(picture.caption or picture.alt, "note", picture.name))


def _or_words(drawn: Callable[[], Picture], words: Text) -> Picture | Text:
    """A chart that cannot be drawn fails no document."""
    try:
        return drawn()
    except BaseException as error:  # a panic of vl-convert is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        log.exception("A chart could not be drawn: %s", words.text)
        return words


def figure_slide(figure: Picture | Text, about: str = "", notes: str = "") -> Slide:
    """A figure on a slide whose title is its message; below it `about`, what it is about, and how it is to be read."""
    if isinstance(figure, Picture):
        key = figure.caption.removeprefix(figure.alt).lstrip(". ")
        return Slide(figure.alt, [], ". ".join(filter(None, (about, key))), notes, figure)
    message, *rows = figure.text.split("\n")
    return Slide(message, [("", row) for row in rows], about, notes)


def _svg(chart: "AnyChart", brand: Brand, language: str) -> bytes:
    import vl_convert

    spec = _ready(chart.to_dict(validate=False), {**light(), "accent": brand.accent})
    spec["width"], spec["background"] = WIDE, "white"
    spec["autosize"] = {
        "type": "fit-x",
        "contains": "padding",
    }  # names of bars take of the width, not beside it
    spec.setdefault("config", {})["font"] = (
        f"'{_font()}', Course Sans, DejaVu Sans, Liberation Sans, Arial, sans-serif"
    )
    spec["config"].setdefault("axis", {})["titleFont"] = (
        "DejaVu Sans"  # the course's has no arrows to the sides
    )
    spec["padding"] = 4
    drawn = vl_convert.vegalite_to_svg(spec, vl_version="6.4", **written(language))
    if direction(language) == "rtl":
        drawn = _line_by_line(drawn)
        if not spec.get("usermeta", {}).get("keeps_sides"):
            drawn = _mirrored(drawn)
    return drawn.encode()


FROM_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def _running(line: str) -> str:
    """A line with marks at its ends where letters run from right to left: a number or a full stop there then stands as they run."""
    return f"\u200f{line}\u200f" if FROM_RIGHT_TO_LEFT.search(line) else line


def _line_by_line(drawn: str) -> str:
    """A chart in which each line of a text is a text: of lines from right to left what draws it mixes up the letters."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(drawn, "xml")
    for text in soup.find_all("text"):
        lines = text.find_all("tspan")
        if not lines:
            text.string = _running(text.get_text())
        for number, line in enumerate(lines):
            one = copy(text)
            one.string = _running(line.get_text())
            one["transform"] = (
                f"{text.get('transform', '')} translate(0,{float(str(line.get('dy', '0'))) * number})"
            )
            text.insert_before(one)
        if lines:
            text.decompose()
    return str(soup)


def _mirrored(drawn: str) -> str:
    """A chart that begins at the right, as its language does; its texts stay readable at their mirrored places."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(drawn, "xml")
    chart = soup.svg
    assert chart  # it is the whole of the text
    width = float(str(chart["viewBox"]).split()[2])
    turned = soup.new_tag("g", transform=f"translate({width},0) scale(-1,1)")
    turned.extend(list(chart.children))
    chart.append(turned)
    for text in turned.find_all("text"):
        text["transform"] = f"{text.get('transform', '')} scale(-1,1)".strip()
        anchor = str(text.get("text-anchor", "start"))
        text["text-anchor"] = {"start": "end", "end": "start"}.get(anchor, anchor)
    return str(soup)


@cache
def _font() -> str:
    """The name by which the course's font can be drawn: vl-convert reads no woff2, and no font without a PostScript name."""
    import vl_convert
    from fontTools.ttLib import TTFont

    font = TTFont(STATIC / FONT)
    name: str = font["name"].getBestFamilyName()
    font["name"].setName(name.replace(" ", ""), 6, 3, 1, 0x409)
    font.flavor = None
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # vl-convert reads from it as it draws
    font.save(f"{folder}/course.ttf")
    vl_convert.register_font_directory(folder)
    return name


def on_white(spec: Json) -> Json:
    """A chart in the light colours, for a place that has none of ours."""
    made: Json = _ready(spec, light())
    return made | {"config": {**made.get("config", {}), "background": "white"}}


def svg(spec: Json, label: str = "") -> str:
    """A chart as SVG for a page, in the page's colours and the edition's language; `label` says what it shows, where nothing around it does."""
    import vl_convert
    from bs4 import BeautifulSoup

    spec = _ready(
        directed(spec),
        {name: f"var(--{name}, {ON_PAGES.get(name, colour)})" for name, colour in light().items()},
    )
    spec |= {
        "width": 380,
        "padding": {"left": 40, "right": 24, "top": 5, "bottom": 5},
    }  # readers' fonts may be wider
    made = BeautifulSoup(
        vl_convert.vegalite_to_svg(spec, vl_version="6.4", **written(translation.language())), "xml"
    ).svg
    assert made is not None  # it was just made
    made.attrs |= {"class": "gc-diagram", "direction": "ltr"}
    made.attrs |= {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    return str(made).replace("\n", " ")


def _ready(node: Any, colours: dict[str, str], data: bool = False) -> Any:
    """The chart with colours in place of custom properties; what it holds as data stays, but for what ends vl-convert."""
    match node:
        case str():
            name = None if data else COLOUR.fullmatch(node)
            return colours[name[1]] if name else clean(node)
        case dict():
            return {
                key: _ready(one, colours, data or key in ("data", "datasets")) for key, one in node.items()
            }
        case list():
            return [_ready(one, colours, data) for one in node]
    return node
