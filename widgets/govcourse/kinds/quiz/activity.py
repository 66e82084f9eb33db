"""What an activity of a quiz says in data/activities/."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from govcourse.content.activity import ActivityBase
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text


class QuizOption(Strict):
    id: Id
    text: Text
    feedback: Text
    right: bool = False
    match: Text | None = None


class QuizQuestion(Strict):
    """In "match" and "order" every option is part of the answer, in the order given; `reason` asks why.

    `objective` is one of a session, and `level` what it asks: to know, to apply to a case, or to judge.
    """

    id: Id
    objective: Id | None = None
    level: Literal["know", "apply", "judge"] | None = None
    text: Text
    type: Literal["single", "multiple", "match", "order", "true-false"]
    options: Annotated[list[QuizOption], Field(min_length=2, max_length=8)]
    explanation: Text
    reason: bool = False

    @model_validator(mode="after")
    def can_be_answered(self) -> Self:
        right = sum(option.right for option in self.options)
        if self.type in ("single", "true-false") and right != 1:
            raise ValueError(f"{right} options are right, this type has one")
        if self.type == "multiple" and not right:
            raise ValueError("no option is right")
        if self.type == "match" and not all(option.match for option in self.options):
            raise ValueError("every option of a match says what it matches")
        ids = [option.id for option in self.options]
        if len(ids) != len(set(ids)):
            raise ValueError("two options have one id")
        return self


class Quiz(ActivityBase):
    """Of its questions `ask` are drawn for each person, from all objectives alike; all are asked unless given.

    `compares` is a quiz that the same people answered before: a room then sees what they gained.
    """

    questions: Annotated[list[QuizQuestion], Field(min_length=1)]
    ask: Annotated[int, Field(ge=1)] | None = None
    compares: Id | None = None

    def names(self) -> list[str]:
        return [self.compares] if self.compares else []

    def checks(self) -> list[str]:
        return [question.objective for question in self.questions if question.objective]

    @model_validator(mode="after")
    def enough_to_draw(self) -> Self:
        if self.ask and self.ask > len(self.questions):
            raise ValueError(f"{self.ask} are to be asked of {len(self.questions)} questions")
        return self
