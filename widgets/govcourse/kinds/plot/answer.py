"""What an answer to the plot may be."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.content.for_people import FOR_PEOPLE
from govcourse.kinds.answers import AnswerModel, Id, Judged, Origin

Amount = Annotated[float, Field(ge=-1e15, le=1e15)] | None
Probability = Annotated[float, Field(ge=0, le=1)] | None
Place = Annotated[float, Field(ge=0, le=100)]


class Money(AnswerModel):
    """Benefits and costs in one currency; `probability` of success, 0–1. With a pilot first: what it costs, and the
    probability `go_on` that one goes on after it; `probability` is then that of those that went on."""

    benefits: Amount = None
    costs: Amount = None
    probability: Probability = None
    pilot: Amount = None
    go_on: Probability = None


class Item(AnswerModel):
    """One entry; `x` and `y` in per cent of the axes, both where it was placed."""

    id: Id
    name: Annotated[str, StringConstraints(max_length=200), FOR_PEOPLE] = ""
    x: Place | None = None
    y: Place | None = None
    fields: dict[str, Annotated[str, StringConstraints(max_length=2000), FOR_PEOPLE]] = {}
    money: Money = Money()
    origin: Origin | None = None


class Answer(Judged):
    items: Annotated[list[Item], Field(max_length=100)] = []
