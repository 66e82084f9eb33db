"""Rooms, participants and answers: the one narrow contract that everything else saves through."""

from govcourse.store.errors import Stale, StoreError
from govcourse.store.sql import Certificate, Participant, Room, Store, default_url, open_store

__all__ = ["Certificate", "Participant", "Room", "Stale", "Store", "StoreError", "default_url", "open_store"]
