"""What of an edition's workbooks is in no words of its language: `GOVCOURSE_LANGUAGE=ar python -m tests.documents.edition` prints it as JSON."""

import io
import json
import re

from govcourse import content, documents, kinds
from govcourse.content import translation
from govcourse.documents import cohort
from openpyxl import load_workbook

from tests.documents.conftest import answers_of

LATIN = re.compile(r"\b[a-z]{2,}")  # proper names begin with a capital


def left_over(data: bytes, language: str) -> set[str]:
    """Cells with a word that is no proper name, but for names in frames and what people wrote."""
    names = content.texts(language)["documents"]["code_name"]
    found: set[str] = set()
    for sheet in load_workbook(io.BytesIO(data)).worksheets:
        head, *rows = list(sheet.values)
        cells = [
            sheet.title,
            *head,
            *(cell for row in rows for cell, of in zip(row, head, strict=True) if of != names),
        ]
        found |= {
            cell for cell in cells if isinstance(cell, str) and LATIN.search(cell) and cell != "Said so."
        }
    return found  # fmt: skip


def books(language: str) -> dict[str, bytes]:
    """The workbook of each exercise's example, and that of a room."""
    made = {
        one.id: documents.make(one.id, one.example, "xlsx", language)
        for one in content.in_course_order()
        if one.example and "xlsx" in kinds.formats(one.id)
    }
    room = cohort.make("1", 30, answers_of(30), {}, language, 5)
    return {**made, "room": documents.make_report(room, "xlsx")}


if __name__ == "__main__":
    edition = translation.language()
    print(
        json.dumps(
            {id: sorted(found) for id, data in books(edition).items() if (found := left_over(data, edition))}
        )
    )
