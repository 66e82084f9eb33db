"""The five-day version: a day is seven hours of modules, each with its own minutes."""

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from govcourse.content import formats
from govcourse.content.loading import Strict, hold_to_length
from govcourse.content.models import AgendaItem, Origin, RunSheet, Text
from govcourse.content.translation import language

MINUTES = 420  # of a day, without breaks and lunch
FIRST_DAY = 11  # the number of its run sheet, after those of the sessions
SYLLABUS = 13  # modules of the workshop's syllabus, which these unfold


class DayModule(Strict):
    """`origin` says whose the title is: the workshop's, where it was seen, or drafted by us. `troubles` say what goes wrong and
    what then helps, `online` how the module relates to the five sessions online."""

    id: Annotated[str, StringConstraints(pattern=r"^[1-5]\.[1-9]$")]
    title: Text
    origin: Origin
    minutes: Annotated[int, Field(gt=0)]
    syllabus: list[Annotated[int, Field(ge=1, le=SYLLABUS)]]
    purpose: Text
    agenda: Annotated[list[AgendaItem], Field(min_length=2)]
    material: Annotated[list[Text], Field(min_length=1)]
    troubles: Annotated[list[Text], Field(min_length=2)]
    online: Text

    @model_validator(mode="after")
    def adds_up(self) -> Self:
        planned = sum(item.minutes for item in self.agenda)
        if planned != self.minutes:
            raise ValueError(f"the steps take {planned} minutes, the module {self.minutes}")
        hold_to_length("a module", self.texts(), 400, 700)
        return self

    def texts(self) -> Iterator[str]:
        yield self.purpose
        for item in self.agenda:
            yield from [item.title, *item.talk, item.cut or ""]
        yield from [*self.material, *self.troubles, self.online]


class Day(Strict):
    number: Annotated[int, Field(ge=1, le=5)]
    title: Text
    question: Text
    prepare: Annotated[list[Text], Field(min_length=1)]  # what a facilitator has ready
    modules: Annotated[list[DayModule], Field(min_length=6, max_length=7)]

    def run_sheet(self) -> RunSheet:
        """The day as a room runs it; each module begins with its name."""
        agenda = [
            item.model_copy(
                update={"title": formats.listed((f"{one.id} {one.title}", item.title), language(), ":")}
            )
            if place == 0
            else item
            for one in self.modules
            for place, item in enumerate(one.agenda)
        ]
        return RunSheet(
            number=FIRST_DAY + self.number - 1,
            title=self.title,
            question=self.question,
            prepare=self.prepare,
            agenda=agenda,
        )

    @model_validator(mode="after")
    def seven_hours(self) -> Self:
        minutes = sum(one.minutes for one in self.modules)
        if minutes != MINUTES:
            raise ValueError(f"the modules take {minutes} minutes, a day {MINUTES}")
        return self
