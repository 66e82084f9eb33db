"""Figures of the quiz: what is right. Worked examples test this and rules.ts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import fmean

from govcourse.json_types import Json
from govcourse.kinds.access import enough
from govcourse.kinds.quiz.activity import Quiz, QuizQuestion
from govcourse.kinds.quiz.shapes import Facts, Figures, Gain, Right
from govcourse.kinds.shapes import Posed, PosedOption


def right(question: QuizQuestion, given: Json) -> bool:
    """Whether the whole answer to a question is right."""
    options = [option.id for option in question.options]
    if question.type == "match":
        return bool(given.get("pairs", {}) == {id: id for id in options})
    if question.type == "order":
        return bool(given.get("chosen", []) == options)
    return set(given.get("chosen", [])) == {option.id for option in question.options if option.right}


def posed(question: QuizQuestion) -> Posed:
    """As the item bank has it; of a match and an order every option is right, at its place."""
    whole = question.type in ("match", "order")
    ids = [
        f"{one.id}={one.id}" if question.type == "match" else one.id
        for one in question.options
        if whole or one.right
    ]
    options: list[PosedOption] = [
        {
            "id": one.id,
            "text": one.text,
            "right": whole or one.right,
            "match": one.match,
            "feedback": one.feedback,
        }
        for one in question.options
    ]
    return {
        "id": question.id, "text": question.text, "type": question.type, "objective": question.objective, "level": question.level,
        "options": options, "right": " ".join(ids), "explanation": question.explanation,
    }  # fmt: skip


def drawn(questions: Sequence[QuizQuestion], count: int, seed: str) -> list[QuizQuestion]:
    """`count` of them in the order that `seed` gives, taken in turn from each objective; as rules.ts."""
    order = sorted(questions, key=lambda one: (_place(f"{seed}/{one.id}"), one.id))
    turns: dict[str, int] = {}
    of: Counter[str | None] = Counter()
    for one in order:
        turns[one.id] = of[one.objective]
        of[one.objective] += 1
    taken = {one.id for one in sorted(order, key=lambda one: turns[one.id])[:count]}
    return [one for one in order if one.id in taken]


def asked(activity: Quiz, seed: str) -> Sequence[QuizQuestion]:
    """What a person with this seed is asked: all in their order, unless some are drawn."""
    return drawn(activity.questions, activity.ask, seed) if activity.ask else activity.questions


def _place(text: str) -> int:
    place = 7
    for letter in text:
        place = (place * 31 + ord(letter)) % 9973
    return place


def figures(activity: Quiz, answers: list[Json]) -> Figures:
    """Per question how many checked it (`n`), how many of them were right, and how many chose each option."""
    questions: dict[str, Right] = {}
    for question in activity.questions:
        given = [answer.get("answers", {}).get(question.id, {}) for answer in answers]
        checked = [one for one in given if one.get("checked")]
        questions[question.id] = {
            "n": len(checked),
            "right": sum(right(question, one) for one in checked),
            "options": [
                sum(_chose(question, place, one) for one in checked) for place in range(len(question.options))
            ],
        }
    return {"n": len(answers), "questions": questions}


def _chose(question: QuizQuestion, place: int, given: Json) -> bool:
    """Whether the option at this place was chosen, or put where it belongs."""
    id, chosen = question.options[place].id, given.get("chosen", [])
    if question.type == "match":
        return bool(given.get("pairs", {}).get(id) == id)
    return bool(chosen[place : place + 1] == [id]) if question.type == "order" else id in chosen


def gain(before: Quiz, after: Quiz, pairs: list[tuple[Json, Json]]) -> Mapping[str, Gain]:
    """How much more was right the second time; `pairs` are answers to `before` and to `after`, by the same people."""
    whole = [pair for pair in pairs if _whole(before, pair[0]) and _whole(after, pair[1])]
    if not enough(len(whole)):
        return {}
    first, second = (
        fmean(share(quiz, pair[turn]) for pair in whole) for turn, quiz in enumerate((before, after))
    )
    return {"gain": {"n": len(whole), "before": first, "after": second}}


def share(activity: Quiz, answer: Json) -> float:
    """The part of all questions that was answered right at once, 0–1."""
    given = answer.get("answers", {})
    at_once = [one for one in activity.questions if given.get(one.id, {}).get("tries", 1) == 1]
    return sum(right(one, given.get(one.id, {})) for one in at_once) / len(activity.questions)


def _whole(activity: Quiz, answer: Json) -> bool:
    given = answer.get("answers", {})
    return all(given.get(one.id, {}).get("checked") for one in activity.questions)


def facts(activity: Quiz) -> Facts:
    """What rules.ts needs to know of the activity."""
    return {
        "questions": [
            {"id": q.id, "type": q.type, "options": [{"id": o.id, "right": o.right} for o in q.options]}
            for q in activity.questions
        ]
    }
