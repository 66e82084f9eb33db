"""JupyterLab as a learner meets it: it opens with a page that says what to press, and leads on."""

from tests.e2e.helpers import run_all


def test_jupyterlab_opens_with_a_page_that_says_what_to_press_and_leads_to_the_sessions(
    lab, context, strangers
):
    page = context.new_page()
    page.goto(f"{lab}/?token=lab")
    page.get_by_role("heading", name="Welcome").wait_for()
    run_all(page)
    page.get_by_role("link", name="Session 2.").click()
    page.get_by_role("heading", name="Session 2. Capacities, principles and road maps").wait_for()


def test_a_card_of_a_case_leads_to_the_whole_case(lab, context, strangers):
    page = context.new_page()
    page.goto(f"{lab}/lab/tree/further-cases.ipynb?reset&token=lab")
    run_all(page)
    page.locator(".gc-case-cards a").first.click()
    page.get_by_role("heading", name="Sources").wait_for()
