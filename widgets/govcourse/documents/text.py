"""People's text in office files: made safe, with its direction, and as cells of tables."""

import re
import unicodedata
from collections.abc import Sequence

from govcourse.layout.blocks import Cell
from govcourse.text import clean

# With what a formula begins, also as it is written where letters are wide.
FORMULA = "=+\\-@＝＋－＠﹦﹢﹣﹫−"
BEGINS = re.compile(rf"\s*[{FORMULA}]")
GOES_ON = re.compile(rf"([;\t|\r\n][\s\"]*)(?=[{FORMULA}])")
Rows = Sequence[Sequence[Cell]]


def plain(text: object) -> str:
    """The text without what XML cannot carry."""
    return clean(str(text if text is not None else ""))


def cell(text: object) -> str:
    """Text for a spreadsheet: what a program would take for a formula begins with an apostrophe."""
    safe = plain(text)
    return "'" + safe if BEGINS.match(safe) else safe


def separated(text: object) -> str:
    """The same for CSV: a program that reads it with another separator begins a cell in the middle of a text."""
    return GOES_ON.sub(r"\1'", cell(text))


def rtl(text: str) -> bool:
    """Whether the first letter that has a direction is of a script written from right to left."""
    for character in text[:500]:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def shares(rows: Rows) -> list[float]:
    """How wide the columns are, of 1: by their longest texts, within bounds."""
    longest = []
    for c in range(len(rows[0])):
        texts = [shown(row[c]) for row in rows]
        word = max((len(word) for text in texts for word in text.split()), default=0)
        longest.append(max(min(16, word + 2), min(40, max(map(len, texts)))))
    return [one / sum(longest) for one in longest]


def shown(value: object) -> str:
    """A cell's value in words."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "✓" if value else ""
    return f"{value:g}" if isinstance(value, float) else str(value)
