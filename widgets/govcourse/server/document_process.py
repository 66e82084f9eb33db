"""What runs in the documents' process: the function of a name, imported there and not in the server."""

import os
from pkgutil import resolve_name
from typing import Any


def give_way() -> None:
    """People who save come before documents, where there are fewer processors than work."""
    if hasattr(os, "nice"):
        os.nice(10)


def call(name: str, given: tuple[Any, ...]) -> Any:
    """`name` as “package.module:function”."""
    return resolve_name(name)(*given)


def call_in_words(name: str, given: tuple[Any, ...]) -> Any:
    """The same without charts: they are the likeliest thing that a process died over."""
    from govcourse.layout import pictures

    with pictures.in_words():
        return call(name, given)
