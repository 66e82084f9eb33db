"""What an activity of a canvas says in data/activities/."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from govcourse.content.activity import ActivityBase, Count
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text


class CanvasGroup(Strict):
    """`across` places the fields beside each other on wide screens; `stages` are gone through with a history."""

    id: Id
    title: Text
    about: Text | None = None
    across: bool = False
    stages: bool = False


class CanvasField(Strict):
    id: Id
    title: Text
    prompt: Text
    example: Text
    minutes: Count | None = None
    group: Id | None = None


class Mark(Strict):
    """Fields that can be ticked, at most `limit` of them, all or those of one `group`."""

    title: Text
    limit: Count
    group: Id | None = None


class SlidePage(Strict):
    title: Text
    fields: Annotated[list[Id], Field(min_length=1)]


class Slides(Strict):
    """Slides made from the fields; `byline` is the field that stands under the title."""

    at_least: Count
    at_most: Count
    minutes: Count
    byline: Id | None = None
    pages: Annotated[list[SlidePage], Field(min_length=1)]


class Canvas(ActivityBase):
    """Named fields. `diagram` places the groups on wide screens, one line of group ids per row of the picture."""

    groups: list[CanvasGroup] = []
    diagram: list[Annotated[str, StringConstraints(min_length=1)]] = []
    fields: Annotated[list[CanvasField], Field(min_length=1)]
    mark: Mark | None = None
    slides: Slides | None = None

    def parts(self) -> list[str]:
        return [field.id for field in self.fields]

    @model_validator(mode="after")
    def named(self) -> Self:
        groups = {group.id for group in self.groups}
        placed = {id for line in self.diagram for id in line.split()} - {"."}
        used = {field.group for field in self.fields if field.group}
        used |= {self.mark.group} if self.mark and self.mark.group else set()
        if placed - groups or used - groups:
            raise ValueError(f"there is no group {', '.join(sorted((placed | used) - groups))}")
        if self.slides and {id for page in self.slides.pages for id in page.fields} - set(self.parts()):
            raise ValueError("a slide names a field that the canvas does not have")
        return self

    @model_validator(mode="after")
    def example_from_fields(self) -> Self:
        if self.example is None:
            filled = {"fields": {field.id: field.example for field in self.fields}}
            object.__setattr__(self, "example", filled)
        return self
