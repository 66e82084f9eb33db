"""What Python says of every activity and of answers to it, as JSON: the front end's tests compare themselves with it.

`python -m tests.front.fixtures FILE` writes it; the tests do so themselves.
"""

import json
import sys
from pathlib import Path
from typing import Any

from govcourse import content, kinds
from govcourse.assessment import scoring
from govcourse.assessment.debrief import debrief
from govcourse.documents.sheets import csv_of
from govcourse.kinds import Json
from govcourse.kinds.moderation import moderated
from govcourse.layout.blocks import Sheet
from hypothesis import HealthCheck, given, settings

from tests.kinds.strategies import fitting

CHECKS: list[tuple[str, Any]] = [
    ("sdg-pitch", {"goal": 18}), ("sdg-pitch", {"goal": None, "pitch": "x"}), ("sdg-pitch", {"goal": "3"}),
    ("sdg-pitch", {"notes": {"nowhere": "x"}}), ("sdg-pitch", {"pitch": "x" * 5001}), ("sdg-pitch", []),
    ("sdg-pitch", {"constructor": "x"}),
    ("dtca", {"items": {"leadership-1": {"value": 3}}}), ("dtca", {"items": {"nowhere": {}}}),
    ("dtca", {"targets": {"leadership": 6}}), ("dtca", {"items": {"leadership-1": {"surprise": 1}}}),
    ("value-feasibility", {"items": [{"id": "a", "x": -1}]}), ("value-feasibility", {"items": [{"x": 1}]}),
    ("action-plan", {"goals": [{"id": "g", "steps": [{"id": "s", "end": "2027-02-30x"}]}]}),
    ("action-plan", {"goals": [{"id": "g", "steps": [{"id": "s", "end": "2027-02-28"}]}]}),
    ("action-plan", {"goals": [{"id": "g", "steps": [{"id": "s", "end": "٢٠٢٧-02-28"}]}]}),
    ("obstacles-poll", {"answers": {"obstacles": {"chosen": ["me"]}}}), ("obstacles-poll", {"answers": {"x": {}}}),
    ("maturity-grid", {"cells": {"legal": {"today": "connected"}}}), ("maturity-grid", {"cells": {"x": {}}}),
    ("selection-criteria", {"weights": {"trust": 6}}), ("reflection", {"fields": {"x": "y"}}),
    ("digital-value", {"notes": [{"id": "a", "text": "x", "x": 3.5}]}), ("digital-value", {"notes": [{"id": "A"}]}),
    ("case-explorer", {"saved": {"medellin": ""}}), ("case-explorer", {"saved": {"atlantis": ""}}),
    ("design-thinking", {"stages": {"define": {"notes": [{"id": "a"}]}}}), ("design-thinking", {"stages": {"x": {}}}),
    ("portfolio", {"name": "x" * 101}), ("concepts-check", {"answers": {"creativity": {"tries": -1}}}),
]  # fmt: skip


def matrix(spec: Json) -> list[Json]:
    """Cells and columns on every level in turn; columns of one total, and one that nobody rated."""
    levels = [one["id"] for one in spec["levels"]]
    asks = [one["id"] for one in spec["asks"]]
    rows = [one["id"] for one in spec["rows"]] + spec["own"]
    of = {one["id"]: one["type"] for one in spec["asks"]}

    def cell(n: int) -> Json:
        return {
            ask: levels[(n + place) % len(levels)] if of[ask] == "level" else f"text {n}"
            for place, ask in enumerate(asks)
        }

    heads = {one["id"]: f"head {n}" for n, one in enumerate(spec["heads"])}
    if not spec["options"]:
        return [{"heads": heads, "cells": {row: cell(n * k + k) for n, row in enumerate(rows)}} for k in (1, 3)] + [
            {"cells": {rows[0]: cell(1), rows[-1]: {ask: "" for ask in asks}}}
        ]  # fmt: skip
    weights = {"weights": {row: n % 6 for n, row in enumerate(rows)}} if spec["weights"] else {}
    options = [
        {"id": f"o{k}", "title": f"Column {k}", "marks": {row: cell(n * k) for n, row in enumerate(rows)}}
        for k in (0, 1, 2)
    ]
    return [
        {**weights, "heads": heads, "options": options},
        {**weights, "options": [*reversed(options), {"id": "empty", "title": "Nobody rated it"}]},
        {"options": [{**options[1], "id": "same"}, options[1], {"id": "untitled", "marks": {rows[0]: {}}}]},
    ]


def quiz(spec: Json) -> list[Json]:
    """All right, all in another order, checked without an answer, and not checked."""

    def right(question: Json) -> Json:
        ids = [one["id"] for one in question["options"]]
        if question["type"] == "match":
            return {"pairs": {id: id for id in ids}}
        ordered = question["type"] == "order"
        return {"chosen": [one["id"] for one in question["options"] if ordered or one["right"]]}

    def other(question: Json) -> Json:
        given = right(question)
        if pairs := given.get("pairs"):
            return {"pairs": dict(zip(pairs, reversed(pairs), strict=True))}
        return {"chosen": given["chosen"][::-1]}

    return [
        {"answers": {one["id"]: {**make(one), **checked} for one in spec["questions"]}}
        for make in (right, other, lambda _: {})
        for checked in ({"checked": True, "tries": 2}, {})
    ]


