"""What joint answers come to: how several answered a statement together, and which of one's own are low. examples.json tests it."""

from collections import Counter

from govcourse.content.instruments import Instrument
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.joint.shapes import Agreed, Low, Objection, Reason

MIDDLE = 3


def responded(item: Json) -> bool:
    """Whether they came to an answer, be it that they do not know or do not agree."""
    return item.get("value") is not None or bool(item.get("dont_know") or item.get("split"))


def together(answers: list[Json], instrument: Instrument) -> dict[str, Agreed]:
    """By statement, in the instrument's order; only what was answered, or dissented from."""
    found: dict[str, Agreed] = {}
    for statement in instrument.known:
        items = [answer.get("items", {}).get(statement.id, {}) for answer in answers]
        given = [item for item in items if responded(item)]
        dissents = [one for item in items for one in objections(item)]
        if not given and not dissents:
            continue
        counts = Counter(item.get("value") for item in given)
        reasons: list[Reason] = [
            {"value": item.get("value"), "text": words(item.get("reason"))}
            for item in given
            if words(item.get("reason"))
        ]
        found[statement.id] = {
            "n": len(given),
            "counts": (counts[1], counts[2], counts[3], counts[4], counts[5]),
            "dont_know": sum(bool(item.get("dont_know")) for item in given),
            "split": sum(bool(item.get("split")) for item in given),
            "reasons": reasons,
            "dissents": dissents,
        }
    return found


def objections(item: Json) -> list[Objection]:
    """The dissents that say anything."""
    return [
        {"value": one.get("value"), "who": words(one.get("who")), "why": words(one.get("why"))}
        for one in item.get("dissents", [])
        if one.get("value") is not None or words(one.get("why"))
    ]


def low(answer: Json, titles: dict[str, str]) -> list[Low]:
    """Joint answers that do not pass the middle, the lowest first; `titles` are the statements by id, in order."""
    items = answer.get("items", {})
    found: list[Low] = [
        {"id": id, "title": title, "value": value, "reason": words(items[id].get("reason"))}
        for id, title in titles.items()
        if (value := items.get(id, {}).get("value")) is not None and value <= MIDDLE
    ]
    return sorted(found, key=lambda one: one["value"])
