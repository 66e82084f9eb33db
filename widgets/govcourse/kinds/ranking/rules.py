"""What the orders of a room come to: Borda's points, median rank with its spread, first places. Tested by examples.json."""

import statistics

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.ranking.activity import Ranking
from govcourse.kinds.ranking.shapes import Standing


def standings(activity: Ranking, answers: list[Json]) -> list[Standing]:
    """Most points first; ties by the better median rank, then by first places, then by name.

    What people named alike, whatever the case of its letters, is one thing. What nobody put in order is not listed.
    """
    titles = {option.id: option.title for option in activity.options}
    ranks: dict[str, list[int]] = {}
    points: dict[str, list[tuple[int, int]]] = {}
    names: dict[str, str] = {}
    for answer in answers:
        order, of = _ballot(answer, titles)
        for rank, (key, name) in enumerate(order.items(), 1):
            names.setdefault(key, name)
            ranks.setdefault(key, []).append(rank)
            points.setdefault(key, []).append((of - rank, of - 1))
    found = [_standing(key, names[key], ranks[key], points[key]) for key in names]
    return sorted(
        found, key=lambda one: (-one["points"], one["median"], -one["first"], one["title"].casefold())
    )


def _ballot(answer: Json, titles: dict[str, str]) -> tuple[dict[str, str], int]:
    """What stands in order, by key to name, and how many there were to put in order."""
    order: dict[str, str] = {}
    for entry in answer.get("ranked", []):
        if key := _key(entry, titles):
            order.setdefault(key, titles.get(entry["id"]) or words(entry.get("name")))
    waiting = {key for entry in answer.get("waiting", []) if (key := _key(entry, titles))}
    return order, len({*order, *waiting, *titles})


def _key(entry: Json, titles: dict[str, str]) -> str:
    return str(entry["id"]) if entry["id"] in titles else words(entry.get("name")).casefold()


def _standing(key: str, title: str, ranks: list[int], points: list[tuple[int, int]]) -> Standing:
    got, most = (sum(column) for column in zip(*points, strict=True))
    q1, median, q3 = (
        statistics.quantiles(ranks, n=4, method="inclusive") if len(ranks) > 1 else [float(ranks[0])] * 3
    )
    return Standing(
        id=key, title=title, n=len(ranks), points=got, share=got / most if most else 0.0,
        first=ranks.count(1), median=median, q1=q1, q3=q3,
    )  # fmt: skip
