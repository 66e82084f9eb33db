"""People's text in office files: made safe, with its direction, and as cells of tables."""

import re
import unicodedata
from collections.abc import Sequence

from govcourse.layout.blocks import Cell, Picture, Table
from govcourse.text import clean

# With what a formula begins, also as it is written where letters are wide.
FORMULA = "=+\\-@＝＋－＠﹦﹢﹣﹫−"
BEGINS = re.compile(rf"\s*[{FORMULA}]")
GOES_ON = re.compile(rf"([;\t|\r\n][\s\"]*)(?=[{FORMULA}])")
Rows = Sequence[Sequence[Cell]]
# Of a table, in characters: what fits beside each other on a page, the longest word that is kept whole, a line that reads well.
ROOM, LONG, LINE = 84, 16, 60
FIGURE = re.compile(r"[\d.,\s%/+−–\u200e\u061c-]*")  # with the marks that Arabic puts before a sign


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


def rtl(text: str, turned: bool = False) -> bool:
    """Whether a text runs from right to left: in a document that does (`turned`) unless all its letters run the other way,
    as a name may stand at its beginning; in others, if its first letter does."""
    letters = [one for one in map(unicodedata.bidirectional, text[:500]) if one in ("R", "AL", "L")]
    if turned:
        return not letters or set(letters) != {"L"}
    return letters[:1] in (["R"], ["AL"])


def shares(rows: Rows) -> list[float]:
    """How wide the columns are, of 1: each as its longest word, so that no head breaks within one; of the rest all get as
    much as they need for a line, the least first."""
    wide, need = [], []
    columns = zip(*([shown(value) for value in row] for row in rows), strict=True)
    for (head, *texts), narrow in zip(columns, figures(rows), strict=True):
        word = max(_longest(_words(head)), min(LONG, _longest(_words(" ".join(texts))))) + (
            4 if narrow else 3
        )
        line = 0 if narrow else _longest("\n".join([head, *texts]).split("\n")) + 2
        wide.append(float(word))
        need.append(max(0, min(LINE, line) - word))
    spare = max(0.0, ROOM - sum(wide))
    waiting = sorted(range(len(wide)), key=lambda c: need[c])
    for place, c in enumerate(waiting):
        more = min(need[c], spare / (len(waiting) - place))
        wide[c], spare = wide[c] + more, spare - more
    wide[0] += spare
    return [one / sum(wide) for one in wide]


def figures(rows: Rows) -> list[bool]:
    """Which columns hold figures below their head, and stand at the right."""
    columns = zip(*([shown(value) for value in row] for row in rows[1:]), strict=True)
    found = [place > 0 and all(map(FIGURE.fullmatch, column)) for place, column in enumerate(columns)]
    return found or [False] * len(rows[0])


def message(picture: Picture) -> tuple[str, str]:
    """What a figure says, and how it is to be read."""
    said = picture.caption
    return (
        (picture.alt, said[len(picture.alt) :].lstrip(". ")) if said.startswith(picture.alt) else (said, "")
    )


def row_heads(table: Table) -> bool:
    """Whether the first column names rows for those who listen: of two columns one heads nothing, and of two rows neither."""
    return len(table.head) > 2 and len(table.rows) > 2


def _words(text: str) -> list[str]:
    """What lines are broken between: a no-break space is within a word."""
    return re.split(r"[ \t\n]+", text)


def label_share(pairs: Sequence[tuple[str, str]]) -> float:
    """How wide the labels of a form are, of 1: more where they are questions, and answers are short."""
    labels, texts = (sum(len(one[place]) for one in pairs) for place in (0, 1))
    if labels <= max(texts, LINE):
        return 0.3
    return 0.6 if labels > 2 * texts else 0.45


def _longest(texts: Sequence[str]) -> int:
    return max(map(len, texts), default=0)


def shown(value: object) -> str:
    """A cell's value in words."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "✓" if value else ""
    return f"{value:g}" if isinstance(value, float) else str(value)
