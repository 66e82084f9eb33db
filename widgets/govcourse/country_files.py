"""Reads publishers' tables of countries: which one it is, what can be taken of it, and what is left with its reason."""

import csv
import io
import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from govcourse import content
from govcourse.content.country_list import MEASURES, PARTS, RANK, Index, is_mean, territories
from govcourse.store import CountryFigure

BYTES = 5_000_000  # of a file
ROWS = 20_000
CELL = 200  # characters
FEW = 0.05  # of an edition's rows may be left; where more do not fit, the edition is no such table
COUNTED = re.compile(r"[0-9]*[.,]?[0-9]+(?:[eE]-?[0-9]+)?")
NOTHING = {"", "..", "-", "–", "n/a", "na", "nan", "null"}
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
# Codes that the World Bank used of old.
RENAMED = {"ADO": "AND", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "WBG": "PSE", "KSV": "XKX"}
# Names that UN DESA used of old, and in part still does.
FORMER = {
    "czech republic": "CZE",
    "turkey": "TUR",
    "swaziland": "SWZ",
    "cape verde": "CPV",
    "the former yugoslav republic of macedonia": "MKD",
}


class CountryFileRefused(ValueError):
    """A file of which nothing can be taken; the words say why, and what to do."""


@dataclass(frozen=True)
class Left:
    """What is not taken: a row by its line in the file, or with None an edition, and why."""

    edition: int | None
    line: int | None
    why: str


@dataclass
class Found:
    """`figures` are those to keep; `taken` says how many countries of each edition have some."""

    source: Index
    figures: list[CountryFigure] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)


@dataclass
class _Row:
    line: int
    code: str
    values: dict[str, float]
    problem: str = ""


def read(data: bytes) -> Found:
    """What a table of UN DESA (EGDI), the World Bank (GTMI) or the OECD (DGI) says, a row for each country and edition with
    the headings of HEADINGS; which one it is, its header says. Raises CountryFileRefused."""
    source, header, rows = _table(_text(data))
    found, editions = Found(source), dict[int, list[_Row]]()
    for line, cells in rows:
        given = {name: cells[at].strip() if at < len(cells) else "" for name, at in header.items()}
        edition, code = _edition(given["edition"]), _code(given)
        if edition is None:
            found.left.append(Left(None, line, f"“{given['edition'][:20]}” is no year of an edition"))
        elif code is None:
            what = given.get("code") or given.get("name") or ""
            found.left.append(Left(edition, line, f"“{what[:40]}” is no country that the course knows"))
        else:
            editions.setdefault(edition, []).append(_row(source, line, code, given))
    for edition, its in sorted(editions.items()):
        _take(found, edition, its)
    if not found.figures:
        why = "; ".join(dict.fromkeys(one.why for one in found.left[:3])) or "it has no rows"
        raise CountryFileRefused(f"Nothing of this file can be taken: {why}. Nothing was changed.")
    return found


def together(found: Iterable[Found]) -> list[CountryFigure]:
    """The figures of several files; of an edition that stands in two of them, those of the later one."""
    last = {(one.source, edition): one for one in found for edition in one.taken}
    return [
        figure
        for (source, edition), one in last.items()
        for figure in one.figures
        if (figure.source, figure.edition) == (source, edition)
    ]


def _text(data: bytes) -> str:
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


def _table(text: str) -> tuple[Index, dict[str, int], Iterator[tuple[int, list[str]]]]:
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


def _edition(text: str) -> int | None:
    return int(text[:4]) if re.fullmatch(r"20[0-9]{2}(\.0)?", text, re.ASCII) else None


def _code(given: dict[str, str]) -> str | None:
    known = content.countries().codes
    if code := given.get("code", "").upper():
        code = RENAMED.get(code, code)
        return code if code in known else None
    return _names().get(_plain(given.get("name", "")))


