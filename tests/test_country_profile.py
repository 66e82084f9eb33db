"""One country beside the means of its groups, of what is loaded."""

from pathlib import Path

import pytest
from govcourse import content, country_files, country_profile, kinds
from govcourse.store import CountryFigure, open_store

from tests.kinds.test_shapes import has

SHARED = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture
def store():
    opened = open_store("sqlite://")
    yield opened
    opened.close()


def figures(code, egdi, edition=2024):
    values = {"egdi": egdi, "osi": egdi, "tii": egdi, "hci": egdi, "rank": 7}
    return [CountryFigure("egdi", edition, code, name, value) for name, value in values.items()]


def test_a_country_has_its_figures_by_edition_and_the_means_of_its_groups(store):
    gtmi = [CountryFigure("gtmi", 2025, "FJI", "gtmi", 0.5)]
    store.country_figures.replace([*figures("FJI", 0.6), *figures("TON", 0.5), *figures("FRA", 0.9), *gtmi])
    found = country_profile.profile(store, "FJI")
    assert [(one["index"], one["edition"]) for one in found["figures"]] == [("egdi", 2024), ("gtmi", 2025)]
    assert found["figures"][0]["values"]["rank"] == 7
    means = {one.of: (one.values["egdi"], one.n) for one in found["means"]}
    assert means == {"054": (0.6, 1), "009": (0.55, 2), "sids": (0.55, 2), "world": (0.6667, 3)}
    assert "rank" not in found["means"][0].values
    has(country_profile.CountryProfile, kinds.plain(found))


def test_without_anything_loaded_there_is_nothing_to_compare(store):
    assert country_profile.profile(store, "FJI") == {"country": "FJI", "figures": [], "means": []}
    assert country_profile.table(store)["rows"] == []


def test_a_code_that_is_no_members_is_refused(store):
    with pytest.raises(KeyError, match="“XKX” is the ISO code of no member"):
        country_profile.profile(store, "XKX")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the publishers' tables are not there")
def test_the_means_of_the_publishers_table_are_those_that_the_course_ships(store):
    store.country_figures.replace(country_files.read((SHARED / "egdi-2018-2024.csv").read_bytes()).figures)
    loaded = {
        (one.of, one.edition): one.values
        for code in ("FJI", "FRA", "JPN", "KEN", "PER")
        for one in country_profile.profile(store, code)["means"]
    }
    published = [one for one in content.countries().means if one.index == "egdi"]
    assert len(published) == 14
    for mean in published:
        for measure, value in mean.values.items():
            assert loaded[mean.of, mean.edition][measure] == pytest.approx(value, abs=0.00015)
