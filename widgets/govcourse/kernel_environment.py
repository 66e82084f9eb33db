"""What the course itself tells the kernels that it starts, by their environment. Light: every kernel imports it."""

import os

ROOM_HEADER = (
    "X-Govcourse-Room"  # a room's code, which only the course server sets; Voila hands it to the kernel
)
TOKEN_HEADER = "X-Govcourse-Token"  # likewise, the kernel's own right: see server/kernel_tokens.py
_SERVER, _BOOK = "GOVCOURSE_SERVER", "GOVCOURSE_BOOK"
_ROOM, _TOKEN = "HTTP_X_GOVCOURSE_ROOM", "HTTP_X_GOVCOURSE_TOKEN"


def server() -> str | None:
    """The address of the course server that started this kernel; None in JupyterLab and for the book."""
    return os.environ.get(_SERVER)


def tell_server(url: str) -> None:
    """Kernels that are started from now on are those of the server at `url`."""
    os.environ[_SERVER] = url


def for_book() -> bool:
    """Whether the notebook is run for the book: there is no learner and no store."""
    return _BOOK in os.environ


def tell_book() -> None:
    """Kernels that are started from now on run notebooks for the book."""
    os.environ[_BOOK] = "1"


def room() -> str:
    """The code of the room whose dashboard this kernel shows, "" without one."""
    return os.environ.get(_ROOM, "")


def token() -> str:
    """What this kernel may show to the course server that started it, "" without one."""
    return os.environ.get(_TOKEN, "")
