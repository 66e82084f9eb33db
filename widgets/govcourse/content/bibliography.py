"""BibTeX files: the sources of a case, and what there is to read for each session."""

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field, HttpUrl, StringConstraints

from govcourse.content.loading import ContentError, Strict, validated

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+[a-z0-9-]*$", max_length=40)]
Year = Annotated[str, StringConstraints(pattern=r"^(19|20)\d\d$")]


class Entry(Strict):
    """`author` may be an organisation. `seen` is the day on which the address, or a stored copy of it, was read."""

    key: Key
    title: Annotated[str, Field(min_length=1)]
    author: Annotated[str, Field(min_length=1)]
    year: Year | None = None
    publisher: str | None = None
    url: HttpUrl | None = None
    seen: date | None = None


class Source(Entry):
    """What a claim rests on. `note` says how much of it was read, if not the whole, or in which language it is."""

    url: HttpUrl
    seen: date
    note: str | None = None


class Reading(Entry):
    """`need` says whether the workshop asks for it, `access` whether it is free, and `minutes` how long it takes, by our
    estimate; without minutes it is something to look up."""

    session: Annotated[int, Field(ge=1, le=5)]
    need: Literal["required", "optional", "further"]
    access: Literal["free", "partly", "paid"]
    minutes: Annotated[int, Field(gt=0)] | None = None
    why: Annotated[str, Field(min_length=1)]


Model = TypeVar("Model", bound=Entry)
FIELDS = {"urldate": "seen", "journal": "publisher"}  # as BibTeX calls them
PASSED_OVER = {"doi", "organization", "author"}  # go into others


def read(path: Path, name: str, model: type[Model]) -> list[Model]:
    """The entries of a file, in its order; `name` is how the file is called in messages. Raises ContentError."""
    # Takes a while, and only those who show entries need it; by the format's name it would be looked for in all packages.
    from pybtex.database.input.bibtex import Parser
    from pybtex.exceptions import PybtexError

    try:
        entries = Parser().parse_string(path.read_text(encoding="utf-8")).entries
    except FileNotFoundError:
        raise ContentError([(name, None, "", "this file is missing")]) from None
    except (UnicodeDecodeError, PybtexError) as error:
        raise ContentError([(name, None, "", f"this is not BibTeX ({error})")]) from None
    found = []
    for key, entry in entries.items():
        given = {field.lower(): re.sub(r"[{}]", "", value).strip() for field, value in entry.fields.items()}
        people = " and ".join(re.sub(r"[{}]", "", str(one)) for one in entry.persons.get("author", []))
        raw = {FIELDS.get(field, field): value for field, value in given.items() if field not in PASSED_OVER}
        if "doi" in given:
            raw.setdefault("url", f"https://doi.org/{given['doi']}")
        raw |= {"key": key, "author": given.get("organization") or people}
        found.append(validated(model, raw, "", f"{name}: {key}"))
    return found
