"""What the case explorer tells a browser, as types."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from govcourse.content import case_library
from govcourse.content.models import Origin
from govcourse.kinds.shapes import Counted, Titled


class Case(case_library.Case):
    """A case as it can be searched; `period` is its decade."""

    origin: Annotated[Origin, Field(exclude=True)] = "workshop"
    period: str


class Spec(TypedDict):
    """`goals` has titles by number, `principles` by id; `labels` is the catalogue's group of the case library."""

    cases: list[Case]
    labels: dict[str, str]
    goals: dict[str, str]
    principles: dict[str, str]


class Saved(TypedDict):
    id: str
    count: int


class Results(TypedDict):
    cases: list[Titled]


class Figures(Counted):
    """How many saved each case, most first."""

    saved: list[Saved]
