"""What publishers say of countries is kept by edition, on every backend."""

import pytest
import sqlalchemy as sa
from govcourse.store import CountryFigure, StoreError, open_store
from govcourse.store.archive import backup
from govcourse.store.migrate import FOLDER

OLD = [
    CountryFigure("egdi", 2022, "KEN", "egdi", 0.5),
    CountryFigure("egdi", 2022, "TZA", "egdi", 0.25),
    CountryFigure("egdi", 2022, "KEN", "rank", 113),
]
NEW = [CountryFigure("egdi", 2024, "KEN", "egdi", 0.625)]
OTHER = [CountryFigure("gtmi", 2022, "KEN", "gtmi", 0.75)]


def loaded(store):
    for figures in (OLD, NEW, OTHER):
        store.country_figures.replace(figures)
    return store.country_figures


def test_a_newer_edition_replaces_nothing_but_its_own(any_store):
    figures = loaded(any_store)
    figures.replace([CountryFigure("egdi", 2024, "TZA", "egdi", 0.4)])
    assert figures.editions() == [("egdi", 2022, 2), ("egdi", 2024, 1), ("gtmi", 2022, 1)]
    assert figures.all("KEN") == [OLD[0], OLD[2], OTHER[0]]
    assert len(figures.all()) == 5


def test_means_are_of_the_countries_that_have_a_figure(any_store):
    found = loaded(any_store).means("egdi", ["KEN", "TZA", "FRA"])
    assert found == [(2022, "egdi", 0.375, 2), (2022, "rank", 113, 1), (2024, "egdi", 0.625, 1)]
    assert any_store.country_figures.means("egdi", []) == []


def test_an_edition_is_removed_or_all_of_an_index(any_store):
    figures = loaded(any_store)
    assert figures.remove("egdi", 2024) == 1 and figures.remove("egdi", 2024) == 0
    assert figures.remove("egdi") == 3
    assert figures.editions() == [("gtmi", 2022, 1)]


def test_what_cannot_be_kept_whole_changes_nothing(any_store):
    figures = loaded(any_store)
    with pytest.raises((sa.exc.IntegrityError, StoreError)):
        figures.replace([*NEW, *NEW])
    assert figures.all("KEN") == [OLD[0], OLD[2], *NEW, *OTHER]


def test_an_archive_leaves_it_out(any_store):
    loaded(any_store)
    assert "country_figures" not in backup(any_store)["tables"]


def test_the_table_comes_and_goes_with_its_migration(any_store):
    from alembic import command
    from alembic.config import Config

    engine = any_store.database.engine
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
        assert not sa.inspect(connection).has_table("country_figures")
        command.upgrade(config, "0006")
    loaded(any_store)
    assert len(open_store_again(any_store).country_figures.all()) == 5


def open_store_again(store):
    """The same, unless it is in memory, which no other connection sees."""
    return open_store(str(store.database.url)) if store.database.file else store
