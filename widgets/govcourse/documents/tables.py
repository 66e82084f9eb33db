"""A room's answers as tidy tables in words: a sheet for each table of an activity, and a codebook, which has the names in frames."""

from govcourse import content
from govcourse.documents.cohort import Cohort
from govcourse.kinds.report import sheet_of
from govcourse.kinds.room_tables import RoomTable, of_room
from govcourse.layout.blocks import Cell, Sheet


def sheets(cohort: Cohort) -> list[Sheet]:
    """The codebook first; activities in course order; what is held back has no sheet, and the codebook says so."""
    t = content.texts(cohort.language)["documents"]
    found = [
        table
        for id in cohort.answers
        for place, table in enumerate(of_room(id, cohort.answers[id], cohort.language, cohort.least))
        if table.rows or not place
    ]
    made = [sheet_of(_name(one), one.columns, one.rows) for one in found]
    code: list[list[Cell]] = [
        [sheet.name, one.label, one.name, "" if one.words else one.unit, one.missing]
        for table, sheet in zip(found, made, strict=True)
        for one in table.columns
        if one.label in sheet.head and not one.id
    ]
    code += [
        [content.activity(id).title, "", "", t["suppressed"].format(n=cohort.least), ""]
        for id in cohort.too_few
    ]
    head = [t[f"code_{name}"] for name in ("sheet", "column", "name", "unit", "missing")]
    return [Sheet(t["codebook"], head, code), *made]


def _name(table: RoomTable) -> str:
    """Excel has room for the beginning only, so what sets a further table apart comes first."""
    title = content.activity(table.activity).title
    return title if table.title == title else f"{table.title} – {title}"
