"""Writes tidy tables as XLSX and CSV; no text of people becomes a formula."""

import csv
import io
from datetime import date

import xlsxwriter

from govcourse import content
from govcourse.content import review
from govcourse.documents.text import cell, separated
from govcourse.layout.blocks import Sheet

WIDEST, LONGEST = 60, 32_767  # characters of a column, and of a cell


def xlsx(sheets: list[Sheet], title: str = "", language: str = "en") -> bytes:
    """A workbook whose sheets run as its language does; what nobody has read of a translation its foot says."""
    buffer, draft = io.BytesIO(), review.label(language)
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"title": title, "author": "", "comments": draft})
    head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format(
        {"num_format": 14, "valign": "top", "align": "left"}
    )  # as the reader's Excel writes days
    used: set[str] = set()
    for one in sheets:
        sheet = book.add_worksheet(_free(one.name, used))
        sheet.freeze_panes(1, 0)
        if content.direction(language) == "rtl":
            sheet.right_to_left()
        if draft:
            sheet.set_footer("&C" + draft.replace("&", "&&"))
        if one.rows:
            sheet.autofilter(0, 0, len(one.rows), len(one.head) - 1)
        for c, label in enumerate(one.head):
            longest = max(
                [len(str(row[c] if row[c] is not None else "")) for row in one.rows[:200]] + [len(label) + 2]
            )
            sheet.set_column(c, c, min(WIDEST, max(8, longest + 1)))
            sheet.write_string(0, c, cell(label), head)
        for r, row in enumerate(one.rows, 1):
            for c, value in enumerate(row):
                if isinstance(value, date) and value.year >= 1900:  # Excel knows none before
                    sheet.write_datetime(r, c, value, day)
                elif isinstance(value, int | float) and not isinstance(value, bool):
                    sheet.write_number(r, c, value, body)
                elif value is not None:
                    sheet.write_string(r, c, cell(value)[:LONGEST], body)
    if not sheets:
        book.add_worksheet()
    book.close()
    return buffer.getvalue()


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
