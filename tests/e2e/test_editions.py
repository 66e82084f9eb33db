"""Translated editions in a real browser: from right to left at phone size, and the paths of a learner and a room in French and Arabic."""

import pytest
from govcourse import content
from govcourse.translate import prepare

from tests import pseudo
from tests.e2e.helpers import ready, saved, serious
from tests.running import TOKEN, server


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


@pytest.mark.long
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


@pytest.mark.long
def test_an_exercise_in_voila_speaks_the_edition_s_language(context, arabic):
    page = context.new_page()
    page.goto(f"{arabic}/sessions/4")
    poll = ready(page, "risk-poll")
    assert poll.locator("h3").inner_text().startswith("أب")
    assert poll.evaluate("element => getComputedStyle(element).direction") == "rtl"
    poll.get_by_role("radio").first.press("Space")
    saved(poll)
    assert "أب" in poll.locator(".gc-status").inner_text()


@pytest.mark.parametrize(("code", "direction"), [("fr", "ltr"), ("ar", "rtl")])
def test_a_learner_and_a_room_find_their_way_in_a_translated_edition(context, tmp_path, code, direction):
    """The course's own translation: session 2 alone, then a room of it with console, projector and phone."""
    said = content.texts(code)
    draft = said["pages"]["draft"]
    with server(tmp_path, GOVCOURSE_LANGUAGE=code) as address:
        page = context.new_page()
        page.goto(f"{address}/")
        page.get_by_role("link", name=said["pages"]["session"].format(number=2)).first.click()
        assert page.locator("html").get_attribute("dir") == direction
        assert page.get_by_role("note").inner_text() == draft
        grid = ready(page, "maturity-grid")
        grid.get_by_role("radio").first.press("Space")
        saved(grid)
        asked = [
            *(f"sessions/{n}" for n in range(1, 6)),
            *(f"api/me/exercises/{id}" for id in content.activity_ids()),
        ]
        answered = {path: page.request.get(f"{address}/{path}").status for path in asked}
        assert set(answered.values()) == {200}, answered
        lead = {"Authorization": f"Bearer {TOKEN}"}
        made = page.request.post(
            f"{address}/api/rooms", data={"title": "2", "sessions": [2], "language": code}, headers=lead
        ).json()
        page.goto(made["facilitator_url"])
        page.get_by_text(said["console"]["people"].format(n=0)).wait_for()
        screen, phone = context.new_page(), context.new_page()
        screen.goto(f"{address}/room/{made['code']}/screen")
        screen.get_by_text(draft).filter(visible=True).wait_for()
        phone.set_viewport_size({"width": 390, "height": 844})
        phone.goto(made["join_url"])
        phone.get_by_role("button", name=said["pages"]["enter"]).press("Enter")
        page.get_by_text(said["console"]["people"].format(n=1)).wait_for()
        page.request.put(
            f"{address}/api/rooms/{made['code']}/activities/maturity-grid",
            data={"state": "open"},
            headers=lead,
        )
        ready(phone, "maturity-grid").get_by_role("radio").first.wait_for(state="attached")
        hint = phone.locator(
            "[data-exercise=maturity-grid] .gc-empty"
        )  # a phone has of it the example alone, and no rule beside nothing
        assert hint.evaluate("one => getComputedStyle(one).borderInlineStartWidth") == "0px"
        for one in (page, screen, phone):
            assert one.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
