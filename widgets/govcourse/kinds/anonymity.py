"""How few people are too few to be shown: one rule for pages, reports and tables."""

from govcourse import content

SMALLEST = 5  # people whose answers may be shown together; a threshold can be raised, never lowered


def threshold(asked: int | None) -> int:
    return max(SMALLEST, asked or SMALLEST)


def enough(n: int, least: int = SMALLEST) -> bool:
    return n >= threshold(least)


def shown(activity_id: str, answers: list[dict], people: int, least: int = SMALLEST) -> list[dict]:
    """The answers that a report may use: all or none.

    A private activity's never. What people gave each for themselves, from `least` answers on. What a team made
    speaks for a team, and is shown once `people`, all who are in the room, are enough.
    """
    activity = content.activity(activity_id)
    given = [answer for answer in answers if answer]
    if activity.private:
        return []
    return given if enough(people if of_teams(activity) else len(given), least) else []


def of_teams(activity) -> bool:
    """Whether what is made here speaks for a team."""
    return not activity.private and (
        activity.setting == "breakout" or activity.id in ("ndp-priorities", "innovation-lab")
    )
