"""Makes people's text safe in office files."""

from govcourse.text import clean


def plain(text: object) -> str:
    """The text without what XML cannot carry."""
    return clean(str(text if text is not None else ""))


def cell(text: object) -> str:
    """Text for a spreadsheet: what a program would take for a formula begins with an apostrophe."""
    safe = plain(text)
    return "'" + safe if safe.lstrip()[:1] in ("=", "+", "-", "@") else safe
