"""Makes people's text safe in office files."""

import re

# What XML 1.0 cannot carry: control characters, lone surrogates, two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: object) -> str:
    """The text without what XML cannot carry."""
    return _ILLEGAL.sub("", str(text if text is not None else ""))


def cell(text: object) -> str:
    """Text for a spreadsheet: what a program would take for a formula begins with an apostrophe."""
    safe = plain(text)
    return "'" + safe if safe.lstrip()[:1] in ("=", "+", "-", "@") else safe
