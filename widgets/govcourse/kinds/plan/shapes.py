"""What the action plan tells a browser, and what is read off it, as types."""

from typing import NotRequired

from typing_extensions import TypedDict

from govcourse.kinds.shapes import Titled


class Goal(TypedDict):
    """A Sustainable Development Goal."""

    number: int
    title: str


class Spec(TypedDict):
    principles: list[Titled]
    goals: list[Goal]


class Finding(TypedDict):
    """What is to be looked at: its text is the catalogue's, by `code`; the rest is filled in."""

    code: str
    goal: NotRequired[str]
    step: NotRequired[str]
    kpi: NotRequired[str]
    name: NotRequired[str]
    count: NotRequired[int]
    all: NotRequired[int]


class Person(TypedDict):
    """The steps that a person answers for, does and supports."""

    name: str
    owns: list[str]
    does: list[str]
    supports: list[str]
