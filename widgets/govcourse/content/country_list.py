"""Countries: their regions, and the means, counts and limits of indices that were published of all of them."""

from functools import cache, cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, HttpUrl, StringConstraints, model_validator

from govcourse.content.loading import Strict

Index = Literal["egdi", "gtmi", "dgi"]
Iso3 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
M49 = Annotated[str, StringConstraints(pattern=r"^[0-9]{3}$")]
Share = Annotated[float, Field(ge=0, le=1)]
Edition = Annotated[int, Field(ge=2000, le=2100)]
Name = Annotated[str, StringConstraints(min_length=1)]

# What each index consists of, as the course calls it: the index itself first, then its parts.
MEASURES: dict[Index, tuple[str, ...]] = {
    "egdi": ("egdi", "osi", "tii", "hci", "epi"),
    "gtmi": ("gtmi", "cgsi", "psdi", "dcei", "gtei"),
    "dgi": (
        "dgi",
        "digital_design",
        "data_driven",
        "govt_as_platform",
        "open_default",
        "user_driven",
        "proactiveness",
    ),
}
PARTS = ("osi", "tii", "hci")  # whose mean the EGDI is; the EPI stands beside it
RANK = "rank"  # a measure of the EGDI that is no share
TOLERANCE = 0.001  # between the EGDI and the mean of its parts


class Publication(Strict):
    """Where a figure is published."""

    publisher: Name
    title: Name
    url: HttpUrl


class Published(Strict):
    """Something that was published about an edition of an index; `computed` when the course worked it out from the source's table."""

    index: Index
    edition: Edition
    source: Name
    computed: bool = False


class Mean(Published):
    """Unweighted means of the `n` countries of a group, by measure; `of` is "world", "sids", "oecd", or a region's number."""

    of: Annotated[str, StringConstraints(pattern=r"^(world|sids|oecd|[0-9]{3})$")]
    n: Annotated[int, Field(gt=0)] | None = None
    values: Annotated[dict[str, Share], Field(min_length=1)]


class Counts(Published):
    """How many countries are in each group."""

    groups: dict[str, Annotated[int, Field(ge=0)]]


class Limits(Strict):
    """The lowest value of each group, the best group first."""

    source: Name
    groups: dict[str, Share]

    def group(self, value: float) -> str:
        """The group of a value, 0–1."""
        return next(name for name, least in self.groups.items() if value >= least)


class Islands(Strict):
    source: Name
    countries: list[Iso3]


class Subregion(Strict):
    """Names are UN DESA's, in English."""

    id: M49
    countries: dict[Iso3, Name]


class Region(Strict):
    id: M49
    subregions: Annotated[list[Subregion], Field(min_length=1)]


class Country(Strict):
    """A member of the United Nations; `region` and `subregion` are numbers of M49."""

    id: Iso3
    name: str
    region: str
    subregion: str
    sids: bool


class Countries(Strict):
    sources: dict[str, Publication]
    limits: dict[Literal["egdi", "gtmi"], Limits]
    means: list[Mean]
    counts: list[Counts]
    islands: Islands
    regions: list[Region]
    economies: list[Iso3]

    @cached_property
    def members(self) -> dict[str, Country]:
        """The members of the United Nations, by ISO code."""
        sids = set(self.islands.countries)
        return {
            code: Country(id=code, name=name, region=region.id, subregion=one.id, sids=code in sids)
            for region in self.regions
            for one in region.subregions
            for code, name in one.countries.items()
        }

    @cached_property
    def codes(self) -> frozenset[str]:
        """All that a publisher's table may be about."""
        return frozenset({*self.members, *self.economies})

    def groups_of(self, code: str) -> dict[str, list[str]]:
        """The groups in which a country is, with their countries, the smallest first; the world is the last of them."""
        one = self.members[code]
        every = self.members.values()
        found = {
            one.subregion: [other.id for other in every if other.subregion == one.subregion],
            one.region: [other.id for other in every if other.region == one.region],
        }
        if one.sids:
            found["sids"] = [other.id for other in every if other.sids]
        return {**found, "world": list(self.members)}

    @model_validator(mode="after")
    def whole(self) -> Self:
        listed = [code for one in self.regions for part in one.subregions for code in part.countries]
        if len(listed) != 193 or len(set(listed)) != 193:
            raise ValueError(f"there are 193 members of the United Nations, and {len(set(listed))} here")
        if lost := set(self.islands.countries) - set(listed):
            raise ValueError(f"islands: there is no country {min(lost)}")
        named = {one.source for one in (*self.means, *self.counts)}
        named |= {self.islands.source, *(one.source for one in self.limits.values())}
        if lost := named - set(self.sources):
            raise ValueError(f"there is no source “{min(lost)}”")
        for mean in self.means:
            if lost := set(mean.values) - set(MEASURES[mean.index]):
                raise ValueError(f"means: the index {mean.index} has no measure {min(lost)}")
            if mean.values.keys() >= {"egdi", *PARTS} and not is_mean(mean.values):
                raise ValueError(
                    f"means: the EGDI of {mean.of}, {mean.edition}, is not the mean of its parts"
                )
        for count in self.counts:
            if count.groups.keys() != self.limits[count.index].groups.keys():  # type: ignore[index]
                raise ValueError(
                    f"counts: the groups of {count.index}, {count.edition}, are not those of its limits"
                )
        return self


def is_mean(values: dict[str, float]) -> bool:
    """Whether the EGDI is the mean of its three parts, as far as rounding allows."""
    return abs(sum(values[part] for part in PARTS) / len(PARTS) - values["egdi"]) <= TOLERANCE


@cache
def territories(language: str) -> dict[str, str]:
    """Names of countries, by ISO's three letters, and of regions, by their numbers in M49, as Babel has them in a language."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        names = Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    aliases = get_global("territory_aliases")
    three = {
        code: names[two[0]]
        for code, two in aliases.items()
        if len(code) == 3 and code.isalpha() and len(two) == 1 and two[0] in names
    }
    return {**three, **{code: name for code, name in names.items() if code.isdigit()}}
