"""What a room says out of turn, on phone, console and projector: asked, voted on, hidden, shown; and how fast it goes."""

import httpx
import pytest
from playwright.sync_api import expect

from tests.e2e.helpers import serious
from tests.e2e.test_projector import LABEL, LOOK, TEXT
from tests.running import TOKEN

FACILITATOR = {"Authorization": f"Bearer {TOKEN}"}
HOSTILE = "<img src=x onerror=alert(1)> Who pays for it? " + "and why? " * 20


@pytest.mark.long
def test_a_question_goes_from_a_phone_to_the_projector_and_is_gone_once_it_is_hidden(
    browser, context, course
):
    client = httpx.Client(base_url=course, headers=FACILITATOR, timeout=60)
    made = client.post("/api/rooms", json={"title": "Cohort", "sessions": [1]}).json()
    path = f"/api/rooms/{made['code']}"
    others = [
        {"Authorization": f"Bearer {client.post(f'{path}/participants', json={}).json()['token']}"}
        for _ in range(60)
    ]
    client.cookies.clear()
    page = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ).new_page()
    page.goto(f"{course}/join/{made['code']}")
    page.get_by_role("button", name="Join").tap()
    console = context.new_page()
    console.set_viewport_size({"width": 1440, "height": 900})
    console.goto(made["facilitator_url"])
    console.get_by_role("button", name="Questions").click()
    console.get_by_role("button", name="Take questions").click()

    page.get_by_label("Your question").fill(HOSTILE)
    page.get_by_role("button", name="Ask", exact=True).tap()
    line = console.locator(".asked li")
    expect(line).to_contain_text("<img src=x")
    [question] = client.get(f"{path}/questions").json()["questions"]
    for number, one in enumerate(others):
        vote = {"vote": -1 if number % 4 == 0 else 1}
        assert client.put(f"{path}/questions/{question['id']}", json=vote, headers=one).status_code == 200
    for number in range(20):
        client.post(f"{path}/questions", json={"text": f"{number}: {HOSTILE}"}, headers=others[number])
    expect(line).to_have_count(21)
    expect(line.first).to_contain_text("45 for it, 15 against")
    expect(page.locator(".gc-questions ol li")).to_have_count(21)

    page.get_by_role("button", name="Too fast").tap()
    for one in others[:6]:
        client.put(f"{path}/pace", json={"pace": "fast"}, headers=one)
    expect(console.get_by_text("Too fast: 7")).to_be_visible()

    console.get_by_role("button", name="Show them on the projector").click()
    screen = context.new_page()
    screen.set_viewport_size({"width": 1920, "height": 1080})
    screen.goto(f"{course}/room/{made['code']}/screen")
    expect(screen.locator(".screen-questions li")).to_have_count(21)
    pages = screen.locator(".screen-pages")
    expect(pages).not_to_have_attribute("data-pages", "1")
    found = screen.evaluate(LOOK, [TEXT, LABEL])
    assert found["wrong"] == [] and "Too fast" not in found["said"]
    assert screen.locator(".screen-questions img").count() == 0

    line.first.get_by_role("button", name="Hide").click()
    expect(screen.locator(".screen-questions li")).to_have_count(20)
    expect(page.locator(".gc-questions ol li")).to_have_count(20)
    expect(page.get_by_text("Only you and your facilitator see it so far.")).to_be_visible()
    console.get_by_role("button", name="Undo").click()
    expect(screen.locator(".screen-questions li")).to_have_count(21)
    line.first.get_by_role("button", name="Mark as answered").click()
    expect(page.locator(".gc-questions ol li").last).to_contain_text("Question answered")
    for one in (page, console, screen):
        assert serious(one, "html") == []
    page.context.close()
