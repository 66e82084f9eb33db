"""What a phone does with two answers that were changed at once: as runtime/merge.ts, line by line."""

from typing import Any

NONE: Any = object()  # what is not there


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
        ids = dict.fromkeys(one["id"] for one in [*mine, *theirs])
        made_of = [merge(_at(base, id), _at(mine, id), _at(theirs, id)) for id in ids]
        return [one for one in made_of if one is not NONE]
    if isinstance(mine, str) and isinstance(theirs, str):
        return _text(base if isinstance(base, str) else "", mine, theirs)
    return theirs if mine is NONE else mine


def _listed(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) and "id" in one for one in value)


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
    own, other = _changed(base, mine), _changed(base, theirs)
    first, last = (own, other) if own[0] <= other[0] else (other, own)
    if first[1] <= last[0] and first[0] < last[1]:
        return base[: first[0]] + first[2] + base[first[1] : last[0]] + last[2] + base[last[1] :]
    own, other = _whole(base, own), _whole(base, other)
    start, to = min(own[0], other[0]), max(own[1], other[1])
    kept = base[start : own[0]] + own[2] + base[own[1] : to]
    return base[:start] + (kept if other[2] in kept else f"{kept} {other[2]}") + base[to:]


def _whole(base: str, edit: tuple[int, int, str]) -> tuple[int, int, str]:
    first, last, text = edit
    if (text or base[first:])[:1].isalnum():
        while first and base[first - 1].isalnum():
            first -= 1
    if (text or base[:last])[-1:].isalnum():
        while last < len(base) and base[last].isalnum():
            last += 1
    return first, last, base[first : edit[0]] + text + base[edit[1] : last]
