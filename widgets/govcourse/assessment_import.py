"""Answers to the assessment that were collected elsewhere, in a sheet of ours: read with every problem, then taken over."""

import csv
import hashlib
import io
import json
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace

from govcourse import content, kinds
from govcourse.json_types import Json
from govcourse.kinds import AnswerError
from govcourse.store import Store
from govcourse.text import clean

Rows = Iterator[Sequence[object]]
ROWS, COLUMNS, CELL = 5000, 200, 5000  # at most, and characters of a cell
UNPACKED = 60_000_000  # bytes that a workbook may unpack to
RESPONDENT, NAME, TARGET, EVIDENCE, COMMENT = "respondent", "name", "target:", "evidence:", "comment:"
ABSENT = {"none", "there is none"}  # in every edition, beside its own words
UNKNOWN = {"don't know", "dont know", "dk", "?", "n/a", "na", "0"}


class SheetRefused(ValueError):
    """A file that cannot be read as a sheet at all; the message says what to do."""


def refused(key: str, **values: object) -> SheetRefused:
    return SheetRefused(content.texts()["collected"][key].format(**values))


@dataclass(frozen=True)
class Problem:
    """`row` as a spreadsheet counts, `column` by its heading; "" for the row as a whole. `about` says in words what the column is of."""

    row: int
    column: str
    message: str
    about: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Respondent:
    """`key` is the same for the same person whenever the sheet is read."""

    key: str
    name: str
    answer: Json
    row: int


@dataclass(frozen=True)
class Collected:
    respondents: list[Respondent] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def payload(self) -> Json:
        return {"found": len(self.respondents), "problems": [asdict(one) for one in self.problems[:500]]}


def columns() -> list[tuple[str, str]]:
    """The headings of the sheet, with what each means."""
    t, instrument = content.texts()["collected"], content.instrument()
    made = [(RESPONDENT, t["about_respondent"]), (NAME, t["about_name"])]
    made += [(one.id, one.text) for one in instrument.statements]
    made += [(TARGET + one.id, t["about_target"].format(title=one.title)) for one in instrument.dimensions]
    return made


def _about() -> dict[str, list[str]]:
    """All headings that are read, each with where it belongs, as people call that."""
    t, instrument = content.texts()["collected"], content.instrument()
    made = {RESPONDENT: [t["about_respondent"]], NAME: [t["about_name"]]}
    asked = {one.id: [part.title, one.text] for part in instrument.dimensions for one in part.statements}
    asked |= {old.id: [old.text] for old in instrument.retired}
    made |= {TARGET + one.id: [t["about_target"].format(title=one.title)] for one in instrument.dimensions}
    for mark, key in ((EVIDENCE, "about_evidence"), (COMMENT, "about_comment")):
        made |= {mark + id: [*names, t[key]] for id, names in asked.items()}
    return made | asked


def template() -> bytes:
    """The sheet to hand out: headings, what each means, and the scale on a second sheet."""
    import xlsxwriter

    t, instrument = content.texts()["collected"], content.instrument()
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    head, about = (
        book.add_format({"bold": True, "bottom": 1}),
        book.add_format({"text_wrap": True, "valign": "top", "italic": True}),
    )
    sheet = book.add_worksheet(t["sheet"])
    for c, (name, meaning) in enumerate(columns()):
        sheet.write_string(0, c, name, head)
        sheet.write_string(1, c, "# " + meaning, about)
        sheet.set_column(c, c, 22)
    sheet.freeze_panes(2, 1)
    steps, absent = ["1", "2", "3", "4", "5"], {one.id for one in instrument.statements if one.absent}
    for c, (name, _) in enumerate(columns()[2:], 2):
        others = [] if name.startswith(TARGET) else [t["dont_know"], *([t["none"]] if name in absent else [])]
        wrong = t["error_value"].format(dont_know=t["dont_know"])
        rule = {"validate": "list", "source": [*steps, *others], "error_message": wrong[:255]}
        sheet.data_validation(2, c, ROWS, c, rule)
    how = book.add_worksheet(t["how"])
    how.set_column(0, 0, 90)
    rules = t["rules"].format(dont_know=t["dont_know"], none=t["none"])
    lines = [*rules.split("\n"), *(f"{step.value} = {step.label}" for step in instrument.scale)]
    for r, line in enumerate(lines):
        how.write_string(r, 0, line)
    book.close()
    return buffer.getvalue()


def read(data: bytes, name: str) -> Collected:
    """The respondents of a sheet and every problem in it. Raises SheetRefused for what is no sheet."""
    rows = _workbook(data) if name.lower().endswith((".xlsx", ".xlsm")) else _csv(data)
    head = next(rows, None)
    if not head or not any(head):
        raise refused("empty")
    titles = [str(cell or "").strip().lower() for cell in head]
    known = _about()
    retired = {one.id for one in content.instrument().retired}
    problems = [
        Problem(1, title, content.texts()["collected"]["retired_column"])
        for title in titles
        if title in retired
    ]
    problems += [
        Problem(1, title, content.texts()["collected"]["unknown_column"])
        for title in titles
        if title and title not in known
    ]
    if not set(titles) & ({one for one, _ in columns()[2:]} | retired):
        raise refused("no_columns")
    problems += [
        Problem(1, title, content.texts()["collected"]["twice"])
        for title in {t for t in titles if t and titles.count(t) > 1}
    ]
    found = _respondents(titles, rows, problems)
    return replace(found, problems=[replace(one, about=known.get(one.column, [])) for one in found.problems])


