"""Figures of the SDG selector: words and speaking time of a pitch, and which goals a room chose."""

import math
from collections import Counter


def pitch(text: str, words_per_minute: int) -> tuple[int, int]:
    """Words, and seconds to speak them (halves are rounded up, as in the browser)."""
    words = len(text.split())
    return words, math.floor(words / words_per_minute * 60 + 0.5)


def room(answers: list[dict]) -> dict[int, int]:
    """How many participants chose each goal, for the goals that somebody chose."""
    chosen = Counter(answer["goal"] for answer in answers if answer.get("goal"))
    return dict(sorted(chosen.items()))
