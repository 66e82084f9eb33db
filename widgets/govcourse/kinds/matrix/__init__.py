"""The matrix: rows on described levels, or the learner's own columns with weights and totals."""

from random import Random
from typing import TYPE_CHECKING

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import AnswerError, at_most, unique, unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.matrix import rules, shapes
from govcourse.kinds.matrix.activity import Ask, Matrix
from govcourse.kinds.matrix.answer import Answer as MatrixAnswer
from govcourse.kinds.matrix.answer import Cell
from govcourse.kinds.matrix.rules import levels, own, rows
from govcourse.kinds.outline import (
    Feed,
    Outline,
    Part,
    Read,
    Value,
    at,
    choice,
    every,
    join,
    say,
    some,
    table,
)

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Matrices(Kind[Matrix, MatrixAnswer]):
    Activity, Answer = Matrix, MatrixAnswer
    Spec, Derived, Facts = shapes.Spec, shapes.Derived, shapes.Facts

    def spec(self, activity: Matrix) -> shapes.Spec:
        """Rows and levels; `note` says whose descriptions they are."""
        note = content.pillars().note if activity.rows_from == "pillars" else None
        return {"rows": rows(activity), "levels": levels(activity), "own": own(activity), "note": note}

    def keys(self, activity: Matrix) -> dict[str, list[str]]:
        all_rows = [row.id for row in rows(activity)] + own(activity)
        return {
            "heads": [head.id for head in activity.heads],
            "titles": own(activity),
            "weights": all_rows if activity.weights else [],
            "cells": [] if activity.options else all_rows,
            "marks": all_rows,
        }

    def check(self, answer: MatrixAnswer, activity: Matrix) -> None:
        allowed = self.keys(activity)
        for field in ("heads", "titles", "weights", "cells"):
            unknown(field, getattr(answer, field), allowed[field])
        _check_cells("cells", answer.cells, activity)
        at_most("options", len(answer.options), activity.options.at_most if activity.options else 0)
        unique("options", answer.options)
        for index, option in enumerate(answer.options):
            unknown(f"options.{index}.marks", option.marks, allowed["marks"])
            _check_cells(f"options.{index}.marks", option.marks, activity)

    def practice(self, activity: Matrix, given: Json, chance: Random) -> Json:
        """Levels other than in the example, where it has one; texts as they are."""
        ids = [level.id for level in levels(activity)]
        asked = {ask.id for ask in activity.asks if ask.type == "level"}

        def other(cell: Json) -> Json:
            return {ask: chance.choice(ids) if ask in asked else said for ask, said in cell.items()}

        options = [
            {**one, "marks": {row: other(cell) for row, cell in one.get("marks", {}).items()}}
            for one in given.get("options", [])
        ]
        cells = {row: other(cell) for row, cell in given.get("cells", {}).items()}
        return {**given, **({"options": options} if options else {}), **({"cells": cells} if cells else {})}

    def outline(self, activity: Matrix) -> Outline:
        asked = [ask.id for ask in activity.asks if ask.type == "level"]
        heads: Part = {"lines": [{"each": "$heads", "label": at("title"), "text": at("/heads/{id}")}]}
        made: Outline = {
            "parts": [heads],
            "done": [],
            "feeds": _feeds(activity, asked),
            "tables": {
                "heads": table(activity.heads),
                "rows": table(rows(activity)),
                "levels": table(levels(activity)),
            },
            "names": {
                "weights/*": at("id", of="rows"),
                "options/*": at("title"),
                "options/*/marks/*": at("id", of="rows"),
            },
            "facts": rules.facts(activity),
            "paper": [*(one.title for one in activity.heads), *(one.title for one in activity.asks)],
        }
        if activity.options:
            made["parts"].append(_option(activity, asked[0]))
            marked = some(*(at(f"marks/*/{ask}") for ask in asked))
            made["done"] = [
                {"each": "options", "check": every(at("title"), marked), "enough": activity.options.at_least}
            ]
        else:
            made["parts"].append(_row(activity))
            made["done"] = [{"each": "$rows", "check": some(*(at(f"/cells/{{id}}/{ask}") for ask in asked))}]
        return made

    def derived(self, activity: Matrix, answer: Json) -> shapes.Derived:
        """The learner's columns, highest total first; or the gaps to a target, the widest first."""
        return rules.derived(activity, answer)

    def formats(self, activity: Matrix) -> list[str]:
        return ["docx", "pdf", "xlsx", "csv"]

    def tables(self, activity: Matrix, language: str = "en") -> "list[Table]":
        from govcourse.kinds.matrix.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Matrix]":
        from govcourse.kinds.matrix.report import MatrixReport

        return MatrixReport(self)


def _option(activity: Matrix, ask: str) -> Part:
    """A column with the level of each row, and its total where rows have weights."""
    part: Part = {
        "each": "@options",
        "title": at("title"),
        "lines": [{"each": "$rows", "label": at("title"), "text": at(f"^marks/{{id}}/{ask}", of="levels")}],
    }
    if activity.weights:
        part["lines"].append({"label": say("outline_sum"), "text": join(at("total"), at("most"), by=" / ")})
    part["lines"].append({"label": say("outline_kept"), "text": join(at("owner"), at("evidence"))})
    return part


def _row(activity: Matrix) -> Part:
    return {
        "each": "$rows",
        "title": at("title"),
        "lines": [
            {
                "label": ask.title,
                "text": _cell(ask),
            }
            for ask in activity.asks
        ],
    }


def _cell(ask: Ask) -> Read:
    path = f"/cells/{{id}}/{ask.id}"
    return at(path, of="levels") if ask.type == "level" else at(path)


def _feeds(activity: Matrix, asked: list[str]) -> list[Feed]:
    """Columns with the best total first; else the gap between today and target, or the step up that was written."""
    if activity.options:
        total = say("outline_total", total=at("total")) if activity.weights else ""
        feed = _feed("@options", at("title"), total, join(total, at("evidence")))
        return [{**feed, "keeps": {**feed["keeps"], "owner": at("owner")}}]
    *others, last = activity.asks
    if len(asked) > 1:
        today = say("outline_today", today=at("today"))
        said = [_cell(ask) for ask in activity.asks if ask.type == "text"]
        return [_feed("@up", say("outline_level", row=at("title"), to=at("to")), today, join(today, *said))]
    if last.type == "text":
        rest = [_cell(ask) for ask in others]
        return [_feed("$rows", _cell(last), at("title"), choice(some(*rest), join(at("title"), *rest)))]
    return []


def _feed(each: str, name: Value, note: Value, evidence: Value) -> Feed:
    return {"each": each, "id": at("id"), "name": name, "note": note, "keeps": {"evidence": evidence}}


def _check_cells(field: str, cells: dict[str, Cell], activity: Matrix) -> None:
    asks = {ask.id: ask.type for ask in activity.asks}
    known = {level.id for level in levels(activity)} | {""}
    for row, cell in cells.items():
        unknown(f"{field}.{row}", cell, asks)
        for ask, value in cell.items():
            if asks[ask] == "level" and value not in known:
                raise AnswerError(f"{field}.{row}.{ask}", "no_level")


kind = Matrices()
