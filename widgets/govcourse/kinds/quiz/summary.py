"""Figures of the quiz: what is right. Worked examples test this and right.ts."""

from govcourse.content.activity_models import Quiz, QuizQuestion


def right(question: QuizQuestion, given: dict) -> bool:
    """Whether the whole answer to a question is right."""
    options = [option.id for option in question.options]
    if question.type == "match":
        return given.get("pairs", {}) == {id: id for id in options}
    if question.type == "order":
        return given.get("chosen", []) == options
    return set(given.get("chosen", [])) == {option.id for option in question.options if option.right}


def figures(activity: Quiz, answers: list[dict]) -> dict:
    """Per question how many checked it (`n`) and how many of them were right."""
    questions = {}
    for question in activity.questions:
        given = [answer.get("answers", {}).get(question.id, {}) for answer in answers]
        checked = [one for one in given if one.get("checked")]
        questions[question.id] = {"n": len(checked), "right": sum(right(question, one) for one in checked)}
    return {"n": len(answers), "questions": questions}


def progress(activity: Quiz, answer: dict) -> tuple[int, int]:
    """Questions answered right, and checked."""
    given = answer.get("answers", {})
    done = [q for q in activity.questions if given.get(q.id, {}).get("checked") and right(q, given[q.id])]
    return len(done), len(activity.questions)
