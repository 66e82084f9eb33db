"""What a team's joint answers may be."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from govcourse.kinds.answers import AnswerError, AnswerModel, Id, Line, Long

Step = Annotated[int, Field(ge=1, le=5)]


class Dissent(AnswerModel):
    """What somebody says who does not share the joint answer; `who` is a role, and may stay empty."""

    id: Id
    value: Step | None = None
    who: Line = ""
    why: Long = ""


class Joint(AnswerModel):
    """One answer of all to a statement. `split`: they talked about it, and found no joint answer."""

    value: Step | None = None
    dont_know: bool = False
    split: bool = False
    reason: Long = ""
    dissents: Annotated[list[Dissent], Field(max_length=30)] = []

    @model_validator(mode="after")
    def one_response(self) -> Self:
        if (self.value is not None) + self.dont_know + self.split > 1:
            raise AnswerError("", "one_response")
        return self


class Theory(AnswerModel):
    """If we `do` this, `then` that follows, because of what stands in `because`; `wrong` is what would show that it does not."""

    id: Id
    do: Long = ""
    then: Long = ""
    because: Long = ""
    wrong: Long = ""


class Answer(AnswerModel):
    """Joint answers by statement, and theories of change."""

    items: dict[str, Joint] = {}
    theories: Annotated[list[Theory], Field(max_length=20)] = []
