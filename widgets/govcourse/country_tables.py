"""Publishers' tables of countries as files: text, known by its header, and refused where it can be no such table."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator

from govcourse.content.country_list import MEASURES, RANK, Index

BYTES = 5_000_000  # of a file
ROWS = 20_000
CELL = 200  # characters
FORMULA = re.compile(r"\s*(?:[=@\t\r]|[+-](?![0-9.,\s]*$))")
OTHER_FILES = {
    b"PK": "a workbook or an archive; open it, and save the sheet with the index as CSV",
    b"\xd0\xcf\x11\xe0": "an old workbook; open it, and save the sheet with the index as CSV",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\x1f\x8b": "a compressed file; unpack it first",
    b"<": "a web page; the publisher's site may have asked to sign in",
    b"{": "JSON",
}  # by how they begin

# The publishers' headings, in small letters, by what the course calls the columns.
SHARED = {
    "year": "edition", "survey year": "edition", "edition": "edition",
    "iso3": "code", "country_code": "code", "country code": "code", "iso": "code",
    "country": "name", "country name": "name", "country_name": "name", "economy": "name",
}  # fmt: skip
HEADINGS: dict[Index, dict[str, str]] = {
    "egdi": {
        "egdi": "egdi", "e-government index": "egdi", "e-government development index": "egdi",
        "osi": "osi", "online service index": "osi",
        "tii": "tii", "telecommunication infrastructure index": "tii",
        "hci": "hci", "human capital index": "hci",
        "epi": "epi", "e-participation index": "epi",
        "rank": RANK, "e-government rank": RANK,
    },
    "gtmi": {
        "group": "group", "grp": "group", "gtmi": "gtmi", "cgsi": "cgsi", "psdi": "psdi",
        "dcei": "dcei", "cei": "dcei", "gtei": "gtei",
    },
    "dgi": {"composite_index": "dgi", **{name: name for name in MEASURES["dgi"]}},
}  # fmt: skip
OPTIONAL = {"epi", RANK, "group"}


class CountryFileRefused(ValueError):
    """A file of which nothing can be taken; the words say why, and what to do."""


def text(data: bytes) -> str:
    """The file as text: UTF-8 with or without its mark, UTF-16 with it, or Windows' Western European."""
    if len(data) > BYTES:
        raise CountryFileRefused(
            f"This file has {len(data) / 1e6:.0f} MB; tables of countries have at most {BYTES / 1e6:.0f}."
        )
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    else:
        start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
        for begins, what in OTHER_FILES.items():
            if start.startswith(begins):
                raise CountryFileRefused(f"This is no CSV file, but {what}.")
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(unicodedata.category(one) == "Cc" and one not in "\t\r\n" for one in text):
            return text
    raise CountryFileRefused("This is no text: save the table as CSV in UTF-8.")


def table(text: str) -> tuple[Index, dict[str, int], Iterator[tuple[int, list[str]]]]:
    """Which index it is, the columns' places by name, and the rows with their lines. Raises CountryFileRefused."""
    first = text.split("\n", 1)[0]
    for separator in (",", ";", "\t"):
        for source, its in HEADINGS.items():
            if places := _places(next(csv.reader([first], delimiter=separator), []), source, its):
                return source, places, _rows(text, separator)
    raise CountryFileRefused(
        "The header of this file is of none of the three tables that the course reads: UN DESA's Data Center (year, country, EGDI,"
        " OSI, TII, HCI), the World Bank's GovTech dataset (code, year, GTMI, CGSI, PSDI, DCEI, GTEI), the OECD's Digital"
        " Government Index (iso3, year, composite_index and six dimensions)."
    )


def _places(header: list[str], source: Index, its: dict[str, str]) -> dict[str, int] | None:
    known = {**SHARED, **its}
    named = [known.get(re.sub(r"\s+", " ", one).strip().lower()) for one in header]
    places = {name: at for at, name in enumerate(named) if name}
    needed = {"edition", *its.values()} - OPTIONAL
    if not needed <= places.keys() or not places.keys() & {"code", "name"}:
        return None
    if len(places) != len([name for name in named if name]):
        raise CountryFileRefused("Two columns of this file have one heading; take one of them away.")
    return places


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Refuses, row by row, what no such table has."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader):
            line = reader.line_num
            if number > ROWS:
                raise CountryFileRefused(f"This file has more than {ROWS} rows; no such table has.")
            for cell in cells:
                if len(cell) > CELL:
                    raise CountryFileRefused(
                        f"Line {line} has a cell of {len(cell)} characters; no such table has."
                    )
                if number and FORMULA.match(cell):
                    raise CountryFileRefused(
                        f"Line {line} has a formula, “{cell[:20]}”: save the table with values in place of formulas."
                    )
            if number and any(cell.strip() for cell in cells):
                yield line, cells
    except csv.Error as error:
        raise CountryFileRefused(f"Line {reader.line_num} cannot be read as CSV ({error}).") from None
