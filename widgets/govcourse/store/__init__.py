"""Rooms, participants and answers: the one narrow contract that everything else saves through."""

from govcourse.store.errors import LinkEnded, RoomGone, Stale, StoreError
from govcourse.store.place import default_url
from govcourse.store.records import (
    Certificate,
    CountryFigure,
    Facilitator,
    Languages,
    Participant,
    Question,
    Review,
    Room,
)
from govcourse.store.store import Store, open_store

__all__ = [
    "Certificate",
    "CountryFigure",
    "Facilitator",
    "Languages",
    "LinkEnded",
    "Participant",
    "Question",
    "Review",
    "Room",
    "RoomGone",
    "Stale",
    "Store",
    "StoreError",
    "default_url",
    "open_store",
]
