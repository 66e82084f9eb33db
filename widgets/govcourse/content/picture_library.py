"""The course's pictures: which there are, each by its id, and what stands in them from lists that the course has."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from govcourse import content
from govcourse.content.loading import load
from govcourse.content.pictures import Group, Item, Known, Picture


def ids() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


@cache
def picture(id: str) -> Picture:
    """A picture that explains. Raises KeyError, in words, for an id that the course does not have."""
    if id not in ids():
        raise KeyError(f"There is no picture “{id}”. The course has: {', '.join(ids())}.")
    return load(Picture, _folder() / f"{id}.yaml", f"data/pictures/{id}.yaml")


def items(group: Group) -> list[Item]:
    """The fields of a group, in order."""
    if group.of is None:
        return group.items
    return [
        Item(title=title, about=group.notes.get(id), strong=strong) for id, title, strong in known(group.of)
    ]


def known(name: Known) -> list[tuple[str, str, bool]]:
    """Of a list that the course has: id, title, and whether it is to be looked at first."""
    return _KNOWN[name]()


def _folder() -> Path:
    return content.data() / "pictures"


def _obstacles(side: str) -> list[tuple[str, str, bool]]:
    return [(one.id, one.title, False) for one in content.obstacles() if one.side == side]


_KNOWN: dict[Known, Callable[[], list[tuple[str, str, bool]]]] = {
    "principles": lambda: [(one.id, one.title, False) for one in content.principles()],
    "public-values": lambda: [(one.id, one.title, False) for one in content.public_values()],
    "dimensions": lambda: [(one.id, one.title, False) for one in content.instrument().dimensions],
    "levels": lambda: [(one.id, one.title, False) for one in content.pillars().levels],
    "pillars": lambda: [(one.id, one.title, False) for one in content.pillars().pillars],
    "goals": lambda: [
        (f"goal-{one.number}", f"{one.number} {one.title}", one.service_delivery)
        for one in content.goals().goals
    ],
    "supply": lambda: _obstacles("supply"),
    "demand": lambda: _obstacles("demand"),
}
