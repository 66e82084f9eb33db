"""Countries, their regions, and what was published about all of them."""

from pathlib import Path

import pytest
import yaml
from govcourse import content
from govcourse.content.country_list import Countries, is_mean, territories

FILE = Path(__file__).parents[2] / "data" / "countries.yaml"


def changed(**more):
    return Countries.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")) | more)


def test_the_members_of_the_united_nations_are_listed_by_region():
    found = content.countries().members
    assert len(found) == 193
    fiji = found["FJI"]
    assert (fiji.name, fiji.region, fiji.subregion, fiji.sids) == ("Fiji", "009", "054", True)
    assert sum(one.sids for one in found.values()) == 37 and not found["BHR"].sids


def test_a_country_is_compared_with_sub_region_region_small_islands_and_the_world():
    groups = content.countries().groups_of("FJI")
    assert {name: len(group) for name, group in groups.items()} == {
        "054": 4,
        "009": 14,
        "sids": 37,
        "world": 193,
    }
    assert "sids" not in content.countries().groups_of("FRA")


def test_countries_and_regions_are_named_in_each_language_as_babel_has_them():
    assert content.country_names()["CIV"] == "Côte d'Ivoire"
    french = content.country_names("fr")
    assert (french["DEU"], french["014"]) == ("Allemagne", "Afrique orientale")
    assert territories("zz")["DEU"] == "Germany"


def test_the_published_means_are_means_of_their_parts_and_have_a_source():
    every = content.countries()
    for mean in every.means:
        assert mean.source in every.sources
        if {"egdi", "osi", "tii", "hci"} <= mean.values.keys():
            assert is_mean(mean.values)
    (world,) = [one for one in every.means if (one.index, one.edition, one.of) == ("egdi", 2024, "world")]
    assert world.computed and world.values["egdi"] == 0.6382


def test_counts_add_up_to_the_countries_of_an_edition():
    sums = {(one.index, one.edition): sum(one.groups.values()) for one in content.countries().counts}
    assert {sums["egdi", year] for year in (2018, 2020, 2022, 2024)} == {193}
    assert (sums["gtmi", 2022], sums["gtmi", 2025]) == (198, 197)


def test_a_value_is_in_the_group_whose_limit_it_reaches():
    limits = content.countries().limits["egdi"]
    assert [limits.group(value) for value in (1, 0.75, 0.7499, 0.5, 0.25, 0)] == [
        "very-high", "very-high", "high", "high", "middle", "low",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "more, problem",
    [
        ({"regions": [{"id": "002", "subregions": [{"id": "014", "countries": {"KEN": "Kenya"}}]}]}, "193"),
        ({"islands": {"source": "islands", "countries": ["XXX"]}}, "no country XXX"),
        ({"islands": {"source": "nowhere", "countries": []}}, "no source “nowhere”"),
        ({"means": [{"index": "egdi", "edition": 2024, "of": "world", "source": "egdi", "values": {"gtmi": 0.5}}]}, "no measure gtmi"),
        (
            {"means": [{"index": "egdi", "edition": 2024, "of": "world", "source": "egdi", "values": {"egdi": 0.6, "osi": 0.5, "tii": 0.5, "hci": 0.5}}]},
            "not the mean",
        ),
        ({"counts": [{"index": "gtmi", "edition": 2025, "source": "gtmi", "groups": {"A": 1}}]}, "not those of its limits"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_refused(more, problem):
    with pytest.raises(ValueError, match=problem):
        changed(**more)
