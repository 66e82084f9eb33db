"""Cells that compute, in each host: a chart is drawn, and follows what one sets, where there is no kernel too."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Book, Lab, Voila
from tests.e2e.helpers import ready, run_all, saved

CELLS = {  # a chart with a slider of each session, by what its message begins with
    1: "The average rises",
    2: "A little more time",
    3: "Digital alone reaches",
    4: "By the workshop's formula",
    5: "A change begins slowly",
}


def opened(page, session):
    """The first chart of a session, drawn."""
    chart = page.locator("[data-govcourse-chart]", has_text=CELLS[session])
    chart.wait_for(timeout=60_000)
    chart.scroll_into_view_if_needed()
    chart.locator("svg").first.wait_for()
    return chart


@pytest.mark.parametrize(
    ("where", "session"),
    [
        pytest.param(where, session, marks=[] if session == 4 else pytest.mark.long)
        for where in ("book", "voila")
        for session in CELLS
    ],
)
def test_a_chart_follows_a_slider_without_a_script_of_voila_s(where, session, request, context, strangers):
    asked = []
    context.on("request", lambda one: asked.append(one.url))
    if where == "voila":
        page = Voila(context, request.getfixturevalue("course")).open("", session)
        page.locator("[data-cell]").first.scroll_into_view_if_needed()
    else:
        page = Book(context, request.getfixturevalue("book_site")).open("", session)
    chart = opened(page, session)
    slider = chart.get_by_role("slider").first
    slider.wait_for()
    marks = chart.locator("svg [role='graphics-object']").first
    before = marks.inner_html()
    slider.focus()
    slider.press("End")
    page.wait_for_function(
        "([marks, before]) => marks.innerHTML !== before", arg=[marks.element_handle(), before]
    )
    assert not [url for url in asked if "/voila/static/" in url]


@pytest.mark.long
def test_in_the_book_the_code_of_a_chart_can_be_opened_and_that_of_an_exercise_is_not_there(
    context, book_site
):
    page = Book(context, book_site).open("", 5)
    opened(page, 5)
    offers = page.locator(".cell details:visible", has_text="Show the code")
    assert offers.count() == page.locator("[data-govcourse-chart]").count()
    offers.first.locator("summary").click()
    assert page.get_by_text('t = words("spread")').is_visible()


@pytest.mark.long
@pytest.mark.parametrize("session", CELLS)
def test_jupyterlab_draws_the_charts_of_cells_that_were_run(session, lab, context, strangers):
    page = Lab(context, lab).open("", session)
    run_all(page)
    page.locator(".jp-RenderedVegaCommon5, .vega-embed").first.locator("svg, canvas").first.wait_for(
        timeout=60_000
    )


@pytest.mark.long
def test_a_learner_answers_runs_all_changes_one_number_and_sees_the_chart_change(lab, context, strangers):
    host = Lab(context, lab)
    page = host.open("", 4)
    exercise = ready(page, "value-feasibility")
    exercise.get_by_label("Add a solution").fill("Mobile team")
    exercise.get_by_label("Add a solution").press("Enter")
    exercise.get_by_role("button", name="Place 1. Mobile team").click()
    exercise.get_by_role("button", name="Details of Mobile team").last.click()
    for label, value in (("Benefits", "100"), ("Costs", "40"), ("Probability of success (0–1)", "0.6")):
        exercise.get_by_label(label, exact=True).fill(value)
        exercise.get_by_label(label, exact=True).press("Tab")
    page.keyboard.press("Escape")
    saved(exercise)
    run_all(page)
    cell = page.locator(".jp-CodeCell", has=page.locator("svg text", has_text="Whether it works"))
    title = cell.locator("svg text", has_text="Your answers: “Mobile team” is worth")
    title.wait_for(timeout=60_000)
    before = title.text_content()
    cell.locator(".jp-Placeholder").first.click()
    cell.locator(".cm-line", has_text="0.8, 1, 1.6, 5000)").click()
    for key in ("End", *["ArrowLeft"] * len(", 5000)"), *["Backspace"] * len("1.6")):
        page.keyboard.press(key)
    page.keyboard.type("2.5")
    page.keyboard.press("Shift+Enter")
    expect(title).not_to_have_text(before, timeout=30_000)
    assert (value_of(before), value_of(title.text_content())) == (23, 11)


def value_of(title):
    return int(re.search(r"is worth (-?\d+) on average", title)[1])
