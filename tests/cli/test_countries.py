"""`govcourse countries`: what is loaded is listed and removed, and a bad file changes nothing."""

import pytest
from govcourse.cli import app
from typer.testing import CliRunner

from tests.test_country_files import egdi, gtmi


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_DATABASE", f"sqlite:///{tmp_path / 'course.db'}")
    return lambda *words: CliRunner().invoke(app, ["countries", *map(str, words)])


@pytest.fixture
def files(tmp_path):
    """Names of files with what is in them."""

    def write(**texts):
        paths = []
        for name, text in texts.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
            paths.append(tmp_path / f"{name}.csv")
        return paths

    return write


GTMI = gtmi("KEN,Kenya,2025,B,0.6,0.5,0.6,0.7,0.6")


def test_files_are_loaded_and_listed_with_what_was_left(run, files):
    assert "Nothing is loaded" in run().output
    loaded = run("load", *files(first=egdi("KEN,,,,2024,,,,,,,"), second=GTMI))
    assert loaded.exit_code == 0
    assert "first.csv: egdi 2024: 192 countries taken." in loaded.output
    assert "1 rows left out: line " in loaded.output and "KEN: no figure in this edition" in loaded.output
    assert run().output.split() == "egdi 2024 192 countries gtmi 2025 1 countries".split()
    assert run("list").output == run().output


def test_a_bad_file_among_others_changes_nothing(run, files):
    ended = run("load", *files(good=GTMI, bad="a,b\n1,2"))
    assert ended.exit_code == 1 and "bad.csv: The header" in ended.output
    assert "Nothing is loaded" in run().output
    missing = run("load", "nowhere.csv")
    assert missing.exit_code == 1 and "No such file" in missing.output


def test_an_edition_that_is_left_does_not_touch_what_is_loaded(run, files):
    run("load", *files(whole=egdi(year=2022)))
    again = run("load", *files(part=egdi("KEN", year=2022) + egdi().partition("\n")[2].join(["\n", ""])))
    assert "egdi 2022: left out, as it lists 192 of 193 States; KEN are missing." in again.output
    assert "egdi  2022   193 countries" in run().output and "egdi  2024   193 countries" in run().output


def test_an_edition_is_removed(run, files):
    run("load", *files(first=GTMI))
    assert run("remove", "egdi", "--yes").exit_code == 1
    assert "Nothing of gtmi 2022 is loaded." in run("remove", "gtmi", "2022", "--yes").output
    assert "5 figures of gtmi 2025" in run("remove", "gtmi", "2025", "--yes").output
    assert "Nothing is loaded" in run().output
