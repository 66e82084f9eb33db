"""The quiz: questions with explained feedback, and how many of a room were right."""

from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.access import enough
from govcourse.kinds.answers import AnswerError, unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Outline, at, choice, every, say
from govcourse.kinds.quiz import rules, shapes
from govcourse.kinds.quiz.activity import Quiz
from govcourse.kinds.quiz.answer import Answer as QuizAnswer
from govcourse.kinds.shapes import Ask, Posed

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Quizzes(Kind[Quiz, QuizAnswer]):
    Activity, Answer = Quiz, QuizAnswer
    Spec = shapes.Spec
    Figures, Results, Derived, Facts = shapes.Figures, shapes.Results, shapes.Derived, shapes.Facts
    sums = True

    def spec(self, activity: Quiz) -> shapes.Spec:
        asked = {question.objective for question in activity.questions}
        chapters: list[shapes.Chapter] = [
            {
                "id": one.id,
                "text": one.text,
                "session": session.number,
                "parts": one.parts,
                "exercises": [id for id in one.exercises if id != activity.id],
            }
            for session in content.sessions()
            for one in session.objectives
            if one.id in asked or (None in asked and activity.id in one.exercises)
        ]
        return {"chapters": chapters}

    def keys(self, activity: Quiz) -> dict[str, list[str]]:
        return {"answers": [question.id for question in activity.questions]}

    def check(self, answer: QuizAnswer, activity: Quiz) -> None:
        questions = {question.id: question for question in activity.questions}
        unknown("answers", answer.answers, questions)
        for id, given in answer.answers.items():
            options = [option.id for option in questions[id].options]
            unknown(f"answers.{id}.chosen", given.chosen, options)
            unknown(f"answers.{id}.pairs", [*given.pairs, *given.pairs.values()], options)
            if len(given.chosen) != len(set(given.chosen)):
                raise AnswerError(f"answers.{id}.chosen", "chosen_twice")

    def practice(self, activity: Quiz, given: Json, chance: Random) -> Json:
        """Two of three questions right, the others by chance."""
        made: Json = {}
        for question in activity.questions[: activity.ask or None]:
            ids = [option.id for option in question.options]
            right = [option.id for option in question.options if option.right or question.type == "order"]
            knows = chance.random() < 2 / 3
            order = ids if knows else chance.sample(ids, len(ids))
            chosen = right if knows else order[: len(right)]
            said = (
                {"pairs": dict(zip(ids, order, strict=True))}
                if question.type == "match"
                else {"chosen": chosen}
            )
            made[question.id] = {**said, "checked": True, "tries": 1}
        return {"answers": made}

    def outline(self, activity: Quiz) -> Outline:
        checked, right = at("/answers/{id}/checked"), at("@right/{id}")
        told = choice(right, say("outline_right"), say("outline_wrong"))
        ask = activity.ask or len(activity.questions)
        return {
            "parts": [
                {"lines": [{"each": "$questions", "when": checked, "label": at("title"), "text": told}]}
            ],
            "done": [{"each": "$questions", "check": every(checked, right), "enough": ask}],
            "tables": {"questions": [{"id": one.id, "title": one.text} for one in activity.questions]},
            "names": {"answers/*": at("id", of="questions")},
            "facts": rules.facts(activity),
            "paper": [question.text for question in rules.asked(activity, "paper")],
        }

    def derived(self, activity: Quiz, answer: Json) -> shapes.Derived:
        """Per question that has an answer whether it is right."""
        given = answer.get("answers", {})
        return {"right": {q.id: rules.right(q, given[q.id]) for q in activity.questions if q.id in given}}

    def questions(self, activity: Quiz) -> list[Posed]:
        return [rules.posed(question) for question in activity.questions]

    def figures(self, activity: Quiz, answers: list[Json]) -> shapes.Figures:
        return rules.figures(activity, answers)

    def earlier(self, activity: Quiz) -> str | None:
        return activity.compares

    def gain(self, activity: Quiz, pairs: list[tuple[Json, Json]]) -> Mapping[str, object]:
        if activity.compares is None:
            return {}
        return rules.gain(content.activity(activity.compares, Quiz), activity, pairs)

    def for_room(self, activity: Quiz, figures: Json) -> Json:
        """Of a question that fewer than five people checked only how many did."""
        found = super().for_room(activity, figures)
        few = {"right": 0, "options": []}
        asked = found.get("questions", {}).items()
        return {**found, "questions": {id: one if enough(one["n"]) else {**one, **few} for id, one in asked}}

    def asks(self, activity: Quiz) -> list[Ask]:
        """Options by the alphabet: their order in the data would tell what is right. Where each is asked other ones, what to do."""
        if activity.ask:
            return super().asks(activity)
        return [
            {"text": one.text, "options": sorted(option.text for option in one.options), "kind": "choose"}
            for one in activity.questions
        ]

    def results(self, activity: Quiz) -> shapes.Results:
        return {"questions": [rules.posed(question) for question in activity.questions]}

    def tables(self, activity: Quiz, language: str = "en") -> "list[Table]":
        from govcourse.kinds.quiz.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Quiz]":
        from govcourse.kinds.quiz.report import QuizReport

        return QuizReport(self)


kind = Quizzes()
