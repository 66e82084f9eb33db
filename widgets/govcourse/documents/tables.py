"""A room's answers as tidy tables: a sheet for each activity, a row for each thing said, and a codebook."""

import hashlib

from govcourse import content, kinds
from govcourse.documents.blocks import Sheet
from govcourse.documents.cohort import Cohort
from govcourse.kinds.digest import rows as digest


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


def _sheet(id: str, answers: list[dict], cohort: Cohort, t: dict) -> Sheet:
    activity = content.activity(id)
    # In an order of its own, so that a row's number says nothing about other sheets.
    ordered = sorted(answers, key=lambda answer: hashlib.sha256(f"{id}{answer!r}".encode()).hexdigest())
    head, rows_of = (
        (
            [
                t["respondent"],
                t["dimension"],
                "id",
                t["statement"],
                t["value_column"],
                content.instrument().dont_know,
                t["comments"],
            ],
            _dtca,
        )
        if activity.kind == "dtca"
        else ([t["respondent"], "id", t["question_column"], t["value_column"], t["text_column"]], _poll)
        if activity.kind == "poll"
        else ([t["respondent"], t["part_column"], t["question_column"], t["text_column"]], _digest)
    )
    rows = [
        [number, *row]
        for number, answer in enumerate(ordered, 1)
        for row in rows_of(id, answer, cohort.language)
    ]
    return Sheet(activity.title, head, rows)


def _dtca(id: str, answer: dict, language: str) -> list[list]:
    rows = []
    for dimension in content.instrument(content.activity(id).instrument).dimensions:
        for statement in dimension.statements:
            item = answer.get("items", {}).get(statement.id, {})
            if item:
                rows.append(
                    [
                        dimension.title,
                        statement.id,
                        statement.text,
                        item.get("value"),
                        int(bool(item.get("dont_know"))),
                        item.get("comment") or None,
                    ]
                )
        if target := answer.get("targets", {}).get(dimension.id):
            label = content.texts(language)["documents"]["target"]
            rows.append([dimension.title, f"{dimension.id}-target", label, target, 0, None])
    return rows


def _poll(id: str, answer: dict, language: str) -> list[list]:
    rows = []
    for asked in kinds.spec(id)["asked"]:
        given = answer.get("answers", {}).get(asked["key"], {})
        titles = {option["id"]: option["title"] for option in asked["options"]}
        rows += [[asked["key"], asked["text"], None, titles[one]] for one in given.get("chosen", [])]
        if given.get("value") is not None or given.get("text"):
            rows.append([asked["key"], asked["text"], given.get("value"), given.get("text") or None])
    return rows


def _digest(id: str, answer: dict, language: str) -> list[list]:
    return [list(row) for row in digest(id, answer, language)]


def _meanings(id: str, sheet: Sheet, t: dict) -> list[tuple[str, str]]:
    about = {
        t["respondent"]: t["code_respondent"], t["value_column"]: t["code_value"], t["text_column"]: t["code_text"],
        t["question_column"]: t["code_question"], t["statement"]: t["code_question"],
    }  # fmt: skip
    return [(column, about.get(column, column)) for column in sheet.head]
