"""What an activity of the two-axis plot says in data/activities/."""

from typing import Annotated, Literal

from pydantic import Field

from govcourse.content.activity import ActivityBase, Count
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text


class Axis(Strict):
    title: Text
    low: Text
    high: Text
    about: Text


class Quadrant(Strict):
    id: Id
    x: Literal["low", "high"]
    y: Literal["low", "high"]
    title: Text
    advice: Text


class PlotField(Strict):
    """`keeps` is as what it goes along when an entry is taken into another exercise."""

    id: Id
    title: Text
    hint: Text
    long: bool = False
    keeps: Literal["evidence", "owner"] | None = None


class Plot(ActivityBase):
    item: Text
    items: Text
    x: Axis
    y: Axis
    quadrants: Annotated[list[Quadrant], Field(min_length=4, max_length=4)]
    fields: list[PlotField]
    money: bool = False
    rank: Literal["product", "sum"] = "product"
    limit: Count = 40
