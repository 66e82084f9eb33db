"""The whiteboard: notes with groups, dots and comments, in phases; a room's notes on one board."""

from random import Random
from typing import TYPE_CHECKING

from govcourse.json_types import Json
from govcourse.kinds.answers import AnswerError, budget, unique
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Count, Line, Outline, at, either, join
from govcourse.kinds.shapes import Ask, Led
from govcourse.kinds.whiteboard import rules, shapes
from govcourse.kinds.whiteboard.activity import Whiteboard
from govcourse.kinds.whiteboard.answer import LIMIT, NOTE
from govcourse.kinds.whiteboard.answer import Answer as WhiteboardAnswer

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Whiteboards(Kind[Whiteboard, WhiteboardAnswer]):
    Activity, Answer = Whiteboard, WhiteboardAnswer
    Spec, Figures = shapes.Spec, shapes.Figures
    sums = moderated = True

    def spec(self, activity: Whiteboard) -> shapes.Spec:
        return {"limit": LIMIT}

    def check(self, answer: WhiteboardAnswer, activity: Whiteboard) -> None:
        unique("notes", answer.notes)
        unique("groups", answer.groups)
        groups = {group.id for group in answer.groups} | {""}
        for index, note in enumerate(answer.notes):
            if note.group not in groups:
                raise AnswerError(f"notes.{index}.group", "no_group")
        if answer.phase and answer.phase not in {phase.id for phase in activity.phases}:
            raise AnswerError("phase", "no_stage")
        for field in ("votes", "comments"):
            for id in getattr(answer, field):
                if not NOTE.fullmatch(id):
                    raise AnswerError(f"{field}.{id[:40]}", "no_note")
        budget("votes", answer.votes.values(), activity.votes)

    def practice(self, activity: Whiteboard, given: Json, chance: Random) -> Json:
        """One note or two, of those in the example and those to begin with."""
        example: Json = activity.example or {}
        known = [*example.get("notes", []), *(note.model_dump() for note in activity.seeds)]
        mine = chance.sample(known, min(len(known), chance.randint(1, 2)))
        return {"notes": [{"id": f"n{place}", "text": note["text"]} for place, note in enumerate(mine)]}

    def outline(self, activity: Whiteboard) -> Outline:
        group, votes = either(at("/groups/{group}/title"), at("group")), "/votes/{id}"
        note: Line = {
            "each": "notes",
            "label": group,
            "text": join(at("text"), at(votes, repeat="●"), by=" "),
        }
        done: list[Count] = [{"check": at("notes/*/text")}]
        if activity.votes:
            done.append({"check": at("votes/*")})
        if activity.comment_prompt:
            done.append({"check": at("comments/*")})
        return {
            "parts": [{"lines": [note]}, {"lines": [{"each": "comments", "text": at("value")}]}],
            "done": done,
            "feeds": [{"each": "notes", "id": at("id"), "name": at("text"), "note": group, "by": at(votes)}],
        }

    def phases(self, activity: Whiteboard) -> list[Led]:
        return [
            {"id": one.id, "title": one.title, "minutes": one.minutes, "blind": place == 0}
            for place, one in enumerate(activity.phases)
        ]

    def for_room(self, activity: Whiteboard, figures: Json) -> Json:
        """Notes are written to be shown, however few."""
        return figures

    def figures(self, activity: Whiteboard, answers: list[Json]) -> shapes.Figures:
        return rules.figures(activity, answers)

    def asks(self, activity: Whiteboard) -> list[Ask]:
        return [{"text": activity.prompt, "options": list(activity.instructions), "kind": "do"}]

    def tables(self, activity: Whiteboard, language: str = "en") -> "list[Table]":
        from govcourse.kinds.whiteboard.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Whiteboard]":
        from govcourse.kinds.whiteboard.report import WhiteboardReport

        return WhiteboardReport(self)


kind = Whiteboards()
