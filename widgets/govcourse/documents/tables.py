"""A room's answers as tidy tables, as far as they may be shown: for its workbook, and for frames in notebooks."""

import hashlib
from dataclasses import dataclass

from govcourse import content, kinds
from govcourse.documents.cohort import Cohort
from govcourse.kinds.report import in_cells
from govcourse.kinds.tables import Codebook, Column, Row, of_many
from govcourse.layout.blocks import Sheet


@dataclass(frozen=True)
class RoomTable:
    """A table of a room's: as that of one answer, with the respondent's number before each row."""

    activity: str
    name: str
    title: str
    columns: tuple[Column, ...]
    rows: list[Row]


def of_activity(cohort: Cohort, id: str) -> list[RoomTable]:
    """The tables of one activity; none of what is held back.

    What each gave for themselves has no cell that fewer than the room's least gave for the same question, also where others
    answered the rest. What teams made speaks for the team.
    """
    answers, activity = cohort.answers.get(id, []), content.activity(id)
    if not answers:
        return []
    # In an order of its own, so that a row's number says nothing about other activities.
    ordered = sorted(answers, key=lambda answer: hashlib.sha256(f"{id}{answer!r}".encode()).hexdigest())
    respondent = Codebook(activity.kind, cohort.language).column("respondent", "Int64")
    least = 1 if activity.owner == "team" else cohort.least
    return [
        RoomTable(id, table.name, table.title, *of_many(table, ordered, respondent, least))
        for table in kinds.tables(id, cohort.language)
    ]


def sheets(cohort: Cohort) -> list[Sheet]:
    """The codebook first; activities in course order; what is held back has no sheet, and the codebook says so."""
    t = content.texts(cohort.language)["documents"]
    found = [
        table
        for id in cohort.answers
        for place, table in enumerate(of_activity(cohort, id))
        if table.rows or not place
    ]
    code: list[list[str | float | None]] = [
        [_name(table), one.name, one.label, one.unit, one.missing] for table in found for one in table.columns
    ]
    code += [
        [content.activity(id).title, "", t["suppressed"].format(n=cohort.least), "", ""]
        for id in cohort.too_few
    ]
    head = [t[f"code_{name}"] for name in ("sheet", "column", "meaning", "unit", "missing")]
    made = [Sheet(_name(one), [column.name for column in one.columns], in_cells(one.rows)) for one in found]
    return [Sheet(t["codebook"], head, code), *made]


def _name(table: RoomTable) -> str:
    """Excel has room for the beginning only, so what sets a further table apart comes first."""
    title = content.activity(table.activity).title
    return title if table.title == title else f"{table.title} – {title}"