@cache
def _names() -> dict[str, str]:
    """Codes of the members by their names: those of UN DESA, and Babel's."""
    members, english = content.countries().members, territories("en")
    theirs = {_plain(english[code]): code for code in members if code in english}
    return FORMER | theirs | {_plain(one.name): code for code, one in members.items()}


def _plain(name: str) -> str:
    """A name without accents, case, what stands in brackets, and signs."""
    bare = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", "", name.replace("&", "and")).casefold())
    return re.sub(r"[^a-z]+", " ", "".join(one for one in bare if not unicodedata.combining(one))).strip()


def _row(source: Index, line: int, code: str, given: dict[str, str]) -> _Row:
    row = _Row(line, code, {})
    for name in (*MEASURES[source], RANK):
        text = given.get(name, "")
        if text.lower() in NOTHING:
            continue
        value = _number(text)
        if value is None:
            row.problem = f"“{text[:20]}” ({name}) is no number"
        elif name == RANK:
            if not (value.is_integer() and 1 <= value <= 250):
                row.problem = f"{text} is no rank"
        elif not 0 <= value <= 1:
            row.problem = f"{name} is {text}, and not between 0 and 1"
        if value is not None:
            row.values[name] = value
    if not row.problem:
        row.problem = CHECKS[source](row.values, given)
    return row


def _number(text: str) -> float | None:
    if not COUNTED.fullmatch(text):
        return None
    value = float(text.replace(",", "."))
    return value if math.isfinite(value) else None


def _egdi(values: dict[str, float], _: dict[str, str]) -> str:
    shares = values.keys() & {"egdi", *PARTS}
    if not shares:
        return ""
    if len(shares) < 1 + len(PARTS):
        return "the index or one of its parts is missing"
    if not is_mean(values):
        return f"the EGDI, {values['egdi']:g}, is not the mean of its parts, {sum(values[one] for one in PARTS) / len(PARTS):.5f}"
    return ""


def _gtmi(values: dict[str, float], given: dict[str, str]) -> str:
    group = given.get("group", "").upper()
    if (
        "gtmi" in values
        and group
        and group != (right := content.countries().limits["gtmi"].group(values["gtmi"]))
    ):
        return f"the group {group[:5]} does not go with {values['gtmi']:g}, which is in {right}"
    return ""


CHECKS: dict[Index, Callable[[dict[str, float], dict[str, str]], str]] = {
    "egdi": _egdi,
    "gtmi": _gtmi,
    "dgi": lambda values, given: "",
}


def _take(found: Found, edition: int, rows: list[_Row]) -> None:
    """Takes an edition: whole, but for few rows that do not fit; or leaves it."""
    if why := _wrong(found.source, rows):
        found.left.append(Left(edition, None, why))
        return
    main = MEASURES[found.source][0]
    for row in sorted(rows, key=lambda row: not row.problem):
        if row.problem or main not in row.values:
            found.left.append(
                Left(edition, row.line, f"{row.code}: {row.problem or 'no figure in this edition'}")
            )
        else:
            figures = (
                CountryFigure(found.source, edition, row.code, name, value)
                for name, value in row.values.items()
            )
            found.figures += figures
            found.taken[edition] = found.taken.get(edition, 0) + 1


def _wrong(source: Index, rows: list[_Row]) -> str:
    """Why an edition cannot be taken at all; "" if it can."""
    seen: set[str] = set()
    for row in rows:
        if row.code in seen:
            return f"{row.code} stands there twice (line {row.line})"
        seen.add(row.code)
    members = content.countries().members
    if source == "egdi" and (lost := members.keys() - seen):
        named = ", ".join(sorted(lost)[:8]) + (" …" if len(lost) > 8 else "")
        return f"it lists {len(members) - len(lost)} of {len(members)} States; {named} are missing"
    bad = [row for row in rows if row.problem]
    if len(bad) > FEW * len(rows):
        return (
            f"{len(bad)} of {len(rows)} rows do not fit; line {bad[0].line}, {bad[0].code}: {bad[0].problem}"
        )
    return ""
