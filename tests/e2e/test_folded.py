"""A session's page with its exercises folded to cards, on the course server and in the book."""

import json
import re

import pytest
from govcourse import content
from playwright.sync_api import expect

from tests.e2e.conftest import Book, Voila
from tests.e2e.helpers import PAGES, saved, serious

FILLED = 4  # the session with the longest exercises


@pytest.fixture(params=["course", pytest.param("book_site", marks=pytest.mark.long)])
def folded(request, context):
    """Whoever opens the pages of one of the two, at a desk."""
    address = request.getfixturevalue(request.param)
    context.set_default_timeout(15_000)
    return (Voila if request.param == "course" else Book)(context, address)


def opened(host, session, hash=""):
    page = host.open("", session)
    page.set_viewport_size({"width": 1440, "height": 900})
    if hash:
        page.goto(f"{page.url}{hash}")
        page.reload()
    return page


def card(page, id):
    return page.locator(f'details[data-card="{id}"]')


def answered(page, host, answers):
    """The page again, with these answers."""
    if isinstance(host, Book):
        store = {"format": "govcourse-answers", "version": 1, "saved": "", "answers": answers}
        page.evaluate("store => localStorage.setItem('govcourse-answers', store)", json.dumps(store))
    else:
        for id, answer in answers.items():
            path = f"{host.course}/api/me/answers/{id}"
            assert page.request.put(path, data={"answer": answer, "version": 0}).ok, id
    page.reload()


@pytest.mark.long
def test_every_session_is_short_and_its_first_exercise_near_its_top(folded):
    for session in range(1, 6):
        page = opened(folded, session)
        assert page.locator("details[data-card][open]").count() == 0
        assert page.evaluate("document.documentElement.scrollHeight") <= 16_000, session
        assert page.locator("details[data-card]").first.bounding_box()["y"] <= 1350, session
        page.close()


@pytest.mark.long
def test_an_address_opens_its_exercise_and_a_link_another_one(folded):
    page = opened(folded, 4, "#action-plan")
    plan = page.locator('[data-exercise="action-plan"][data-state="ready"]')
    plan.wait_for()
    page.wait_for_function(
        "one => Math.abs(one.getBoundingClientRect().top) < 300", arg=plan.element_handle()
    )
    assert page.locator("[data-exercise]").count() == 1
    page.evaluate("location.hash = 'exercise-pathway'")
    page.locator('[data-exercise="pathway"][data-state="ready"]').wait_for()
    assert plan.is_visible()  # what was opened stays open


def test_a_card_is_opened_and_folded_by_keyboard_and_says_how_far_one_is_after_a_reload(folded):
    page = opened(folded, 1)
    head = card(page, "sdg-pitch").locator("> summary")
    assert "not begun" in head.inner_text()
    head.focus()
    page.keyboard.press("Enter")
    exercise = page.locator('[data-exercise="sdg-pitch"][data-state="ready"]')
    exercise.wait_for()
    exercise.get_by_label("Which service?").fill("Births")
    saved(exercise)
    head.focus()
    page.keyboard.press("Space")
    expect(exercise).not_to_be_visible()
    expect(head).to_contain_text(re.compile(r"begun \d of \d"), use_inner_text=True)
    page.reload()  # it is what one goes on with
    exercise.wait_for()
    assert exercise.get_by_label("Which service?").input_value() == "Births"
    assert page.locator("details[data-card][open]").count() == 1
    assert serious(page, "details[data-card]") == []


@pytest.mark.long
def test_all_are_opened_and_folded_at_once(folded):
    page = opened(folded, 5)
    folds = page.locator("details:is(.gc-fold, .gc-more)")
    page.get_by_role("button", name="Open all", exact=True).click()
    for id in PAGES[5]:
        page.locator(f'[data-exercise="{id}"][data-state="ready"]').wait_for(state="attached")
    assert folds.evaluate_all("all => all.every(one => one.open)")
    page.get_by_role("button", name="Fold all", exact=True).click()
    assert folds.evaluate_all("all => all.every(one => !one.open)")


@pytest.mark.long
def test_a_session_that_is_filled_in_prints_on_fifteen_pages(folded):
    page = opened(folded, FILLED)
    ids = [*PAGES[FILLED], "session-evaluation"]
    examples = {id: one for id in ids if (one := content.activity(id).example)}
    answered(page, folded, examples)
    done = card(page, "action-plan")
    expect(done.locator("> summary")).to_contain_text(
        re.compile(r"done\s+Look at it again"), use_inner_text=True
    )
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type /Page\b", printed)) <= 15
    page.set_viewport_size({"width": 680, "height": 900})  # as wide as paper between its margins
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert content.activity("action-plan").example["goals"][0]["title"] in done.inner_text()
    wide = page.locator("table, figure, svg, .gc-fold").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().right > innerWidth + 1).map(one => one.outerHTML.slice(0, 90))"
    )
    assert wide == []
