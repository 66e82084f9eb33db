"""Pictures that explain, as data: a form, what stands in it, its message, and in words what it shows."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text

Form = Literal[
    "chain", "wheel", "parts", "quadrants", "nested", "diamonds", "layers", "sides", "stairs", "tiles"
]
# Lists that the course has already; a picture takes their titles from there.
Known = Literal["principles", "public-values", "dimensions", "levels", "pillars", "goals", "supply", "demand"]


class Item(Strict):
    """One field of a picture."""

    title: Text
    about: Text | None = None
    lines: list[Text] = []
    strong: bool = False  # what to look at first


class Group(Strict):
    """Fields that belong together: `items`, or those of a list that is known, with `notes` by their ids."""

    title: Text | None = None
    items: list[Item] = []
    of: Known | None = None
    notes: dict[Id, Text] = {}
    arrows: bool = False

    @model_validator(mode="after")
    def one_of_both(self) -> Self:
        if bool(self.items) == bool(self.of):
            raise ValueError("a group has items, or is `of` a list that is known")
        return self


class Axis(Strict):
    title: Text
    low: Text
    high: Text


class Axes(Strict):
    x: Axis
    y: Axis


class Picture(Strict):
    """`message` is its caption; `about` is read to whoever does not see how its fields stand to each other."""

    form: Form
    message: Text
    about: Text
    source: Text
    groups: Annotated[list[Group], Field(min_length=1)]
    centre: Text | None = None  # what its fields are about, or make together
    back: Text | None = None  # what leads from the end to the beginning
    numbered: bool = False
    axes: Axes | None = None

    @model_validator(mode="after")
    def whole(self) -> Self:
        if (self.form == "quadrants") != (self.axes is not None):
            raise ValueError("quadrants have axes, and no other form has")
        if self.form in ("wheel", "parts") and self.centre is None:
            raise ValueError(f"a picture of the form {self.form} has a centre")
        if self.form in ("sides", "diamonds") and any(one.title is None for one in self.groups):
            raise ValueError(f"each group of the form {self.form} has a title")
        return self
