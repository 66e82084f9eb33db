"""Figures of the poll: counts and shares. Worked examples test this and rules.ts."""

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.poll.activity import Poll, Question
from govcourse.kinds.poll.shapes import Bar, Figures, Tally


def asked(activity: Poll) -> dict[str, tuple[Question, int | None]]:
    """Key of the answer to question and session: each question once, or once in every session."""
    if not activity.each_session:
        return {question.id: (question, None) for question in activity.questions}
    return {f"{q.id}-{n}": (q, n) for n in activity.sessions for q in activity.questions}


def answered(question: Question, given: Json) -> bool:
    if question.type == "open":
        return bool(words(given.get("text")))
    return given.get("value") is not None if question.type == "scale" else bool(given.get("chosen"))


def tally(question: Question, given: list[Json]) -> Tally:
    """`n` who answered, and per option or step `count` and `share` (0–1, of those who answered); texts as given."""
    counted = [one for one in given if answered(question, one)]
    n = len(counted)
    if question.type == "open":
        return {"n": n, "bars": [], "texts": [words(one["text"]) for one in counted]}
    if question.type == "scale":
        keys = [str(step) for step in range(1, question.steps + 1)]
        chosen = [[str(one["value"])] for one in counted]
    else:
        keys = [option.id for option in question.options]
        chosen = [one["chosen"] for one in counted]
    counts = [sum(key in one for one in chosen) for key in keys]
    bars: list[Bar] = [
        {"id": k, "count": c, "share": c / n if n else 0.0} for k, c in zip(keys, counts, strict=True)
    ]
    opened = {option.id for option in question.options if option.open}
    texts = [words(one.get("text")) for one in counted if opened & set(one.get("chosen", []))]
    return {"n": n, "bars": bars, "texts": [text for text in texts if text]}


def figures(activity: Poll, answers: list[Json]) -> Figures:
    """Per question its tally, over the answers of a room."""
    given = [answer.get("answers", {}) for answer in answers]
    return {
        "n": len(answers),
        "questions": {
            key: tally(question, [one.get(key, {}) for one in given])
            for key, (question, _) in asked(activity).items()
        },
    }
