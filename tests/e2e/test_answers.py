"""Answers that were entered are computed with, in JupyterLab and on the course server, and a cell puts them back."""

import httpx
import nbformat
import pytest

from tests.e2e.helpers import ready, run_all, saved
from tests.running import course_that_computes, server

OBSERVES = """
import ipywidgets
from govcourse import answers
told = ipywidgets.Label("nothing yet")
def show(mine):
    told.value = f"In the frame: {mine.frame()['words'].sum()} words for goal {mine.frame()['goal'].to_list()}"
answers("sdg-pitch").observe(show)
told
"""
SAVES = """
button = ipywidgets.Button(description="Put back")
def put_back(_):
    mine = answers("sdg-pitch")
    mine.answer = {**mine.answer, "pitch": "A cell wrote this."}
button.on_click(put_back)
button
"""
DRAWS = """
from govcourse import answers, content
mine = answers("{activity}")
mine.save(content.activity("{activity}").example)
mine.chart()
"""


def compute_and_put_back(page):
    page.get_by_text("nothing yet").wait_for()
    exercise = ready(page, "sdg-pitch")
    exercise.get_by_label("Your one-minute pitch").fill("Three words here")
    saved(exercise)
    page.get_by_text("In the frame: 3 words").wait_for()
    page.get_by_role("button", name="Put back").click()
    page.get_by_text("In the frame: 4 words").wait_for()
    return exercise


def run_in_lab(context, lab, name, *cells):
    """A notebook of these cells, opened in JupyterLab and run."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one) for one in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    file = {"type": "notebook", "format": "json", "content": notebook}
    httpx.put(f"{lab}/api/contents/{name}.ipynb?token=lab", json=file).raise_for_status()
    page = context.new_page()
    page.goto(f"{lab}/lab/tree/{name}.ipynb?reset&token=lab")
    run_all(page)
    return page


def test_in_jupyterlab_a_cell_sees_what_is_entered_and_the_exercise_what_a_cell_saves(context, lab):
    show = 'from govcourse import exercise\nshown = exercise("sdg-pitch")\nshown'  # not what runs by itself
    exercise = compute_and_put_back(run_in_lab(context, lab, "computing", show, OBSERVES, SAVES))
    assert exercise.get_by_label("Your one-minute pitch").input_value() == "A cell wrote this."


@pytest.mark.long
@pytest.mark.parametrize("activity", ["dtca", "value-feasibility"])
def test_jupyterlab_draws_the_chart_of_an_exercise_and_goes_on(context, lab, strangers, activity):
    page = run_in_lab(
        context, lab, f"chart-{activity}", DRAWS.format(activity=activity), "print(6 * 7, 'goes on')"
    )
    page.locator(".jp-OutputArea canvas, .jp-OutputArea svg.marks").first.wait_for()
    assert page.get_by_text("42 goes on").is_visible()


@pytest.mark.long
def test_on_the_course_server_a_cell_sees_what_the_page_saves(context, tmp_path):
    root = course_that_computes(tmp_path, OBSERVES, SAVES)
    with server(tmp_path / "home", computes=True, GOVCOURSE_ROOT=str(root)) as address:
        page = context.new_page()
        page.goto(f"{address}/sessions/1")
        page.locator("[data-cell]").first.scroll_into_view_if_needed()
        compute_and_put_back(page)
        page.reload()
        exercise = ready(page, "sdg-pitch")
        assert exercise.get_by_label("Your one-minute pitch").input_value() == "A cell wrote this."
        page.close()
