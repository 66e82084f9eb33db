"""What the canvas tells a browser, as types."""

from typing_extensions import TypedDict


class Spec(TypedDict):
    """Ids of the fields that a solution goes through, and of those that can be ticked."""

    stages: list[str]
    markable: list[str]


class Point(TypedDict):
    label: str
    text: str


class SlideMade(TypedDict):
    title: str
    byline: str
    points: list[Point]
