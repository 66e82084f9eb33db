"""Figures of the quiz: what is right. Worked examples test this and rules.ts."""

from govcourse.json_types import Json
from govcourse.kinds.quiz.activity import Quiz, QuizQuestion
from govcourse.kinds.quiz.shapes import Facts, Figures, Right


def right(question: QuizQuestion, given: Json) -> bool:
    """Whether the whole answer to a question is right."""
    options = [option.id for option in question.options]
    if question.type == "match":
        return bool(given.get("pairs", {}) == {id: id for id in options})
    if question.type == "order":
        return bool(given.get("chosen", []) == options)
    return set(given.get("chosen", [])) == {option.id for option in question.options if option.right}


def figures(activity: Quiz, answers: list[Json]) -> Figures:
    """Per question how many checked it (`n`) and how many of them were right."""
    questions: dict[str, Right] = {}
    for question in activity.questions:
        given = [answer.get("answers", {}).get(question.id, {}) for answer in answers]
        checked = [one for one in given if one.get("checked")]
        questions[question.id] = {"n": len(checked), "right": sum(right(question, one) for one in checked)}
    return {"n": len(answers), "questions": questions}


def facts(activity: Quiz) -> Facts:
    """What rules.ts needs to know of the activity."""
    return {
        "questions": [
            {"id": q.id, "type": q.type, "options": [{"id": o.id, "right": o.right} for o in q.options]}
            for q in activity.questions
        ]
    }
