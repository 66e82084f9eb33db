"""Writes tidy tables as XLSX and CSV; no text of people becomes a formula."""

import csv
import io
from datetime import date
from typing import Any

import xlsxwriter

from govcourse import content
from govcourse.content import review
from govcourse.documents.text import cell, rtl, separated
from govcourse.layout.blocks import Sheet

WIDEST, LONGEST = 60, 32_767  # characters of a column, and of a cell
READ = 200  # characters beside each other that can be read on a page
HIGHEST = 409  # points of a row
A4 = 9  # Excel's number of it


def xlsx(sheets: list[Sheet], title: str = "", language: str = "en") -> bytes:
    """A workbook whose sheets run as its language does; what nobody has read of a translation its foot says."""
    buffer, draft = io.BytesIO(), review.label(language)
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": title, "author": "", "comments": draft})
    head, body = (
        {turned: book.add_format(look | {"text_wrap": True, "valign": "top", "reading_order": 2 if turned else 1}) for turned in (False, True)}
        for look in ({"bold": True, "bottom": 1}, {})
    )  # fmt: skip
    day = book.add_format(
        {"num_format": 14, "valign": "top", "align": "left"}
    )  # as the reader's Excel writes days
    mirrored = content.direction(language) == "rtl"
    foot = "\u200f".join(["", draft.replace("&", "&&"), ""]) if mirrored else draft.replace("&", "&&")
    used: set[str] = set()
    for one in sheets:
        sheet = book.add_worksheet(_free(one.name, used))
        sheet.freeze_panes(1, 0)
        wide = [_width(one, place) for place in range(len(one.head))]
        _to_print(sheet, foot, sum(wide))
        if mirrored:
            sheet.right_to_left()
        if one.rows:
            sheet.autofilter(0, 0, len(one.rows), len(one.head) - 1)
        for c, label in enumerate(one.head):
            sheet.set_column(c, c, wide[c])
            sheet.write_string(0, c, cell(label), head[rtl(label, mirrored)])
        for r, row in enumerate(one.rows, 1):
            if (lines := max(map(_lines, row, wide), default=1)) > 1:  # not every program finds out by itself
                sheet.set_row(r, min(HIGHEST, 15 * lines))
            for c, value in enumerate(row):
                if isinstance(value, date) and value.year >= 1900:  # Excel knows none before
                    sheet.write_datetime(r, c, value, day)
                elif isinstance(value, int | float) and not isinstance(value, bool):
                    sheet.write_number(r, c, value, body[False])
                elif value is not None:
                    sheet.write_string(r, c, cell(value)[:LONGEST], body[rtl(str(value), mirrored)])
    if not sheets:
        book.add_worksheet()
    book.close()
    return buffer.getvalue()


def _to_print(sheet: Any, foot: str, wide: int) -> None:
    """The head on each page, and all columns beside each other where they can be read."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    sheet.set_footer(f"&C{foot}&R&P / &N")
    if wide <= READ:
        sheet.fit_to_pages(1, 0)  # as many pages as there are rows for


def _width(sheet: Sheet, place: int) -> int:
    """Characters of a column: its longest text, of the first rows, in what can still be read at a glance."""
    texts = [str(row[place] if row[place] is not None else "") for row in sheet.rows[:200]]
    return min(WIDEST, max(8, len(sheet.head[place]) + 3, *(len(text) + 1 for text in texts)))


def _lines(value: object, wide: int) -> int:
    return sum(max(1, -(-len(line) // wide)) for line in value.split("\n")) if isinstance(value, str) else 1


def _free(name: str, used: set[str]) -> str:
    """A sheet's name as Excel allows it: 31 characters, some forbidden, none twice."""
    words = " ".join("".join(c for c in name if c not in "[]:*?/\\'").split())
    found, n = _short(words, 31) or "Sheet", 1
    while found.lower() in used:
        n += 1
        found = f"{_short(words, 28)} {n}".strip()
    used.add(found.lower())
    return found


def _short(words: str, most: int) -> str:
    """So many characters of a name, to the end of a word, which a mark says."""
    if len(words) <= most:
        return words
    whole = words[:most].rpartition(" ")[0].rstrip(" –,;")
    return f"{whole or words[: most - 1]}…"


def csv_of(sheet: Sheet) -> bytes:
    """UTF-8 with a mark at its beginning, which Excel needs to see that."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(map(separated, sheet.head))
    for row in sheet.rows:
        writer.writerow([value if isinstance(value, int | float) else separated(value) for value in row])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")
