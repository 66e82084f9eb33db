"""What the quiz tells a browser, as types."""

from typing import Literal

from typing_extensions import TypedDict

from govcourse.kinds.shapes import Counted


class Right(Counted):
    """How many checked a question, and how many of them were right."""

    right: int


class Figures(Counted):
    questions: dict[str, Right]


class Named(TypedDict):
    id: str
    text: str


class Results(TypedDict):
    questions: list[Named]


class Derived(TypedDict):
    """By question that has an answer, whether it is right."""

    right: dict[str, bool]


class OptionFact(TypedDict):
    id: str
    right: bool


class QuestionFact(TypedDict):
    id: str
    type: Literal["single", "multiple", "match", "order", "true-false"]
    options: list[OptionFact]


class Facts(TypedDict):
    questions: list[QuestionFact]
