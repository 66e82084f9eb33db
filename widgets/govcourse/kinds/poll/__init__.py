"""The poll: choices, scales and open questions, with a room's counts."""

from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING

from govcourse.json_types import Json
from govcourse.kinds.access import enough
from govcourse.kinds.answers import AnswerError, at_most, unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Outline, Value, at, join, table
from govcourse.kinds.poll import rules, shapes
from govcourse.kinds.poll.activity import Poll
from govcourse.kinds.poll.answer import Answer as PollAnswer
from govcourse.kinds.poll.rules import asked
from govcourse.kinds.shapes import Ask

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table
SAYS = {"single": "chosen", "multiple": "chosen", "scale": "value", "open": "text"}  # what answers a question


class Polls(Kind[Poll, PollAnswer]):
    Activity, Answer = Poll, PollAnswer
    Spec, Figures, Results = shapes.Spec, shapes.Figures, shapes.Spec
    sums = moderated = True

    def spec(self, activity: Poll) -> shapes.Spec:
        """The questions as they are asked, each with its key and, where asked in each, its session."""
        return {
            "asked": [
                shapes.Asked(**question.model_dump(), key=key, session=session)
                for key, (question, session) in asked(activity).items()
            ]
        }

    def keys(self, activity: Poll) -> dict[str, list[str]]:
        return {"answers": list(asked(activity))}

    def check(self, answer: PollAnswer, activity: Poll) -> None:
        questions = asked(activity)
        unknown("answers", answer.answers, questions)
        for key, given in answer.answers.items():
            question, _ = questions[key]
            field = f"answers.{key}"
            unknown(f"{field}.chosen", given.chosen, [option.id for option in question.options])
            if len(given.chosen) != len(set(given.chosen)):
                raise AnswerError(f"{field}.chosen", "chosen_twice")
            limit = 1 if question.type == "single" else question.limit or len(question.options)
            at_most(f"{field}.chosen", len(given.chosen), limit, "choose_most")
            if given.value is not None and (question.type != "scale" or given.value > question.steps):
                raise AnswerError(f"{field}.value", "no_step")

    def practice(self, activity: Poll, given: Json, chance: Random) -> Json:
        """Options that are liked by more people or fewer; what is open as in the example."""
        made, said = {}, given.get("answers", {})
        for key, (question, _) in asked(activity).items():
            ids = [option.id for option in question.options]
            liked = {id: Random(f"{activity.id} {key} {id}").random() * chance.random() for id in ids}
            limit = (
                1 if question.type == "single" else chance.randint(1, min(3, question.limit or len(ids) or 1))
            )
            mine: Json = {"chosen": sorted(ids, key=lambda id: -liked[id])[:limit]} if ids else {}
            if question.type == "scale":
                mine["value"] = min(question.steps, max(1, round(chance.gauss(question.steps * 0.7, 1))))
            if text := said.get(key, {}).get("text"):
                mine["text"] = text
            made[key] = mine
        return {"answers": made}

    def outline(self, activity: Poll) -> Outline:
        questions = asked(activity)

        def said(key: str, options: str) -> Value:
            given = f"answers/{key}"
            return join(at(f"{given}/chosen", of=options), at(f"{given}/value"), at(f"{given}/text"))

        answered: dict[str, Value] = {
            key: at(f"answers/{key}/{SAYS[question.type]}") for key, (question, _) in questions.items()
        }
        return {
            "parts": [
                {
                    "lines": [
                        {"label": question.text, "text": said(key, question.id), "when": answered[key]}
                        for key, (question, _) in questions.items()
                    ]
                }
            ],
            "done": [{"check": check} for check in answered.values()],
            "tables": {question.id: table(question.options) for question in activity.questions},
            "paper": [question.text for question in activity.questions],
        }

    def for_room(self, activity: Poll, figures: Json) -> Json:
        found = super().for_room(activity, figures)
        if activity.owner == "team" or "questions" not in found:
            return found
        few: Json = {"bars": [], "texts": []}
        asked = found["questions"].items()
        return {
            **found,
            "questions": {key: one if enough(one["n"]) else {**one, **few} for key, one in asked},
            "notes": [note for note in found["notes"] if enough(found["questions"][note["group"]]["n"])],
        }

    def shown_answers(self, activity: Poll, answers: Mapping[str, Json], settings: Json) -> list[Json]:
        return rules.without_held_back(list(answers.values()), settings)

    def asks(self, activity: Poll) -> list[Ask]:
        return [
            {"text": one.text, "options": rules.steps(one), "kind": "choose"} for one in activity.questions
        ]

    def groups(self, activity: Poll) -> dict[str, str]:
        return {key: question.text for key, (question, _) in asked(activity).items()}

    def figures(self, activity: Poll, answers: list[Json]) -> shapes.Figures:
        return rules.figures(activity, answers)

    def results(self, activity: Poll) -> shapes.Spec:
        return self.spec(activity)

    def tables(self, activity: Poll, language: str = "en") -> "list[Table]":
        from govcourse.kinds.poll.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Poll]":
        from govcourse.kinds.poll.report import PollReport

        return PollReport(self)


kind = Polls()
