"""Who may see what of answers: one rule for pages, calls, archives and reports."""

from typing import Any, Literal

from govcourse.content.activity import ActivityBase

SMALLEST = 5  # people whose answers may be shown together; a threshold can be raised, never lowered
Viewer = Literal["author", "team", "facilitator", "room", "report"]


def sees(
    viewer: Viewer,
    activity: ActivityBase,
    *,
    revealed: bool = False,
    answers: int = 0,
    people: int = 0,
    least: int | None = None,
) -> bool:
    """Whether `viewer` may see answers to an activity.

    Their author always may, and nobody else where they are private. A team sees what belongs to it; facilitators see
    what comes in; the room once it was `revealed`. A report shows what people gave each for themselves from `least`
    answers on; what a team made speaks for a team, and is shown once `people`, all who are in the room, are enough.
    """
    if viewer == "author":
        return True
    if activity.owner == "private":
        return False
    match viewer:
        case "team":
            return activity.owner == "team"
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
