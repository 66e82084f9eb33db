"""JupyterLab as a learner meets it: it opens with a page that says what to press, leads on, and shows exercises by itself."""

import httpx
import pytest

from tests.e2e.helpers import ready, saved


@pytest.mark.long
def test_jupyterlab_opens_with_a_page_that_says_what_to_press_and_leads_to_the_sessions(
    lab, context, strangers
):
    page = context.new_page()
    page.goto(f"{lab}/?token=lab")
    page.get_by_role("heading", name="Welcome").wait_for()
    page.get_by_role("link", name="Session 2.").click()
    page.get_by_role("heading", name="Session 2. Capacities, principles and road maps").wait_for()


@pytest.mark.long
def test_a_card_of_a_case_leads_to_the_whole_case(lab, context, strangers):
    page = context.new_page()
    page.goto(f"{lab}/lab/tree/further-cases.ipynb?reset&token=lab")
    page.locator(".gc-case-cards a").first.click()
    page.get_by_role("heading", name="Sources").wait_for()


@pytest.mark.long
def test_exercises_are_there_when_a_notebook_opens_also_once_their_kernel_has_gone(lab, context, strangers):
    page = context.new_page()
    page.goto(f"{lab}/lab/tree/session-1.ipynb?reset&token=lab")
    exercise = ready(page, "sdg-pitch")
    page.wait_for_function(
        "[...document.fonts].some((one) => /^.?Course Sans.?$/.test(one.family) && one.status == 'loaded')"
    )
    exercise.get_by_label("Your one-minute pitch").fill("Every visit counts.")
    saved(exercise)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+s")
    page.locator(".jp-NotebookPanel:not(.jp-mod-dirty)").first.wait_for()
    with httpx.Client(base_url=lab, headers={"Authorization": "token lab"}) as client:
        for one in client.get("/api/sessions").json():
            client.delete(f"/api/sessions/{one['id']}").raise_for_status()
    page.reload()
    again = ready(page, "sdg-pitch")
    assert again.get_by_label("Your one-minute pitch").input_value() == "Every visit counts."
    assert page.get_by_text("Error displaying widget").count() == 0
    computes = page.locator(".jp-CodeCell", has_text="import altair").first
    assert not computes.locator(".jp-OutputArea-output").count()  # nobody asked for it
