"""Reports from the command line: files where one asked for them, one failing room stops no other."""

import subprocess
import sys

import nbformat
import pandas as pd
import pytest
from govcourse.reports import ReportError, read_batch
from govcourse.store import open_store

from tests.documents.conftest import answers_of


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A store with two rooms of a country."""
    monkeypatch.setenv("GOVCOURSE_HOME", str(tmp_path))
    store = open_store()
    codes = []
    for people in (6, 3):
        room, _ = store.rooms.add(f"Cohort of {people}", [1, 2, 3, 4, 5])
        store.rooms.change(room.code, country="Exampleland")
        who = [store.people.add(room.code).id for _ in range(people)]
        for id, answers in answers_of(people).items():
            for person, answer in zip(who, answers, strict=False):
                store.answers.save(person, id, answer, 0)
        codes.append(room.code)
    store.close()
    return tmp_path, codes


def govcourse(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "govcourse.cli", *map(str, arguments)], capture_output=True, text=True
    )


@pytest.mark.long
def test_a_cohort_s_report_with_its_notebook(home):
    folder, (code, other) = home
    done = govcourse(
        "report", "cohort", "--room", code, "--out", folder / "out", "--format", "xlsx", "--compare", other
    )
    assert done.returncode == 0, done.stderr
    assert "Codebook" in pd.read_excel(folder / "out" / f"{code}.xlsx", sheet_name=None)
    notebook = nbformat.read(folder / "out" / f"{code}.ipynb", 4)
    shown = str([cell.get("outputs") for cell in notebook.cells])
    assert "People who took part: 6" in shown and "Leadership" in shown


@pytest.mark.long
def test_a_country_s_rooms_together_and_side_by_side(home):
    folder, _ = home
    done = govcourse(
        "report", "country", "--country", "exampleland", "--out", folder / "out", "--format", "docx"
    )
    assert done.returncode == 0, done.stderr
    shown = str(
        [cell.get("outputs") for cell in nbformat.read(folder / "out" / "exampleland.ipynb", 4).cells]
    )
    assert "People who took part: 9" in shown and "Cohort of 3 (n = 3)" in shown


@pytest.mark.long
def test_in_a_batch_one_room_that_is_not_there_stops_no_other(home):
    folder, (code, other) = home
    rows = folder / "rooms.csv"
    rows.write_text(f"room,formats,folder\n{code},xlsx pptx,first\nNOROOM,xlsx,\n{other},xlsx,\n")
    done = govcourse("report", "batch", rows, "--out", folder / "out", "--workers", "2")
    assert (
        done.returncode == 1 and "2 of 3 made." in done.stdout and "There is no room NOROOM." in done.stdout
    )
    assert (folder / "out" / "first" / f"{code}.pptx").exists() and (
        folder / "out" / other / f"{other}.xlsx"
    ).exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "no row"), ("code\nABC\n", "“room”"), ("room,folder\nABC,../x\n", "inside"), ("room,formats\nABC,exe\n", "exe"),
     ("room,threshold\nABC,few\n", "threshold"), ("room\n../etc\n", "“room”")],
)  # fmt: skip
def test_a_wrong_list_of_rooms_is_told_by_its_rows(tmp_path, text, words):
    (tmp_path / "rooms.csv").write_text(text)
    with pytest.raises(ReportError, match=words):
        read_batch(tmp_path / "rooms.csv")


def test_a_room_that_is_not_there_is_told(home):
    folder, _ = home
    done = govcourse("report", "cohort", "--room", "NOROOM", "--out", folder / "out")
    assert done.returncode == 1 and "There is no room NOROOM." in done.stderr


def test_answers_from_elsewhere_are_taken_over_from_the_command_line(home):
    folder, (code, _) = home
    (folder / "s.csv").write_text("respondent,legal-6\na,3\nb,x\n")
    done = govcourse("room", "collect", code, folder / "s.csv", "--yes")
    assert done.returncode == 0 and "row 3, legal-6" in done.stdout and "1 new" in done.stdout
    assert govcourse("room", "sheet", "--out", folder / "sheet.xlsx").returncode == 0
