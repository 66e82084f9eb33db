"""Figures of countries for notebooks: what an academy loaded, or the means that were published."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.request import urlopen

from govcourse import kernel_environment

if TYPE_CHECKING:
    import pandas as pd

    from govcourse.country_profile import CountryTable

COLUMNS = ["country", "name", "region", "subregion", "own", "index", "edition", "measure", "value", "source"]
PATIENCE = 30  # seconds for the course server


def countries(language: str = "en", country: str = "") -> "pd.DataFrame":
    """What UN DESA, the World Bank and the OECD publish of countries, as a tidy frame: a row for each figure.

    With files that an academy loaded (`govcourse countries load`) the rows are single countries; without any, and in the
    book, they are the published means of groups of countries, whose `country` is missing.

    Columns: `country` (ISO 3166-1, three letters), `name` (of the country or group, in `language`), `region` and `subregion`
    (United Nations M49), `own` (whether the row is about `country`, its name or its ISO code, or about a group in which it is), `index` ("egdi", "gtmi" or "dgi"), `edition` (its year), `measure`, `value` and `source` (the
    publisher, and whether the course computed it). A value is a share from 0 to 1, but for the measure "rank", a place. The
    EGDI ("egdi") is the mean of "osi" (online services), "tii" (telecommunication) and "hci" (human capital); all of them are
    relative to the other countries of an edition, and the three parts of 2024 have other contents than those of 2022.

    Sources: UN DESA, E-Government Knowledgebase; World Bank, GovTech Dataset; OECD, Digital Government Index. Addresses are
    in data/countries.yaml.

    Raises StoreError when this computer's store cannot be read, and OSError when the course server does not answer.

    >>> from govcourse import countries
    >>> every = countries()
    >>> world = every[(every["name"] == "World") & (every["measure"] == "egdi")]
    >>> world[["edition", "value"]].to_string(index=False)
    ' edition  value\\n    2018 0.5491\\n    2020 0.5988\\n    2022 0.6102\\n    2024 0.6382'
    """
    import pandas as pd

    loaded, code = _loaded(), _code(country, language)
    rows = list(_figures(loaded, language, code) if loaded and loaded["rows"] else _published(language, code))
    frame = pd.DataFrame(rows, columns=COLUMNS)
    texts = [name for name in COLUMNS if name not in ("own", "edition", "value")]
    return frame.astype(
        {**dict.fromkeys(texts, "string"), "own": "bool", "edition": "int64", "value": "float64"}
    )


def _loaded() -> "CountryTable | None":
    """From the course server that started this kernel, or this computer's store; None for the book."""
    if server := kernel_environment.server():
        with urlopen(f"{server}/api/countries", timeout=PATIENCE) as answer:
            told: CountryTable = json.load(answer)
        return told
    if kernel_environment.for_book():
        return None
    from govcourse import country_profile
    from govcourse.store import open_store

    store = open_store()
    try:
        return country_profile.table(store)
    finally:
        store.close()


def _code(country: str, language: str) -> str:
    """The ISO code of a country that is called so, or has this code; "" for none."""
    from govcourse import content

    asked, names = country.strip().casefold(), (content.country_names(language), content.country_names())
    codes = content.countries().codes
    called = {name.casefold(): code for some in names for code, name in some.items() if code in codes}
    return asked.upper() if asked.upper() in codes else called.get(asked, "")


def _figures(loaded: "CountryTable", language: str, own: str) -> Iterator[tuple[object, ...]]:
    from govcourse import content

    names, every = content.country_names(language), content.countries()
    for index, edition, code, measure, value in loaded["rows"]:
        one, publisher = every.members.get(code), every.sources[PUBLISHED[index]].publisher
        places = (names[one.region], names[one.subregion]) if one else (None, None)
        yield code, names.get(code, code), *places, code == own, index, edition, measure, value, publisher


def _published(language: str, own: str) -> Iterator[tuple[object, ...]]:
    from govcourse import content

    names, every, t = (
        content.country_names(language),
        content.countries(),
        content.texts(language)["countries"],
    )
    groups = every.groups_of(own) if own in every.members else {}
    region_of = {part.id: region.id for region in every.regions for part in region.subregions}
    for mean in every.means:
        name = names[mean.of] if mean.of.isdigit() else t[f"group_{mean.of}"]
        region = region_of.get(mean.of, mean.of) if mean.of.isdigit() else ""
        source = every.sources[mean.source].publisher
        source = t["computed_from"].format(source=source) if mean.computed else source
        for measure, value in mean.values.items():
            yield (
                None, name, names.get(region), names[mean.of] if mean.of in region_of else None,
                mean.of in groups, mean.index, mean.edition, measure, value, source,
            )  # fmt: skip


PUBLISHED = {
    "egdi": "egdi",
    "gtmi": "gtmi",
    "dgi": "dgi-2023",
}  # the source of each index, in data/countries.yaml
