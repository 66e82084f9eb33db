"""The look's one source: its colours can be read and told apart, its font is small, and no other sheet has a look of its own."""

import itertools
import math
import re
from pathlib import Path

import pytest
from govcourse.book.branding import contrast
from govcourse.files import STATIC

PACKAGE = STATIC.parent
TOKENS = PACKAGE / "ui" / "tokens.css"
TEXTS = ("ink", "ink-2", "accent", "good", "warn", "bad", "note")
MEANINGS = ("good", "warn", "bad", "note")
DATA = [f"data-{n}" for n in range(1, 7)]
# How those see colours who lack one of three receptors (Machado, Oliveira, Fernandes 2009).
SIGHTS = {
    "all three": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


@pytest.fixture(params=["light", "dark"])
def look(request):
    """Colour by name: the first block of the sheet is light, the one for dark begins with its selector."""
    sheet = TOKENS.read_text(encoding="utf-8")
    block = sheet if request.param == "light" else sheet[sheet.index('[data-theme="dark"]') :]
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#\w{6});", block.split("}")[0]))


def test_text_is_read_on_every_ground_it_stands_on(look):
    grounds = [*itertools.product(TEXTS, ("paper", "paper-2")), ("accent-ink", "accent")]
    grounds += [(one, f"{one}-soft") for one in MEANINGS]
    grounds += [(one, "accent-soft") for one in ("ink", "ink-2", "accent")]
    grounds += [("ink", f"{one}-soft") for one in MEANINGS]
    faint = {pair: contrast(look[pair[0]], look[pair[1]]) for pair in grounds}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


def test_the_edge_of_a_field_and_a_colour_of_data_are_seen(look):
    pairs = itertools.product(("line", *DATA), ("paper", "paper-2"))
    assert [pair for pair in pairs if contrast(look[pair[0]], look[pair[1]]) < 3] == []


@pytest.mark.parametrize("sight", SIGHTS)
def test_the_colours_of_data_are_told_apart(look, sight):
    seen = {name: perceived(look[name], SIGHTS[sight]) for name in DATA}
    near = {pair: math.dist(seen[pair[0]], seen[pair[1]]) for pair in itertools.combinations(DATA, 2)}
    assert {pair: apart for pair, apart in near.items() if apart < 0.1} == {}


def perceived(colour, sight):
    """A colour in OKLab, where distances are about as large as they look."""
    linear = [
        c / 12.92 if (c := int(colour[n : n + 2], 16) / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for n in (1, 3, 5)
    ]
    r, g, b = (min(1, max(0, sum(a * c for a, c in zip(row, linear, strict=True)))) for row in sight)
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def test_no_other_sheet_has_colours_shadows_or_a_font_of_its_own():
    """Those of documents on paper are no page's."""
    own = re.compile(
        r"#[0-9a-fA-F]{3,8}\b(?![^{}]*\{)|rgba?\(|hsla?\(|font-family:(?!\s*(?:inherit|var\())|font-size:\s*[\d.]+(?:px|rem)"
    )
    sheets = [path for path in PACKAGE.rglob("*.css") if STATIC not in path.parents]
    found = {
        str(path.relative_to(PACKAGE)): own.findall(path.read_text(encoding="utf-8"))
        for path in sheets
        if path.name not in ("tokens.css", "fonts.css", "print.css", "document.css")
    }
    assert len(sheets) > 20 and {name: marks for name, marks in found.items() if marks} == {}


def test_what_a_sheet_asks_for_is_a_token_or_its_own():
    text = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.css")}
    named = {path: set(re.findall(r"var\(--([a-z0-9-]+)", sheet)) for path, sheet in text.items()}
    given = [*text.values(), *(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.tsx"))]
    known = {name for one in given for name in re.findall(r"--([a-z0-9-]+)[:\"]", one)}
    assert {path.name: names - known for path, names in named.items() if names - known} == {}


def test_the_font_is_small_and_every_sheet_of_a_page_has_it():
    fonts = list((STATIC / "fonts").iterdir())
    assert fonts and sum(path.stat().st_size for path in fonts) <= 60 * 1024
    for name in ("site.css", "book.css"):
        sheet = Path(STATIC / name).read_text(encoding="utf-8")
        assert {f"./fonts/{path.name}" for path in fonts} == set(re.findall(r"url\(([^)]+)\)", sheet))


def test_jupyterlab_s_extension_brings_the_same_font():
    beside = STATIC / "labextensions" / "govcourse" / "static"
    sheet = (beside / "fonts.css").read_text(encoding="utf-8")
    named = set(re.findall(r'url\("?\./([^")]+)"?\)', sheet))
    assert {name: (beside / name).read_bytes() for name in named} == {
        path.name: path.read_bytes() for path in (STATIC / "fonts").iterdir()
    }
    assert named == {path.name for path in beside.glob("*.woff2")}
