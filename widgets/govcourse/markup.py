"""Jinja as all templates of the course use it: text is escaped, and `t.copy` is the text “copy”, not a dict's method."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2


class Environment(jinja2.Environment):
    """Jinja looks for attributes first, so a key that a mapping has a method for would print the method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def environment(folder: Path, **options: Any) -> Environment:
    """The environment for the templates in `folder`."""
    loader = jinja2.FileSystemLoader(folder)
    return Environment(loader=loader, autoescape=True, trim_blocks=True, **options)
