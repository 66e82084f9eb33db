"""What assessments ask: dimensions, their statements, bands and scale, invented ministries, and what an earlier edition asked."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from govcourse.content.loading import Strict
from govcourse.content.models import Id, Origin, Text


class Statement(Strict):
    """`evidence` says what a sceptic would accept. `absent` is an answer of its own, "there is none", that spares the rest."""

    id: Id
    text: Text
    origin: Origin = "draft"
    note: Text | None = None
    evidence: Text | None = None
    absent: Text | None = None


class Ministry(Strict):
    """An invented ministry that respondents rate, so that it shows how they use the scale; `low` is the weaker one."""

    level: Literal["low", "high"]
    title: Text
    about: Text


class Vignettes(Strict):
    """`summary` is the statement on which one's own government and both ministries are rated."""

    summary: Text
    ministries: Annotated[list[Ministry], Field(min_length=2, max_length=2)]

    @model_validator(mode="after")
    def both_levels(self) -> Self:
        if {one.level for one in self.ministries} != {"low", "high"}:
            raise ValueError("one ministry is to be low, the other high")
        return self


class VignetteTexts(Strict):
    """`places` are named from 1 (below both ministries) to 5 (above both)."""

    title: Text
    about: Text
    own: Text
    places: Annotated[list[Text], Field(min_length=5, max_length=5)]
    unplaced: Text


class Dimension(Strict):
    """`pillars` and `cases` help where the dimension is weak."""

    id: Id
    title: Text
    about: Text
    pillars: list[Id] = []
    cases: list[Id] = []
    statements: Annotated[list[Statement], Field(min_length=1)]
    vignettes: Vignettes | None = None

    @model_validator(mode="after")
    def absent_comes_first(self) -> Self:
        if any(one.absent for one in self.statements[1:]):
            raise ValueError(
                "only the first statement of a dimension may have an answer that spares the others"
            )
        return self

    @property
    def gate(self) -> str | None:
        """The statement whose answer "there is none" spares the others of the dimension."""
        return self.statements[0].id if self.statements[0].absent else None


class RetiredStatement(Strict):
    """A statement of an earlier edition: answers to it are kept and shown, and counted nowhere."""

    id: Id
    text: Text


class Band(Strict):
    id: Id
    title: Text
    at_least: Annotated[float, Field(ge=1, le=5)]
    about: Text


class ScaleStep(Strict):
    value: Annotated[int, Field(ge=1, le=5)]
    label: Text


class Instrument(Strict):
    title: Text
    note: Text
    scoring: list[Text]
    scale: Annotated[list[ScaleStep], Field(min_length=5, max_length=5)]
    dont_know: Text
    bands: list[Band]
    vignettes: VignetteTexts | None = None
    dimensions: Annotated[list[Dimension], Field(min_length=1)]
    retired: list[RetiredStatement] = []

    @model_validator(mode="after")
    def unique(self) -> Self:
        ids = [*(one.id for one in self.statements), *(one.id for one in self.retired)]
        if len(ids) != len(set(ids)):
            raise ValueError("two statements have one id, perhaps one that was retired")
        return self

    @model_validator(mode="after")
    def vignettes_have_their_texts(self) -> Self:
        if self.vignettes is None and any(one.vignettes for one in self.dimensions):
            raise ValueError("a dimension has vignettes, the instrument has no texts for them")
        return self

    @property
    def statements(self) -> list[Statement]:
        """All that are asked, in order."""
        return [one for dimension in self.dimensions for one in dimension.statements]

    @property
    def known(self) -> list[Statement | RetiredStatement]:
        """All that an answer may hold: what is asked, then what was."""
        return [*self.statements, *self.retired]
