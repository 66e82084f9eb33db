"""What every activity says, whatever its kind: kinds/<kind>/activity.py has what its own kind adds."""

from collections.abc import Callable
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, JsonValue, model_validator

from govcourse.content.for_people import changed
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Origin, Text

Count = Annotated[int, Field(gt=0, le=100)]
Owner = Literal["participant", "team", "private"]


class Feed(Strict):
    """What is made in one activity is offered in another; it stands with either of them.

    `to` is the one that this activity offers its results to, `source` (in data `from`) one that it takes from; `into`
    names the part that takes them.
    """

    to: Id | None = None
    source: Annotated[Id | None, Field(alias="from")] = None
    into: Id | None = None

    @model_validator(mode="after")
    def one_end(self) -> Self:
        if (self.to is None) == (self.source is None):
            raise ValueError("a feed goes to an activity, or comes from one")
        return self


class ActivityBase(Strict):
    """`example` is a whole answer that a learner can look at; `empty` is what shows before any answer.

    `owner` says whose an answer is: each participant's, a team's, or nobody else's to see. `report` is the section of a
    room's report that takes what was made here, as data/report.yaml names it. `cases` are those whose pages lead here: all, those with principles,
    or those that help with a dimension of the assessment. `chapter` is the further chapter in which it stands; without one it stands in a session.
    `good` says what an answer is like that begins, that holds, and that convinces; learners judge their own by it.
    """

    id: Id
    kind: str
    title: Text
    sessions: list[Annotated[int, Field(ge=1, le=5)]]
    setting: Literal["preparation", "individual", "breakout", "plenary"]
    minutes: Annotated[int, Field(gt=0)]
    lead: Text
    instructions: Annotated[list[Text], Field(min_length=1)]
    empty: Text
    example_note: Text | None = None
    example: dict[str, JsonValue] | None = None
    origin: Origin = "workshop"
    owner: Owner = "participant"
    report: Id | None = None
    cases: Literal["all", "principles", "dimensions"] | None = None
    chapter: Id | None = None
    good: Annotated[list[Text], Field(min_length=3, max_length=3)] | None = None
    feeds: list[Feed] = []

    def parts(self) -> list[str]:
        """Names that a feed's `into` may have here."""
        return []

    def names(self) -> list[str]:
        """Activities that this one is about, apart from its feeds."""
        return []

    def checks(self) -> list[str]:
        """Objectives about which it asks, one for each question."""
        return []


def in_words(
    model: type[ActivityBase], answer: type[BaseModel], raw: object, say: Callable[[str], str]
) -> object:
    """An activity as its file gives it, with what `say` makes of each text; its example is an `answer`."""
    made = changed(model, raw, say)
    if isinstance(made, dict) and "example" in made:
        made["example"] = changed(answer, made["example"], say)
    return made


class Assessing(ActivityBase):
    """Asks the statements of an instrument, and can be debriefed."""

    instrument: Id


class Certificate(Strict):
    """`required` are the activities that count, once `share` per cent of one is done; `at_least` of them are needed."""

    title: Text
    text: Text
    required: Annotated[list[Id], Field(min_length=1)]
    at_least: Count
    share: Annotated[int, Field(ge=1, le=100)] = 50


class Gathering(ActivityBase):
    """Shows all of a learner's other work, and certifies it."""

    certificate: Certificate

    def names(self) -> list[str]:
        return self.certificate.required
