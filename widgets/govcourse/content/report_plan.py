"""What a room's report consists of, as data/report.yaml says it."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from govcourse.content.loading import Strict
from govcourse.content.models import Id


class ReportSection(Strict):
    """`of` are what activities name as their `report` to stand here, the section's own name unless given."""

    name: Id
    heading: str | None = None
    of: list[Id] = []

    def takes(self) -> list[str]:
        return self.of or [self.name]


class Instead(Strict):
    """What a slide says without its figure, where the section has figure `after`."""

    after: Id
    say: str


class Made(Strict):
    """A slide that a section makes."""

    section: Id
    figure: Id


class ReportSlide(Made):
    """A figure of a section, or a slide that it makes, by name; `rather` comes in its place where there is one."""

    heading: str
    instead: Instead | None = None
    rather: Made | None = None


class ReportPlan(Strict):
    """What a room's report consists of. Headings are keys of the catalogue's group "documents"."""

    sections: Annotated[list[ReportSection], Field(min_length=1)]
    slides: list[ReportSlide]

    @model_validator(mode="after")
    def sections_known(self) -> Self:
        named = {one.section for slide in self.slides for one in (slide, slide.rather) if one}
        if lost := named - {section.name for section in self.sections}:
            raise ValueError(f"there is no section {', '.join(sorted(lost))}")
        return self
