"""The ranking: options put in order by hand or two at a time, and what the orders of a room come to."""

from random import Random
from typing import TYPE_CHECKING

from govcourse.json_types import Json
from govcourse.kinds.answers import AnswerError, at_most, unique
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Outline, Value, at, either, say, table
from govcourse.kinds.ranking import shapes
from govcourse.kinds.ranking.activity import Ranking
from govcourse.kinds.ranking.answer import Answer as RankingAnswer
from govcourse.kinds.shapes import Ask

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Rankings(Kind[Ranking, RankingAnswer]):
    Activity, Answer = Ranking, RankingAnswer
    Figures = shapes.Figures
    sums = True

    def check(self, answer: RankingAnswer, activity: Ranking) -> None:
        entries = [*answer.ranked, *answer.waiting]
        unique("ranked", answer.ranked)
        unique("waiting", entries[len(answer.ranked) :])
        fixed = {option.id for option in activity.options}
        for field, some in (("ranked", answer.ranked), ("waiting", answer.waiting)):
            for index, entry in enumerate(some):
                if entry.id not in fixed and not activity.own:
                    raise AnswerError(f"{field}.{index}.id", "no_option")
        if {entry.id for entry in answer.ranked} & {entry.id for entry in answer.waiting}:
            raise AnswerError("waiting", "ranked_already")
        at_most("waiting", len({entry.id for entry in entries} | fixed), activity.limit)

    def practice(self, activity: Ranking, given: Json, chance: Random) -> Json:
        """What the example and the course offer, each moved by a few places."""
        example: Json = activity.example or {}
        own = {
            one["id"]: {"id": one["id"], **({"name": one["name"]} if one.get("name") else {})}
            for one in example.get("ranked", [])
        }
        entries = list((own | {option.id: {"id": option.id} for option in activity.options}).values())
        places = [place + chance.gauss(0, 2) for place, _ in enumerate(entries)]
        return {
            "ranked": [one for _, one in sorted(zip(places, entries, strict=True), key=lambda pair: pair[0])]
        }

    def outline(self, activity: Ranking) -> Outline:
        name: Value = either(at("name"), at("id", of="options"))
        place = say("outline_place", n=at("#"))
        return {
            "parts": [
                {"lines": [{"each": "ranked", "label": place, "text": name}]},
                {"title": say("outline_waiting"), "lines": [{"each": "waiting", "text": name}]},
            ],
            "done": [{"each": "ranked", "check": at("id"), "enough": activity.at_least}],
            "feeds": [{"each": "ranked", "id": at("id"), "name": name, "note": place}],
            "tables": {"options": table(activity.options)},
            "paper": [activity.question],
        }

    def asks(self, activity: Ranking) -> list[Ask]:
        if not activity.options:
            return super().asks(activity)
        options = [option.title for option in activity.options]
        return [{"text": activity.question, "options": options, "kind": "choose"}]

    def figures(self, activity: Ranking, answers: list[Json]) -> shapes.Figures:
        """`standings` as rules.py has them, of those who put anything in order (`n`)."""
        from govcourse.kinds.ranking.rules import standings

        given = [answer for answer in answers if answer.get("ranked")]
        return {"n": len(given), "standings": standings(activity, given)}

    def formats(self, activity: Ranking) -> list[str]:
        return ["docx", "pdf", "xlsx", "csv"]

    def tables(self, activity: Ranking, language: str = "en") -> "list[Table]":
        from govcourse.kinds.ranking.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Ranking]":
        from govcourse.kinds.ranking.report import RankingReport

        return RankingReport(self)


kind = Rankings()
