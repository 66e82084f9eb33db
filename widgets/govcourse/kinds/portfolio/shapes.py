"""What the portfolio tells a browser, as types."""

from typing_extensions import TypedDict


class Spec(TypedDict):
    """The title of the course, and of its sessions by number."""

    course: str
    titles: dict[int, str]