def _respondents(titles: list[str], rows: Rows, problems: list[Problem]) -> Collected:
    t = content.texts()["collected"]
    found: list[Respondent] = []
    seen: dict[str, int] = {}
    words = _words()
    for number, row in enumerate(rows, 2):
        if number > ROWS + 2:
            raise refused("too_many_rows", most=ROWS)
        cells = {
            title: str(cell).strip()
            for title, cell in zip(titles, row, strict=False)
            if title and cell is not None and str(cell).strip()
        }
        if not cells or next(iter(cells.values())).startswith("#"):
            continue
        if too_long := next((title for title, text in cells.items() if len(text) > CELL), None):
            problems.append(Problem(number, too_long, t["too_long"].format(most=CELL)))
            continue
        answer, wrong = _answer(cells, number, words)
        problems += wrong
        if wrong:
            continue
        if not answer:
            problems.append(Problem(number, "", t["no_answer"]))
            continue
        given = cells.get(RESPONDENT, "")
        content_of = given or json.dumps(answer, sort_keys=True)
        nth = seen[content_of] = seen.get(content_of, 0) + 1
        if given and nth > 1:
            problems.append(Problem(number, RESPONDENT, t["same_respondent"].format(respondent=given[:60])))
            continue
        key = hashlib.sha256(f"{bool(given)}|{content_of}|{nth}".encode()).hexdigest()[:32]
        found.append(Respondent(key, clean(cells.get(NAME, ""))[:100], answer, number))
    return Collected(found, problems)


def _words() -> tuple[set[str], dict[str, set[str]]]:
    """How one says that one does not know, and by statement that there is not what it asks about."""
    t, instrument = content.texts()["collected"], content.instrument()
    unknown = {_plain(one) for one in (t["dont_know"], instrument.dont_know)} | UNKNOWN
    none = {_plain(t["none"])} | ABSENT
    return unknown, {one.id: {_plain(one.absent), *none} for one in instrument.statements if one.absent}


def _answer(
    cells: dict[str, str], number: int, words: tuple[set[str], dict[str, set[str]]]
) -> tuple[Json, list[Problem]]:
    t = content.texts()["collected"]
    items: dict[str, Json] = {}
    targets: dict[str, int] = {}
    problems: list[Problem] = []
    instrument = content.instrument()
    unknown, absent = words
    for statement in instrument.known:
        if (text := cells.get(statement.id)) is not None:
            if value := _value(text):
                items[statement.id] = {"value": value}
            elif _plain(text) in absent.get(statement.id, ()):
                items[statement.id] = {"absent": True}
            elif _plain(text) in unknown:
                items[statement.id] = {"dont_know": True}
            else:
                wrong = t["error_value"].format(dont_know=t["dont_know"])
                problems.append(Problem(number, statement.id, f"{wrong} ({text[:30]})"))
        for mark, field_, most in ((EVIDENCE, "evidence", 300), (COMMENT, "comment", 2000)):
            if said := cells.get(mark + statement.id):
                items.setdefault(statement.id, {})[field_] = said[:most]
    for dimension in instrument.dimensions:
        if (text := cells.get(TARGET + dimension.id)) is not None:
            if (value := _value(text)) is None:
                problems.append(Problem(number, TARGET + dimension.id, t["error_target"] + f" ({text[:30]})"))
            else:
                targets[dimension.id] = value
    answer: Json = {name: part for name, part in (("items", items), ("targets", targets)) if part}
    if answer and not problems:
        try:
            answer = kinds.validate(content.assessment().id, answer)
        except AnswerError as error:
            problems.append(Problem(number, _heading(error.field), error.message))
    return answer, problems


def _heading(place: str) -> str:
    """The heading of the column from which a field of the answer was read; "" for the row as a whole."""
    match place.split("."):
        case ["items", id, ("evidence" | "comment") as part, *_]:
            return f"{part}:{id}"
        case ["items", id, *_]:
            return id
        case ["targets", id, *_]:
            return TARGET + id
    return ""


def _plain(text: str) -> str:
    """As it is compared: without capitals, accents and the marks of Arabic, with plain apostrophes."""
    parts = unicodedata.normalize("NFD", text.lower().replace("’", "'"))
    return "".join(one for one in parts if not unicodedata.combining(one))


def _value(text: str) -> int | None:
    """1–5, also as a spreadsheet writes it (3.0) and with its label (“3 = …”)."""
    first = text.split("=")[0].strip().removesuffix(".0")
    return int(first) if first in ("1", "2", "3", "4", "5") else None


def _workbook(data: bytes) -> Rows:
    """The rows of a workbook's first sheet. A bomb is refused before anything is unpacked."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
            if len(entries) > 500 or sum(one.file_size for one in entries) > UNPACKED:
                raise refused("too_big")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        return sheet.iter_rows(max_row=ROWS + 3, max_col=COLUMNS, values_only=True)
    except SheetRefused:
        raise
    except Exception:
        raise refused("unreadable") from None


def _csv(data: bytes) -> Rows:
    if b"\x00" in data or data[:2] == b"PK":
        raise refused("unreadable")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return iter([row[:COLUMNS] for row in csv.reader(io.StringIO(text), delimiter=delimiter)])
    except csv.Error:
        raise refused("unreadable") from None


def take_over(store: Store, code: str, collected: Collected) -> dict[str, int]:
    """Puts the respondents into a room: `new`, `changed` and `same`. A second time changes nothing twice."""
    rows = [
        (hashlib.sha256(f"{code}|{one.key}".encode()).hexdigest()[:32], one.name, one.answer)
        for one in collected.respondents
    ]
    return store.answers.take_over(code, content.assessment().id, rows)
