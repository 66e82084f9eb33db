"""The notebook for a room's analysts: it runs with a room and without one, and its titles say what its data say."""

import json

import nbformat
import papermill
import pytest
from govcourse import content

from tests.jupyter.conftest import room_of

PATH = content.root() / "notebooks" / "analysis.ipynb"
PARAMETERS = ["room_code", "key", "server", "language", "session"]


def cells(kind):
    return [one for one in nbformat.read(PATH, 4).cells if one.cell_type == kind]


@pytest.fixture
def run(tmp_path):
    """What is shown, cell by cell; what a filter fills is in its widget."""

    def ran(**parameters):
        made = papermill.execute_notebook(
            PATH, tmp_path / "out.ipynb", parameters=parameters, progress_bar=False, log_output=False, cwd=tmp_path
        )  # fmt: skip
        widgets = made.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {})
        filled = [one["state"].get("outputs") for one in widgets.get("state", {}).values()]
        return json.dumps([[one.get("outputs") for one in made.cells], filled], ensure_ascii=False)

    return ran


def test_its_cells_are_short_clean_and_its_parameters_stand_first():
    first = cells("code")[0]
    assert "parameters" in first.metadata["tags"]
    assert [line.split(" =")[0] for line in first.source.splitlines()] == PARAMETERS
    for one in cells("code"):
        assert one.outputs == [] and one.execution_count is None and len(one.source.splitlines()) <= 15
        assert "hide-input" in one.metadata["tags"] and one.metadata["jupyter"]["source_hidden"]


def test_without_a_room_it_runs_and_says_what_to_do(run):
    shown = run(session=4)
    assert '"output_type": "error"' not in shown
    assert "There is no room to look at yet." in shown and "This needs a room" in shown


def test_with_a_room_its_charts_say_what_people_answered(run):
    code, key = room_of({"dtca": 6, "obstacles-poll": 6, "value-feasibility": 1, "sdg-pitch": 4})
    shown = run(room_code=code, key=key)
    assert '"output_type": "error"' not in shown
    assert "Exercises with enough answers to look at: 3 of 4" in shown
    assert "People agree most about" in shown and "They disagree most about this:" in shown
    assert "is rated highest" in shown and "promises most: 66,000" in shown
    assert "6 of 6 answered" in shown and "Cumbersome regulations or procedures" in shown


def test_where_too_few_answered_it_says_so_and_shows_nothing_of_them(run):
    code, key = room_of({"dtca": 4, "risk-poll": 4})
    shown = run(room_code=code, key=key, session=1)
    assert '"output_type": "error"' not in shown and "too few answered" in shown
    assert (
        "No exercise here has enough answers yet." in shown and "In a pilot with two districts" not in shown
    )
