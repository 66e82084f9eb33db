"""What an activity of a matrix says in data/activities/."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from govcourse.content.activity import ActivityBase, Count
from govcourse.content.loading import Strict
from govcourse.content.models import Entry, Id, Level, Text


class Ask(Strict):
    """What a matrix asks in each cell: one of the levels, or text."""

    id: Id
    title: Text
    about: Text
    type: Literal["level", "text"] = "text"


class MatrixLevel(Level):
    """`value` counts in totals and in the profile."""

    value: Annotated[int, Field(ge=-10, le=10)]


class MatrixRow(Entry):
    """`cells` describes the levels for this row."""

    group: Text | None = None
    cells: dict[Id, Text] = {}


class Options(Strict):
    """Columns that learners name themselves."""

    item: Text
    items: Text
    at_least: Count
    at_most: Annotated[int, Field(gt=0, le=8)]


class Matrix(ActivityBase):
    """Rows × levels, or rows × the learner's own `options`; `heads` are asked once, `own_rows` can be added."""

    rows_from: Literal["pillars", "principles", "public-values", "obstacles", "sdgs"] | None = None
    rows: list[MatrixRow] = []
    own_rows: Annotated[int, Field(ge=0, le=5)] = 0
    levels: list[MatrixLevel] = []
    heads: list[Entry] = []
    asks: Annotated[list[Ask], Field(min_length=1)]
    options: Options | None = None
    weights: bool = False
    row: Text = "Row"  # what a row is called above them
    best: Literal["high", "low"] = "high"  # which end of the levels is good; titles name what is at the other

    def parts(self) -> list[str]:
        return ["options"] if self.options else []

    @model_validator(mode="after")
    def whole(self) -> Self:
        if bool(self.rows_from) == bool(self.rows):
            raise ValueError("a matrix has rows of its own or takes them from a list")
        if not any(ask.type == "level" for ask in self.asks):
            raise ValueError("one thing asked must be a level")
        if self.options and self.best == "low":
            raise ValueError("what adds up to a total has its best level at the high end")
        return self
