"""The two-axis plot: what an answer is, and what its view is told."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.content.activity_models import Plot
from govcourse.kinds.answers import AnswerError, AnswerModel, Id, Origin, unique, unknown

Amount = Annotated[float, Field(ge=-1e15, le=1e15)] | None
Place = Annotated[float, Field(ge=0, le=100)]


class Money(AnswerModel):
    """Benefits and costs in one currency; `probability` of success, 0–1."""

    benefits: Amount = None
    costs: Amount = None
    probability: Annotated[float, Field(ge=0, le=1)] | None = None


class Item(AnswerModel):
    """One entry; `x` and `y` in per cent of the axes."""

    id: Id
    name: Annotated[str, StringConstraints(max_length=200)] = ""
    x: Place = 50
    y: Place = 50
    fields: dict[str, Annotated[str, StringConstraints(max_length=2000)]] = {}
    money: Money = Money()
    origin: Origin | None = None


class Answer(AnswerModel):
    items: Annotated[list[Item], Field(max_length=100)] = []


def spec(activity: Plot) -> dict:
    return {}


def ids(activity: Plot) -> dict[str, list[str]]:
    return {"fields": [field.id for field in activity.fields]}


def check(answer: Answer, activity: Plot) -> None:
    """Raises AnswerError for too many items, two of one id, or a field that the activity does not have."""
    if len(answer.items) > activity.limit:
        raise AnswerError("items", f"at most {activity.limit} entries")
    unique("items", answer.items)
    for index, item in enumerate(answer.items):
        unknown(f"items.{index}.fields", item.fields, ids(activity)["fields"])
