"""A cell computes with answers where nobody looks at it: under papermill, and in the kernels that make the book."""

import nbformat
import papermill
import pytest
from govcourse.store import open_store

CELLS = (
    "goal = 1",
    "from govcourse import answers, exercise\nexercise('sdg-pitch')",
    "mine = answers('sdg-pitch')\nprint('before', mine.frame()['goal'].to_list())",
)
SAVES = "mine.save({'goal': goal})\nprint('after', mine.frame()['goal'].to_list())"


@pytest.fixture
def run(tmp_path):
    """What the cells print, with these parameters."""

    def executed(*cells, **parameters):
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one) for one in cells])
        notebook.cells[0].metadata["tags"] = ["parameters"]
        notebook.metadata["kernelspec"] = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        nbformat.write(notebook, tmp_path / "in.ipynb")
        made = papermill.execute_notebook(
            tmp_path / "in.ipynb",
            tmp_path / "out.ipynb",
            parameters=parameters,
            progress_bar=False,
            log_output=False,
        )
        return str([cell.get("outputs") for cell in made.cells])

    return executed


def test_under_papermill_a_cell_computes_with_this_computer_s_answers_and_saves_them(run):
    printed = run(*CELLS, SAVES, goal=7)
    assert "before []" in printed and "after [7]" in printed
    store = open_store()
    assert store.answers.get("local", "sdg-pitch")[0] == {"goal": 7}
    store.close()


def test_in_the_book_a_cell_computes_with_the_example_and_the_exercise_is_the_page_s(run, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_BOOK", "1")
    printed = run(*CELLS, "mine")
    assert "before [16]" in printed and 'data-govcourse-mount="sdg-pitch"' in printed
    assert "as the book keeps no answers" in printed and "widget-view" not in printed
