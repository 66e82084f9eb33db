"""What a facilitator does with the notes of a room: hides, approves, pins, merges and groups them."""

from govcourse.json_types import Json

MODERATION: Json = {
    "moderate": False,
    "hidden": [],
    "approved": [],
    "pinned": [],
    "merged": {},
    "grouped": {},
}


def moderated(notes: list[Json], settings: Json, facilitator: bool) -> list[Json]:
    """Notes with `hidden`, `pinned`, the facilitator's `group`, and in `merged` what was put under them.

    Pinned ones come first; others than facilitators get what is not hidden. Dots and comments of merged notes
    are added to the note that they are merged into.
    """
    given = {**MODERATION, **settings}
    hidden, approved, pinned = (set(given[name]) for name in ("hidden", "approved", "pinned"))
    unseen = {
        note["id"] for note in notes
        if note["id"] in hidden or (given["moderate"] and note["id"] not in approved)
    }  # fmt: skip
    known = {note["id"] for note in notes}
    top = {id: root(id, given["merged"], known) for id in known}
    under: dict[str, list[Json]] = {id: [] for id in known}
    for note in notes:
        if top[note["id"]] != note["id"] and (facilitator or note["id"] not in unseen):
            under[top[note["id"]]].append(note)
    marked = [
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


def root(id: str, merged: dict[str, str], known: set[str]) -> str:
    """The note that `id` is shown under in the end: itself, unless it was merged into one that is there."""
    seen = {id}
    while (into := merged.get(id)) in known and into not in seen:
        id = into
        seen.add(id)
    return id
