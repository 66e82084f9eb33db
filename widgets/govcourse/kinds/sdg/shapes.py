"""What the SDG selector tells a browser, as types."""

from typing_extensions import TypedDict

from govcourse.content.models import Goal


class Spec(TypedDict):
    note: str
    goals: list[Goal]
