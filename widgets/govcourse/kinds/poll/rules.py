"""Figures of the poll: counts and shares. Worked examples test this and rules.ts."""

from collections import Counter

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.moderation import Note, digest, held_back
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


def tallies(activity: Poll, answers: list[Json]) -> dict[str, Tally]:
    """Per question its tally, over the answers of a room."""
    given = [answer.get("answers", {}) for answer in answers]
    return {
        key: tally(question, [one.get(key, {}) for one in given])
        for key, (question, _) in asked(activity).items()
    }


def figures(activity: Poll, answers: list[Json]) -> Figures:
    """The same, with what was written as notes, which can be moderated."""
    found = tallies(activity, answers)
    notes = [note for key, one in found.items() for note in grouped(key, one["texts"])]
    return {
        "n": len(answers),
        "questions": {key: {**one, "texts": []} for key, one in found.items()},
        "notes": notes,
    }


def note_id(key: str, text: str) -> str:
    """By what a text that answers the question of this key is known, whoever wrote it."""
    return digest(key, same(text))


def same(text: str) -> str:
    """What texts have in common that say the same, however they are spaced and capitalised."""
    return " ".join(text.casefold().split())


def grouped(key: str, texts: list[str]) -> list[Note]:
    """Each text once, as it was written first, with how many wrote it; the most frequent first."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(same(text), text)
    counted = Counter(map(same, texts))
    return [
        {"id": note_id(key, text), "text": first[text], "group": key, "votes": count, "comments": []}
        for text, count in counted.most_common()
    ]


def without_held_back(answers: list[Json], settings: Json) -> list[Json]:
    """Answers without the texts that only facilitators see."""
    written = {
        note_id(key, words(one["text"]))
        for answer in answers
        for key, one in answer.get("answers", {}).items()
        if words(one.get("text"))
    }
    unseen = held_back(written, settings)

    def kept(key: str, one: Json) -> Json:
        return {**one, "text": ""} if note_id(key, words(one.get("text"))) in unseen else one

    return [
        {**answer, "answers": {key: kept(key, one) for key, one in answer.get("answers", {}).items()}}
        for answer in answers
    ]


def steps(question: Question) -> list[str]:
    """What can be chosen, as it is read out."""
    if question.type == "scale":
        return [f"1: {question.low}", f"{question.steps}: {question.high}"]
    return [option.title for option in question.options]
