"""A room's answers as tidy tables: a sheet for each activity, a row for each thing said, and a codebook."""

import hashlib

from govcourse import content, kinds
from govcourse.documents.cohort import Cohort
from govcourse.json_types import Json
from govcourse.layout.blocks import Sheet


def sheets(cohort: Cohort) -> list[Sheet]:
    """The codebook first; activities in course order; what is held back has no sheet, and the codebook says so."""
    t = content.texts(cohort.language)["documents"]
    made = [_sheet(id, answers, cohort, t) for id, answers in cohort.answers.items()]
    code = [
        [content.activity(id).title, column, meaning]
        for id, sheet in zip(cohort.answers, made, strict=True)
        for column, meaning in _meanings(id, sheet, t)
    ]
    code += [
        [content.activity(id).title, "", t["suppressed"].format(n=cohort.least)] for id in cohort.too_few
    ]
    return [Sheet(t["codebook"], [t["code_sheet"], t["code_column"], t["code_meaning"]], code), *made]


def _sheet(id: str, answers: list[Json], cohort: Cohort, t: dict[str, str]) -> Sheet:
    activity = content.activity(id)
    # In an order of its own, so that a row's number says nothing about other sheets.
    ordered = sorted(answers, key=lambda answer: hashlib.sha256(f"{id}{answer!r}".encode()).hexdigest())
    report = kinds.kind(id).report()
    head = [t["respondent"], *report.columns(activity, cohort.language)]
    rows = [
        [number, *row]
        for number, answer in enumerate(ordered, 1)
        for row in report.observations(activity, answer, cohort.language)
    ]
    return Sheet(activity.title, head, rows)


def _meanings(id: str, sheet: Sheet, t: dict[str, str]) -> list[tuple[str, str]]:
    about = {
        t["respondent"]: t["code_respondent"], t["value_column"]: t["code_value"], t["text_column"]: t["code_text"],
        t["question_column"]: t["code_question"], t["statement"]: t["code_question"],
    }  # fmt: skip
    return [(column, about.get(column, column)) for column in sheet.head]
