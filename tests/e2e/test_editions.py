"""An edition from right to left in a real browser: the server's pages and an exercise, at phone size."""

import pytest
from govcourse.translate import prepare

from tests import pseudo
from tests.e2e.helpers import ready, saved, serious
from tests.running import TOKEN, server

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def arabic(tmp_path_factory):
    folder = tmp_path_factory.mktemp("locale")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GOVCOURSE_LOCALE", str(folder))
        prepare("ar", chapters=False)
    pseudo.translate(folder, "ar")
    with server(
        tmp_path_factory.mktemp("home"), GOVCOURSE_LOCALE=str(folder), GOVCOURSE_LANGUAGE="ar"
    ) as address:
        yield address


def test_pages_run_from_right_to_left_and_fit_a_phone(browser, arabic):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    for path in ("/", "/join", "/cases/medellin", f"/facilitator?token={TOKEN}", "/verify"):
        page.goto(f"{arabic}{path}")
        assert page.evaluate(
            "[document.documentElement.lang, getComputedStyle(document.body).direction]"
        ) == ["ar", "rtl"]
        assert "أب" in page.locator("h1").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        assert serious(page, "html") == []
    context.close()


def test_an_exercise_in_voila_speaks_the_edition_s_language(context, arabic):
    page = context.new_page()
    page.goto(f"{arabic}/sessions/4")
    poll = ready(page, "risk-poll")
    assert poll.locator("h3").inner_text().startswith("أب")
    assert poll.evaluate("element => getComputedStyle(element).direction") == "rtl"
    poll.get_by_role("radio").first.press("Space")
    saved(poll)
    assert "أب" in poll.locator(".gc-status").inner_text()
