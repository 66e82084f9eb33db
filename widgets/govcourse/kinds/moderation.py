"""What a facilitator does with the notes of a room: hides, approves, pins, merges and groups them."""

from collections.abc import Iterable
from typing import NotRequired

from typing_extensions import TypedDict

from govcourse.json_types import Json
from govcourse.kinds.shapes import Counted, Origin


class Moderation(TypedDict):
    """What was done: ids of notes; by id which note one is put under (`merged`), and into which group (`grouped`).

    With `moderate`, only what is approved is seen.
    """

    moderate: bool
    hidden: list[str]
    approved: list[str]
    pinned: list[str]
    merged: dict[str, str]
    grouped: dict[str, str]


class Note(TypedDict):
    """A note of a room, in the group of this name, with the sum of its dots; what its author did not give is not there."""

    id: str
    text: str
    group: str
    votes: int
    comments: list[str]
    author: NotRequired[str]
    colour: NotRequired[int]
    x: NotRequired[float]
    y: NotRequired[float]
    tag: NotRequired[str]
    chosen: NotRequired[bool]
    origin: NotRequired[Origin | None]


class Merged(TypedDict):
    id: str
    text: str


class Moderated(Note):
    merged: list[Merged]
    hidden: bool
    pinned: bool


class Board(Counted):
    """Figures of a kind that is `moderated`, as a browser gets them."""

    notes: list[Moderated]


def moderation(settings: Json) -> Moderation:
    """What the settings of a room's activity say of its notes."""
    return {
        "moderate": settings.get("moderate", False),
        "hidden": settings.get("hidden", []),
        "approved": settings.get("approved", []),
        "pinned": settings.get("pinned", []),
        "merged": settings.get("merged", {}),
        "grouped": settings.get("grouped", {}),
    }


def moderated(notes: list[Note], settings: Json, facilitator: bool) -> list[Moderated]:
    """Notes with `hidden`, `pinned`, the facilitator's `group`, and in `merged` what was put under them.

    Pinned ones come first; others than facilitators get what is not hidden. Dots and comments of merged notes
    are added to the note that they are merged into.
    """
    given, unseen = moderation(settings), held_back([note["id"] for note in notes], settings)
    pinned = set(given["pinned"])
    known = {note["id"] for note in notes}
    top = {id: root(id, given["merged"], known) for id in known}
    under: dict[str, list[Note]] = {id: [] for id in known}
    for note in notes:
        if top[note["id"]] != note["id"] and (facilitator or note["id"] not in unseen):
            under[top[note["id"]]].append(note)
    marked: list[Moderated] = [
        {
            **note,
            "group": given["grouped"].get(note["id"], note["group"]),
            "votes": note["votes"] + sum(other["votes"] for other in under[note["id"]]),
            "comments": [
                *note["comments"],
                *(text for other in under[note["id"]] for text in other["comments"]),
            ],
            "merged": [{"id": other["id"], "text": other["text"]} for other in under[note["id"]]],
            "hidden": note["id"] in unseen,
            "pinned": note["id"] in pinned,
        }
        for note in notes
        if top[note["id"]] == note["id"] and (facilitator or note["id"] not in unseen)
    ]
    return sorted(marked, key=lambda note: (not note["pinned"], -note["votes"]))


def held_back(ids: Iterable[str], settings: Json) -> set[str]:
    """Which of `ids` only facilitators see."""
    given = moderation(settings)
    hidden, approved = set(given["hidden"]), set(given["approved"])
    return {id for id in ids if id in hidden or (given["moderate"] and id not in approved)}


def root(id: str, merged: dict[str, str], known: set[str]) -> str:
    """The note that `id` is shown under in the end: itself, unless it was merged into one that is there."""
    seen = {id}
    while (into := merged.get(id)) in known and into not in seen:
        id = into
        seen.add(id)
    return id
