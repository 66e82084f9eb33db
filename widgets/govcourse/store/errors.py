"""What can go wrong when saving, in words a person can act on."""

from govcourse.json_types import Json


class StoreError(Exception):
    """The store cannot be used now; what was saved before is untouched.

    `told` is for whoever uses the course; the whole of it, with where the database is, for whoever looks after it.
    """

    def __init__(self, told: str, more: str = ""):
        super().__init__(told, more)  # both, as it comes from the documents' process too
        self.told = told

    def __str__(self) -> str:
        told, more = self.args
        return f"{told} ({more})" if more else str(told)


class Stale(Exception):
    """A save was made from an older version; `answer` and `version` are what the store has."""

    def __init__(self, answer: Json, version: int):
        self.answer, self.version = answer, version
        super().__init__("This answer was changed elsewhere in the meantime.")


class LinkEnded(Exception):
    """The link by which a further one was to be made was revoked meanwhile."""


class RoomGone(KeyError):
    """A room was deleted while somebody changed it."""


def explain(error: Exception, place: str) -> StoreError:
    """The StoreError for what a database said; `place` is its address or path."""
    said = str(getattr(error, "orig", None) or error).lower()
    for words, message in (
        (("locked", "busy"), "The course's database is in use by another program. Your text is kept; saving is tried again."),
        (("removed, replaced or cut",), "The course's database was removed, replaced or cut while the server runs. Nothing is saved until it is back, or the server is started again. Your text is kept."),
        (("full", "no space", "quota"), "The disk of the course's database is full. Free some space; saving is tried again."),
        (("not a database", "malformed", "corrupt", "no such table", "disk image"), "The course's database cannot be read. It was not changed. Move it away to start anew, or put a backup in its place."),
        (("readonly", "read-only", "permission"), "The course's database may not be written. Give the server the right to write it."),
        (("unable to open",), "The course's database cannot be opened. Check that its folder exists and may be written."),
    ):  # fmt: skip
        if any(word in said for word in words):
            return StoreError(message, place)
    first = (said.splitlines() or [""])[0][:200]
    return StoreError("The course's database does not answer.", f"{place}: {first}")
