"""Figures of the SDG selector: words and speaking time of a pitch, and how far it has come."""

import math


def pitch(text: str, words_per_minute: int) -> tuple[int, int]:
    """Words, and seconds to speak them (halves are rounded up, as in the browser)."""
    words = len(text.split())
    return words, math.floor(words / words_per_minute * 60 + 0.5)
