"""Rooms, participants and answers: the one narrow contract that everything else saves through."""

from govcourse.store.errors import Stale, StoreError
from govcourse.store.records import Certificate, CountryFigure, Facilitator, Participant, Review, Room
from govcourse.store.store import Store, default_url, open_store

__all__ = [
    "Certificate",
    "CountryFigure",
    "Facilitator",
    "Participant",
    "Review",
    "Room",
    "Stale",
    "Store",
    "StoreError",
    "default_url",
    "open_store",
]
