"""What a country's profile tells a browser, as types."""

from pydantic import JsonValue
from typing_extensions import TypedDict

from govcourse.content.country_list import Counts, Limits, Mean, Publication
from govcourse.kinds.shapes import Counted


class Land(TypedDict):
    """A country to choose; `id` is its ISO code, region and sub-region are numbers of M49."""

    id: str
    title: str
    region: str
    subregion: str
    sids: bool


class Spec(TypedDict):
    """`groups` has names of regions and other groups; `means` and `counts` are those that were published, with the keys of
    their `publications`; `limits` are by index; `charts` Vega-Lite by name, without data."""

    countries: list[Land]
    groups: dict[str, str]
    means: list[Mean]
    counts: list[Counts]
    limits: dict[str, Limits]
    publications: dict[str, Publication]
    charts: dict[str, dict[str, JsonValue]]


class Chosen(TypedDict):
    id: str
    title: str
    count: int


class Figures(Counted):
    """The countries that five or more chose, most first."""

    countries: list[Chosen]
