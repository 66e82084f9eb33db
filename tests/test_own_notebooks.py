"""A reader's copy of the notebooks follows the course, and keeps what the reader changed."""

import json
import shutil

import nbformat
import pytest
from govcourse import content, own_notebooks


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course of one notebook, and the folder of its reader."""
    root = tmp_path / "course"
    (root / "notebooks").mkdir(parents=True)
    shutil.copy(content.root() / "notebooks" / "session-1.ipynb", root / "notebooks")
    monkeypatch.setattr(content, "root", lambda: root)
    return root / "notebooks" / "session-1.ipynb", tmp_path / "mine"


def edit(path, text, outputs=()):
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source = text
    next(cell for cell in notebook.cells if cell.cell_type == "code").outputs = list(outputs)
    nbformat.write(notebook, path)


def first(path):
    return nbformat.read(path, as_version=4).cells[1].source


def test_what_a_reader_left_as_it_was_follows_the_course_also_when_it_was_run(course):
    ours, mine = course
    assert own_notebooks.copy(mine, "en") == []
    edit(mine / ours.name, first(ours), [nbformat.v4.new_output("stream", text="6")])
    edit(ours, "# A new edition")
    assert own_notebooks.copy(mine, "en") == []
    assert first(mine / ours.name) == "# A new edition"


def test_what_a_reader_changed_stays_and_the_new_edition_is_put_beside_once(course):
    ours, mine = course
    own_notebooks.copy(mine, "en")
    edit(mine / ours.name, "# Mine")
    assert own_notebooks.copy(mine, "en") == []
    edit(ours, "# A new edition")
    beside = mine / "session-1-new.ipynb"
    assert own_notebooks.copy(mine, "en") == [beside]
    assert own_notebooks.copy(mine, "en") == []
    assert (first(mine / ours.name), first(beside)) == ("# Mine", "# A new edition")
    edit(beside, "# Mine as well")
    edit(ours, "# A third edition")
    assert own_notebooks.copy(mine, "en") == []
    assert (first(mine / ours.name), first(beside)) == ("# Mine", "# Mine as well")


@pytest.mark.parametrize("spoiled", ["", "not a notebook", json.dumps({"cells": 3})])
def test_a_file_that_is_no_notebook_any_more_is_nobody_s_to_overwrite(course, spoiled):
    ours, mine = course
    own_notebooks.copy(mine, "en")
    (mine / ours.name).write_text(spoiled, encoding="utf-8")
    own_notebooks.copy(mine, "en")
    assert (mine / ours.name).read_text(encoding="utf-8") == spoiled


def test_a_record_that_is_lost_loses_nothing(course):
    ours, mine = course
    own_notebooks.copy(mine, "en")
    edit(mine / ours.name, "# Mine")
    (mine / own_notebooks.GIVEN).write_text("[", encoding="utf-8")
    assert own_notebooks.copy(mine, "en") == [mine / "session-1-new.ipynb"]
    assert first(mine / ours.name) == "# Mine"
