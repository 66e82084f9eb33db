"""Reads publishers' tables of countries: which one it is, what can be taken of it, and what is left with its reason."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from govcourse import content
from govcourse.content.country_list import MEASURES, PARTS, RANK, Index, is_mean, territories
from govcourse.country_tables import CountryFileRefused, table, text
from govcourse.store import CountryFigure

FEW = 0.05  # of an edition's rows may be left; where more do not fit, the edition is no such table
COUNTED = re.compile(r"[0-9]*[.,]?[0-9]+(?:[eE]-?[0-9]+)?")
NOTHING = {"", "..", "-", "–", "n/a", "na", "nan", "null"}
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
    the headings of country_tables.HEADINGS; which one it is, its header says. Raises CountryFileRefused."""
    source, header, rows = table(text(data))
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
