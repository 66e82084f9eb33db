"""Figures of the whiteboard: one board from the answers of a room."""

from collections import Counter
from typing import cast

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.moderation import Note
from govcourse.kinds.whiteboard.activity import Whiteboard
from govcourse.kinds.whiteboard.shapes import Figures


def figures(activity: Whiteboard, answers: list[Json]) -> Figures:
    """All notes that say something, with the sum of their dots and their comments; groups by name.

    Notes come with most dots first, then in the order of the answers.
    """
    votes: Counter[str] = Counter()
    comments: dict[str, list[str]] = {}
    for answer in answers:
        votes.update(answer.get("votes", {}))
        for id, text in answer.get("comments", {}).items():
            if words(text):
                comments.setdefault(id, []).append(words(text))
    notes: list[Note] = []
    for answer in answers:
        groups = {group["id"]: words(group.get("title")) for group in answer.get("groups", [])}
        for note in answer.get("notes", []):
            if words(note.get("text")):
                group, id = groups.get(note.get("group", ""), ""), note["id"]
                sums = {"group": group, "votes": votes[id], "comments": comments.get(id, [])}
                notes.append(cast(Note, {**note, **sums}))
    return {"n": len(answers), "notes": sorted(notes, key=lambda note: -note["votes"])}
