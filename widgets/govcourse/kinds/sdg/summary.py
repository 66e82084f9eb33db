"""Figures of the SDG selector: words and speaking time of a pitch, and how far it has come."""

import math

from govcourse.content.activity_models import Sdg
from govcourse.kinds.answers import words as said


def pitch(text: str, words_per_minute: int) -> tuple[int, int]:
    """Words, and seconds to speak them (halves are rounded up, as in the browser)."""
    words = len(text.split())
    return words, math.floor(words / words_per_minute * 60 + 0.5)


def progress(activity: Sdg, answer: dict) -> tuple[int, int]:
    """The goal, each question, the pitch."""
    notes = answer.get("notes", {})
    given = [
        answer.get("goal"),
        said(answer.get("pitch")),
        *(said(notes.get(q.id)) for q in activity.questions),
    ]
    return sum(map(bool, given)), len(given)
