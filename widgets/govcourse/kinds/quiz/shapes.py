"""What the quiz tells a browser, as types."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from govcourse.kinds.shapes import Counted, Posed


class Right(Counted):
    """How many checked a question, how many of them were right, and how many chose each option, or put it into its place."""

    right: int
    options: list[int]


class Gain(Counted):
    """Of `n` people who answered all of both quizzes, the mean share that was right before and after, 0–1."""

    before: float
    after: float


class Figures(Counted):
    """`gain` from five people on, where the quiz compares with another one."""

    questions: dict[str, Right]
    gain: NotRequired[Gain]


class Chapter(TypedDict):
    """Where the course says what an objective asks: headings of its session, and exercises there."""

    id: str
    text: str
    session: int
    parts: list[str]
    exercises: list[str]


class Spec(TypedDict):
    """`chapters` are those of the questions; one for all where these name no objective."""

    chapters: list[Chapter]


class Results(TypedDict):
    questions: list[Posed]


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