def plot(spec: Json) -> list[Json]:
    """Halves that are rounded, corners, nothing placed, and a name of blanks."""
    places = [(0, 100), (49.5, 50.5), (2.5, 3.49), (100, 0.5), (12.345, 99.995)]
    fields = {one["id"]: f"{one['title']}!" for one in spec["fields"]}
    items = [
        {"id": f"i{n}", "name": f"Item {n}", "x": x, "y": y, "fields": fields if n % 2 else {}}
        for n, (x, y) in enumerate(places)
    ]
    return [{"items": items}, {"items": [{"id": "a"}, {"id": "b", "name": " "}, {"id": "c", "name": "Only"}]}]


def dtca(spec: Json) -> list[Json]:
    """Seven respondents who differ, with gaps, targets that are met, what nobody knows, what is not there and what was retired."""
    return [
        {
            "items": {f"leadership-{n}": {"value": 1 + (n * k) % 5} for n in (1, 2, 6, 7, 8)}
            | {f"legal-{n}": {"value": 1 + (k + n) % 3} for n in range(6, 9)}
            | {"legal-10": {"dont_know": True}, "legal-9": {"comment": "Why so?", "evidence": "Act 12"}}
            | {"strategy-6": {"absent": k > 4}, "strategy-7": {"value": 5}, "legal-1": {"value": 5}},
            "targets": {"leadership": 3 + k % 3, "legal": 4},
            "vignettes": {"leadership": {"own": 1 + k % 5, "low": 2, "high": 2 + k % 3}},
        }
        for k in range(1, 8)
    ]


def whiteboard(spec: Json) -> list[Json]:
    """Dots decide what is offered first; without any, all notes are."""
    notes = [{"id": f"n{n}", "text": f"Note {n}", "group": "g" if n % 2 else ""} for n in range(4)]
    given = {"votes": {"n1": 1, "n3": 2}} if spec["votes"] >= 3 else {}
    group = {"groups": [{"id": "g", "title": "Theme"}]}
    return [{"notes": notes, **group, **given}, {"notes": [*notes[:1], {"id": "blank", "text": " "}]}]


VARIED = {"matrix": matrix, "quiz": quiz, "plot": plot, "dtca": dtca, "whiteboard": whiteboard}


def whatever(id: str) -> list[Json]:
    """Answers that fit the schema and are allowed, each time the same."""
    found: list[Json] = []

    @settings(
        max_examples=5, derandomize=True, database=None, deadline=None, suppress_health_check=[*HealthCheck]
    )
    @given(fitting(kinds.spec(id)["schema"]))
    def collect(answer: Json) -> None:
        if not refused(id, answer):
            found.append(answer)

    collect()
    return found


def read(activity: str, answer: Json) -> Json:
    """An answer with what Python reads back."""
    reader, texts = kinds.reader(activity, answer), kinds.texts(activity)
    head = [texts[f"rows_{name}"] for name in ("part", "label", "text")]
    return {
        "answer": answer,
        "parts": reader.parts(),
        "rows": reader.rows(),
        "progress": reader.progress(),
        "offers": reader.offers(),
        "csv": csv_of(Sheet("", head, [list(row) for row in reader.rows()])).decode("utf-8"),
    }


def activity(id: str) -> Json:
    """What a view is told, and several answers that are allowed, read back."""
    one, spec = content.activity(id), kinds.spec(id)
    answers = [{}, one.example or {}, *VARIED.get(one.kind, lambda _: [])(spec), *whatever(id)]
    answers = [kinds.validate(id, answer) for answer in answers]
    return {
        "spec": spec,
        "texts": kinds.texts(id),
        "answers": [read(id, answer) for answer in answers],
        "room": {"about": kinds.results(id), "figures": room(id, answers[1:6])},
    }


def room(id: str, answers: list[Json]) -> Json | None:
    """What console and projector get to show."""
    if not kinds.summed(id):
        return None
    figures = kinds.figures(id, answers)
    return (
        {**figures, "notes": moderated(figures["notes"], {}, True)} if kinds.kind(id).moderated else figures
    )


def refused(id: str, answer: Any) -> Json | None:
    """Why it is, as a page says it."""
    try:
        kinds.validate(id, answer)
    except kinds.AnswerError as error:
        return {"key": error.key, "values": error.values}
    return None


def certificate() -> Json:
    rule = content.activity("portfolio").certificate
    shares: list[dict[str, tuple[int, int]]] = [
        {},
        {id: (1, 2) for id in rule.required},
        {id: (0, 2) for id in rule.required},
        {id: (1, 2) for id in rule.required[: rule.at_least]},
        {id: (1, 2) for id in rule.required[: rule.at_least - 1]} | {rule.required[-1]: (49, 100)},
    ]
    its, one = kinds.kind("portfolio"), content.activity("portfolio")
    return {
        "rule": rule.model_dump(),
        "cases": [{"shares": given, "outcome": its.earned(one, given)} for given in shares],
    }


def assessment() -> Json:
    instrument, example = content.instrument(), content.activity("dtca").example
    ours = scoring.profile(example, instrument)
    rooms = [[], [example], [{}, example], dtca({})]
    return {
        "instrument": instrument.model_dump(),
        "example": example,
        "gaps": [gap.id for gap in ours.gaps],
        "overall": ours.overall,
        "rooms": [{"answers": answers, "debrief": debrief(answers, instrument)} for answers in rooms],
    }


def fixtures() -> Json:
    return {
        "activities": {id: activity(id) for id in content.activity_ids()},
        "texts": content.texts(),
        "french": {id: kinds.texts(id, "fr") for id in ("action-plan", "sdg-pitch", "digital-value")},
        "checks": [
            {"activity": id, "answer": answer, "refused": refused(id, answer)} for id, answer in CHECKS
        ],
        "certificate": certificate(),
        "assessment": assessment(),
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(fixtures(), ensure_ascii=False), encoding="utf-8")
