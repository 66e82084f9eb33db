"""Finds the kinds of exercises: the folders of `kinds/`, and what is installed in the entry point group `govcourse.kinds`."""

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

GROUP = "govcourse.kinds"


@cache
def modules() -> dict[str, str]:
    """The module of each kind by the kind's name; one that is installed replaces none of ours."""
    own = {
        path.parent.name: f"{__package__}.kinds.{path.parent.name}"
        for path in sorted((Path(__file__).parent / "kinds").glob("*/__init__.py"))
    }
    return {entry.name: entry.value for entry in entry_points(group=GROUP)} | own


@cache
def kind(name: str) -> Any:
    """The kind of this name, as `kinds.base.Kind` says. Raises KeyError, in words, for one that is not there."""
    if name not in modules():
        raise KeyError(f"There is no kind “{name}”. There are: {', '.join(sorted(modules()))}.")
    found = import_module(modules()[name]).kind
    found.name = name
    return found
