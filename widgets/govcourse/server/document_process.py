"""What runs in the documents' process: the function of a name, imported there and not in the server."""

import multiprocessing
import os
import threading
from multiprocessing.connection import wait
from pkgutil import resolve_name
from typing import Any


def begin() -> None:
    """People who save come before documents, where there are fewer processors than work; and the process ends with the server."""
    if hasattr(os, "nice"):
        os.nice(10)
    threading.Thread(target=_end_with_server, daemon=True).start()


def _end_with_server() -> None:
    """A server that was killed tells nobody that it ends: what made its documents would stay for ever."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        os._exit(1)


def call(name: str, given: tuple[Any, ...]) -> Any:
    """`name` as “package.module:function”."""
    return resolve_name(name)(*given)


def call_in_words(name: str, given: tuple[Any, ...]) -> Any:
    """The same without charts: they are the likeliest thing that a process died over."""
    from govcourse.layout import pictures

    with pictures.in_words():
        return call(name, given)
