"""What the whiteboard tells a browser, as types."""

from typing_extensions import TypedDict

from govcourse.kinds.moderation import Note
from govcourse.kinds.shapes import Counted


class Spec(TypedDict):
    """How many notes one board holds."""

    limit: int


class Figures(Counted):
    """Before moderation, which makes a moderation.Board of it."""

    notes: list[Note]
