"""Who may see what of answers: one rule for pages, calls, archives and reports."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from govcourse.content.activity import ActivityBase

SMALLEST = 5  # people whose answers may be shown together; a threshold can be raised, never lowered
Viewer = Literal["author", "team", "reviewer", "facilitator", "room", "report"]


def sees(
    viewer: Viewer,
    activity: ActivityBase,
    *,
    dealt: bool = False,
    revealed: bool = False,
    answers: int = 0,
    people: int = 0,
    least: int | None = None,
) -> bool:
    """Whether `viewer` may see answers to an activity.

    Their author always may, and nobody else where they are private. A team sees what belongs to it; a reviewer the one
    work that was `dealt` to them; facilitators see what comes in; the room once it was `revealed`. A report shows what people gave each for themselves from `least`
    answers on; what a team made speaks for a team, and is shown once `people`, all who are in the room, are enough.
    """
    if viewer == "author":
        return True
    if activity.owner == "private":
        return False
    match viewer:
        case "team":
            return activity.owner == "team"
        case "reviewer":
            return dealt
        case "room":
            return revealed
        case "report":
            return enough(people if activity.owner == "team" else answers, least)
    return True


def threshold(asked: int | None) -> int:
    return max(SMALLEST, asked or SMALLEST)


def enough(n: int, least: int | None = SMALLEST) -> bool:
    return n >= threshold(least)


def shown(
    activity: ActivityBase, answers: list[dict[str, Any]], people: int, least: int = SMALLEST
) -> list[dict[str, Any]]:
    """The answers that a report may use: all or none."""
    given = [answer for answer in answers if answer]
    return given if sees("report", activity, answers=len(given), people=people, least=least) else []


Place = tuple[str, ...]  # in an answer: a field, or a field, one of its known keys, and what stands there


def protected(
    answers: list[dict[str, Any]], keys: dict[str, list[str]], least: int = SMALLEST
) -> list[dict[str, Any]]:
    """The answers without what fewer than `least` gave: fields, and where a field has known `keys`, what stands under each."""
    parts = [dict(_parts(answer, keys)) for answer in answers]
    given = Counter(place for some in parts for place, value in some.items() if value not in NOTHING)
    return [
        _whole({place: value for place, value in some.items() if given[place] >= least}) for some in parts
    ]


NOTHING: tuple[object, ...] = (None, "", [], {})


def _parts(answer: dict[str, Any], keys: dict[str, list[str]]) -> Iterator[tuple[Place, Any]]:
    for field, value in answer.items():
        if field not in keys or not isinstance(value, dict):
            yield (field,), value
            continue
        for key, entry in value.items():
            if isinstance(entry, dict):
                yield from (((field, key, name), said) for name, said in entry.items())
            else:
                yield (field, key), entry


def _whole(parts: dict[Place, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for (*way, name), value in parts.items():
        at = made
        for step in way:
            at = at.setdefault(step, {})
        at[name] = value
    return made
