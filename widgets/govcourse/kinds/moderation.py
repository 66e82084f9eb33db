"""What a facilitator does with the notes of a room: hides, approves, pins, merges and groups them.

Authors choose the ids of their notes, and rewrite them. So what is done is bound to a key that is made here, of whose a note is,
its id, and what it says. It holds for the note as it was seen; what was hidden stays so when its author rewrites it, or brings it
back under another id.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, NotRequired, cast

from typing_extensions import TypedDict

from govcourse.json_types import Json
from govcourse.kinds.shapes import Counted, Origin

LONG = 32  # digits of a digest: 128 bits, so that nobody finds a second text for what was approved
SHORT = 12  # as many as an earlier version kept: what was hidden then stays so


class Moderation(TypedDict):
    """What was done: keys of notes; by key which note one is put under (`merged`), and into which group (`grouped`).

    With `moderate`, only what is approved is seen.
    """

    moderate: bool
    hidden: list[str]
    approved: list[str]
    pinned: list[str]
    merged: dict[str, str]
    grouped: dict[str, str]


class Note(TypedDict):
    """A note of a room, in the group of this name, with the sum of its dots; what its author did not give is not there.

    Facilitators alone get its `key`.
    """

    id: str
    key: NotRequired[str]
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
    """Figures of a kind that is `moderated`, as a browser gets them. Facilitators are told keys by age, the `newest` first."""

    notes: list[Moderated]
    newest: NotRequired[list[str]]


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


def key(author: str, id: str, text: str, signed: str = "") -> str:
    """What moderation knows a note by: `author` is whose it is, `signed` the name that stands beside it."""
    said = " ".join(text.casefold().split())
    return ".".join(digest(author, one) for one in (id, said, signed))


def digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:LONG]


def keyed(answers: Mapping[str, Json]) -> list[Json]:
    """Answers by whose they are, as a list in which each note has its key."""
    return [
        {
            **answer,
            "notes": [
                {**note, "key": key(author, note["id"], note.get("text", ""), note.get("author", ""))}
                for note in answer.get("notes", [])
            ],
        }
        for author, answer in answers.items()
    ]


def newest(answers: Mapping[str, Json]) -> list[str]:
    """The keys of notes, of answers in the order in which they were saved; the last note of the last one comes first."""
    return [note["key"] for answer in keyed(answers) for note in answer["notes"]][::-1]


def without_held_back(answers: Mapping[str, Json], settings: Json) -> list[Json]:
    """The same without the notes that only facilitators see."""
    made = keyed(answers)
    given = _by_key(settings, [note for answer in made for note in answer["notes"]])
    for answer in made:
        unseen = held_back([note["key"] for note in answer["notes"]], given)
        answer["notes"] = [note for note in answer["notes"] if note["key"] not in unseen]
    return made


def moderated(notes: list[Note], settings: Json, facilitator: bool) -> list[Moderated]:
    """Notes with `hidden`, `pinned`, the facilitator's `group`, and in `merged` what was put under them.

    Pinned ones come first; others than facilitators get what is not hidden. Dots and comments of merged notes
    are added to the note that they are merged into.
    """
    given, all = _by_key(settings, notes), {_key(note): note for note in notes}
    unseen, pinned = held_back(all, given), set(given["pinned"])
    seen = {one: note for one, note in all.items() if facilitator or one not in unseen}
    top = {one: root(one, given["merged"], set(all)) for one in all}
    under: dict[str, list[Note]] = {one: [] for one in all}
    for one, note in seen.items():
        if top[one] != one:
            under[top[one]].append(note)
    marked: list[Moderated] = [
        {
            **_told(note, facilitator),
            "group": given["grouped"].get(one, note["group"]),
            "votes": note["votes"] + sum(other["votes"] for other in under[one]),
            "comments": [*note["comments"], *(text for other in under[one] for text in other["comments"])],
            "merged": [{"id": _key(other) if facilitator else other["id"], "text": other["text"]} for other in under[one]],
            "hidden": one in unseen,
            "pinned": one in pinned,
        }
        for one, note in seen.items()
        if top[one] == one
    ]  # fmt: skip
    return sorted(marked, key=lambda note: (not note["pinned"], -note["votes"]))


def _key(note: Note) -> str:
    return note.get("key", note["id"])


def _told(note: Note, facilitator: bool) -> Note:
    if facilitator:
        return {**note, "key": _key(note)}
    return cast(Note, {name: one for name, one in note.items() if name != "key"})


def _by_key(settings: Json, notes: Iterable[Mapping[str, Any]]) -> Moderation:
    """What was done with ids, before there were keys, or with shorter keys: it still holds, but for what was approved, as nobody
    knows what it said then."""
    given = moderation(settings)
    keys: dict[str, list[str]] = {}
    for note in notes:
        its = note.get("key", note["id"])
        for name in dict.fromkeys((note["id"], _short(its))):
            keys.setdefault(name, []).append(its)

    def of(id: str) -> str:
        return keys[id][0] if id in keys else id

    return {
        **given,
        "hidden": [one for id in given["hidden"] for one in keys.get(id, [id])],
        "pinned": [of(id) for id in given["pinned"]],
        "merged": {of(id): of(into) for id, into in given["merged"].items()},
        "grouped": {of(id): group for id, group in given["grouped"].items()},
    }


def held_back(keys: Iterable[str], settings: Mapping[str, Any]) -> set[str]:
    """Which of `keys` only facilitators see: those hidden, by id or text, unless they were shown since as they are."""
    hidden = {part for one in settings.get("hidden", []) for part in _parts(one)}
    approved, moderate = set(settings.get("approved", [])), settings.get("moderate", False)
    return {one for one in keys if one not in approved and (moderate or not hidden.isdisjoint(_parts(one)))}


def _short(key: str) -> str:
    return ".".join(part[:SHORT] for part in key.split("."))


def _parts(key: str) -> list[tuple[int, str]]:
    """The id and the text of a key, by either of which a note is known again to be hidden; too much is hidden rather than too little."""
    return list(enumerate(_short(key).split(".")[:2]))


def root(id: str, merged: Mapping[str, str], known: set[str]) -> str:
    """The note that the one of this key is shown under in the end: itself, unless it was merged into one that is there."""
    seen = {id}
    while (into := merged.get(id)) in known and into not in seen:
        id = into
        seen.add(id)
    return id
