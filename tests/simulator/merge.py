"""What a phone does with two answers that were changed at once: as runtime/merge.ts, line by line."""

import re
from itertools import pairwise
from typing import Any

NONE: Any = object()  # what is not there
MOST = 4_000_000  # pairs of words that are compared; in what is longer, one place holds all that was changed


def merge(base: Any, mine: Any, theirs: Any) -> Any:
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    if isinstance(mine, dict) and isinstance(theirs, dict):
        old = base if isinstance(base, dict) else {}
        made = {
            key: merge(old.get(key, NONE), mine.get(key, NONE), theirs.get(key, NONE))
            for key in dict.fromkeys([*theirs, *mine])
        }
        return {key: value for key, value in made.items() if value is not NONE}
    if _listed(mine) and _listed(theirs):
        lists = [theirs, mine] if _moved(base, theirs) and not _moved(base, mine) else [mine, theirs]
        ids = dict.fromkeys(one["id"] for some in lists for one in some)
        made_of = [merge(_at(base, id), _at(mine, id), _at(theirs, id)) for id in ids]
        return [one for one in made_of if one is not NONE]
    if isinstance(mine, str) and isinstance(theirs, str):
        return _text(base if isinstance(base, str) else "", mine, theirs)
    return theirs if mine is NONE else mine


def _listed(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and "id" in one for one in value)


def _moved(base: Any, now: list) -> bool:
    """Whether what was there stands in another order now."""
    order = {one["id"]: n for n, one in enumerate(base)} if _listed(base) else {}
    places = [order[one["id"]] for one in now if one["id"] in order]
    return any(one > other for one, other in pairwise(places))


def _at(value: Any, id: Any) -> Any:
    return next((one for one in value if one["id"] == id), NONE) if _listed(value) else NONE


def _changed(base: str, now: str) -> tuple[int, int, str]:
    first = 0
    while first < len(base) and first < len(now) and base[first] == now[first]:
        first += 1
    end = 0
    while end < len(base) - first and end < len(now) - first and base[-1 - end] == now[-1 - end]:
        end += 1
    return first, len(base) - end, now[first : len(now) - end]


def _text(base: str, mine: str, theirs: str) -> str:
    """What stands between words that all three have is merged place by place."""
    old, own, other = _words(base), _words(mine), _words(theirs)
    here, there = dict(_common(old, own)), dict(_common(old, other))
    made, (a, b, c) = [], (0, 0, 0)
    for i in [*(i for i in here if i in there), len(old)]:
        j, k = here.get(i, len(own)), there.get(i, len(other))
        made.append(_place("".join(old[a:i]), "".join(own[b:j]), "".join(other[c:k])))
        made += old[i : i + 1]
        a, b, c = i + 1, j + 1, k + 1
    return "".join(made)


def _words(text: str) -> list[str]:
    """Words with what follows each: a gap alone says nothing of where one is."""
    return re.findall(r"[^\W_]+[\W_]*|[\W_]+", text)


def _common(old: list[str], now: list[str]) -> list[tuple[int, int]]:
    """The longest sequence of words that both have, as places in the two."""
    first, end = 0, 0
    least = min(len(old), len(now))
    while first < least and old[first] == now[first]:
        first += 1
    while end < least - first and old[-1 - end] == now[-1 - end]:
        end += 1
    rows, columns = len(old) - end - first, len(now) - end - first
    found = [(n, n) for n in range(first)]
    if rows * columns <= MOST:
        longest = [[0] * (columns + 1) for _ in range(rows + 1)]
        for i in reversed(range(rows)):
            for j in reversed(range(columns)):
                same = old[first + i] == now[first + j]
                longest[i][j] = (
                    longest[i + 1][j + 1] + 1 if same else max(longest[i + 1][j], longest[i][j + 1])
                )
        i = j = 0
        while i < rows and j < columns:
            if old[first + i] == now[first + j]:
                found.append((first + i, first + j))
                i, j = i + 1, j + 1
            elif longest[i + 1][j] >= longest[i][j + 1]:
                i += 1
            else:
                j += 1
    return found + [(len(old) - n, len(now) - n) for n in range(end, 0, -1)]


def _place(base: str, mine: str, theirs: str) -> str:
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    own, other = _changed(base, mine), _changed(base, theirs)
    first, last = (own, other) if own[0] <= other[0] else (other, own)
    if first[1] <= last[0] and first[0] < last[1]:
        return base[: first[0]] + first[2] + base[first[1] : last[0]] + last[2] + base[last[1] :]
    own, other = _whole(base, own), _whole(base, other)
    start, to = min(own[0], other[0]), max(own[1], other[1])
    kept = base[start : own[0]] + own[2] + base[own[1] : to]
    gap = "" if kept[-1:].isspace() or other[2][:1].isspace() else " "
    return base[:start] + (kept if _has(kept, other[2]) else kept + gap + other[2]) + base[to:]


def _has(text: str, words: str) -> bool:
    """Whether these words are there, and not only within others."""
    at = text.find(words)
    end = at + len(words)
    within = (text[:at][-1:] + words[:1], words[-1:] + text[end : end + 1])
    return at >= 0 and not any(len(one) == 2 and one.isalnum() for one in within)


def _whole(base: str, edit: tuple[int, int, str]) -> tuple[int, int, str]:
    first, last, text = edit
    if (text or base[first:])[:1].isalnum():
        while first and base[first - 1].isalnum():
            first -= 1
    if (text or base[:last])[-1:].isalnum():
        while last < len(base) and base[last].isalnum():
            last += 1
    return first, last, base[first : edit[0]] + text + base[edit[1] : last]
