"""One country's figures beside the means of its groups, of what an academy loaded; and all figures as a table."""

from typing_extensions import TypedDict

from govcourse import content
from govcourse.content.country_list import MEASURES, RANK, Index, Mean
from govcourse.store import Store

COLUMNS = ("index", "edition", "country", "measure", "value")


class EditionFigures(TypedDict):
    """What an edition of an index says of a country: shares of 1 by measure, and a rank where there is one."""

    index: Index
    edition: int
    values: dict[str, float]


class CountryProfile(TypedDict):
    """`figures` is empty where nothing of the country is loaded; `means` are those of the groups to which it belongs."""

    country: str
    figures: list[EditionFigures]
    means: list[Mean]


class CountryTable(TypedDict):
    """All figures that are loaded: names of columns, and rows."""

    columns: list[str]
    rows: list[tuple[str, int, str, str, float]]


def profile(store: Store, code: str) -> CountryProfile:
    """A country by its ISO code. Raises KeyError, in words, for a code that is no member's, and StoreError."""
    if code not in content.countries().members:
        raise KeyError(f"“{code[:20]}” is the ISO code of no member of the United Nations.")
    editions: dict[tuple[str, int], EditionFigures] = {}
    for one in store.country_figures.all(code):
        begun = EditionFigures(index=_index(one.source), edition=one.edition, values={})
        editions.setdefault((one.source, one.edition), begun)["values"][one.measure] = one.value
    means = [
        mean
        for name, countries in content.countries().groups_of(code).items()
        for mean in _means(store, name, countries)
    ]
    return {"country": code, "figures": list(editions.values()), "means": means}


def table(store: Store) -> CountryTable:
    """All figures that are loaded. Raises StoreError."""
    return {"columns": list(COLUMNS), "rows": [(*one,) for one in store.country_figures.all()]}


def _means(store: Store, name: str, countries: list[str]) -> list[Mean]:
    """Means of the EGDI, by edition: the one index that has all countries, and parts whose means say something."""
    found: dict[int, dict[str, float]] = {}
    n: dict[int, int] = {}
    for one in store.country_figures.means("egdi", countries):
        if one.measure != RANK:
            found.setdefault(one.edition, {})[one.measure] = round(one.value, 4)
        if one.measure == "egdi":
            n[one.edition] = one.n
    return [
        Mean(
            index="egdi", edition=edition, source="egdi", computed=True, of=name, n=n[edition], values=values
        )
        for edition, values in found.items()
    ]


def _index(source: str) -> Index:
    """The index of this name, which the store keeps as text."""
    return next(name for name in MEASURES if name == source)
