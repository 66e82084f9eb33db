"""The case library: cases in claims with sources, read from a YAML file and the BibTeX file beside it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from govcourse.content import bibliography
from govcourse.content.bibliography import Key, Source
from govcourse.content.for_people import FOR_PEOPLE
from govcourse.content.loading import ContentError, Strict, hold_to_length, load
from govcourse.content.models import Id, Origin, Text

Region = Literal["Africa", "Asia", "Europe", "Americas", "Oceania", "Global", "Anonymous"]
Theme = Literal["ai", "dpi", "failure", "procurement", "security", "island", "federal", "fragile"]
Context = Literal["island", "federal", "fragile", "local", "low-connectivity"]
Evidence = Literal["independent", "self-reported", "press"]
# Words of our own, in which no figure hides that would need a source: years, and articles or goals in words, are all.
OurText = Annotated[
    str, StringConstraints(min_length=1, pattern=r"^(?:\D|(?:19|20)\d\d(?:\D|$))*$"), FOR_PEOPLE
]


class Claim(Strict):
    """What somebody says, and who says it: keys of entries in the case's BibTeX file."""

    text: Text
    sources: Annotated[list[Key], Field(min_length=1)]


class Before(Strict):
    """What was measured earlier, in the unit of the result."""

    value: float
    year: Annotated[str, StringConstraints(pattern=r"^(19|20)\d\d([–/](19|20)?\d\d)?$")]


class Result(Claim):
    """A claim with its figure. `evidence` says whose: of somebody who does not run the project and has examined it
    (a study, a court, an audit), of those who run or fund it, or told by the press or others without a check."""

    value: float
    unit: Text
    year: Annotated[str, StringConstraints(pattern=r"^(19|20)\d\d([–/](19|20)?\d\d)?$")]
    evidence: Evidence
    before: Before | None = None


class Transfer(Strict):
    """What somebody in such a place can take over, and what has to be different there."""

    context: Context
    text: OurText


class CaseFile(Strict):
    """A case as its YAML file has it. Claims carry sources; `depends`, `transfer` and `lesson` are our reading of them."""

    id: Id
    title: Text
    country: Text
    region: Region
    year: Text
    sessions: Annotated[list[Annotated[int, Field(ge=1, le=5)]], Field(min_length=1)]
    sdgs: Annotated[list[Annotated[int, Field(ge=1, le=17)]], Field(min_length=1)]
    principles: list[Id]
    techniques: Annotated[list[Text], Field(min_length=1)]
    themes: list[Theme] = []
    origin: Origin
    summary: OurText
    problem: Annotated[list[Claim], Field(min_length=1)]
    done: Annotated[list[Claim], Field(min_length=1)]
    results: list[Result]
    few_results: OurText | None = None  # why there are fewer than three
    doubts: Annotated[list[Claim], Field(min_length=1)]
    depends: Annotated[list[OurText], Field(min_length=1)]
    transfer: Annotated[list[Transfer], Field(min_length=2)]
    lesson: OurText
    questions: Annotated[list[OurText], Field(min_length=3, max_length=3)]
    exercise: Id | None = None  # the activity that is made from it

    @model_validator(mode="after")
    def enough_results(self) -> Self:
        if (len(self.results) < 3) == (self.few_results is None):
            raise ValueError("a case has three results with figures, or says in few_results why it has fewer")
        return self

    @model_validator(mode="after")
    def length(self) -> Self:
        hold_to_length("a case", self.texts(), 350, 850)
        return self

    def claims(self) -> list[Claim]:
        return [*self.problem, *self.done, *self.results, *self.doubts]

    def texts(self) -> Iterator[str]:
        """What is read of it from beginning to end, but for figures and sources."""
        yield self.summary
        yield from (claim.text for claim in self.claims())
        yield from [*self.depends, *(one.text for one in self.transfer), self.lesson, *self.questions]


class Case(CaseFile):
    """A case with its sources, which are numbered from 1 by their place."""

    bibliography: list[Source]

    def number(self, key: str) -> int:
        return 1 + [one.key for one in self.bibliography].index(key)


def read(folder: Path, id: str, name: str) -> Case:
    """The case `id` of a folder, called `name` in messages. Raises ContentError: also for a claim whose source is not
    in the BibTeX file, and for a source that no claim takes."""
    case = load(CaseFile, folder / f"{id}.yaml", f"{name}/{id}.yaml")
    sources = bibliography.read(folder / f"{id}.bib", f"{name}/{id}.bib", Source)
    if not 3 <= len(sources) <= 8:
        raise ContentError(
            [(f"{name}/{id}.bib", None, "", f"a case has 3 to 8 sources, this one {len(sources)}")]
        )
    known, used = {one.key for one in sources}, {key for claim in case.claims() for key in claim.sources}
    lost = [
        (f"{name}/{id}.yaml", None, "sources", f"“{key}” is not in {id}.bib") for key in sorted(used - known)
    ]
    idle = [(f"{name}/{id}.bib", None, key, "no claim of the case takes it") for key in sorted(known - used)]
    if lost or idle:
        raise ContentError([*lost, *idle])
    return Case(**{field: getattr(case, field) for field in CaseFile.model_fields}, bibliography=sources)
