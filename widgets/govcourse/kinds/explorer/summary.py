"""Figures of the case explorer: which cases a room saved."""

from collections import Counter

from govcourse.content.activity_models import Explorer


def figures(activity: Explorer, answers: list[dict]) -> dict:
    """How many saved each case, most first."""
    saved = Counter(id for answer in answers for id in answer.get("saved", {}))
    return {"n": len(answers), "saved": [{"id": id, "count": count} for id, count in saved.most_common()]}


def progress(activity: Explorer, answer: dict) -> tuple[int, int]:
    return min(1, len(answer.get("saved", {}))), 1
