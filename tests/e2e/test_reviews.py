"""Review by another team, on two phones, the console and the projector."""

import httpx
import pytest

from tests.e2e.helpers import ready, saved, serious
from tests.e2e.test_rooms import join
from tests.running import TOKEN

ACTIVITY, FIELD = "innovation-lab", "What are the general vision and the main strategic objectives?"


@pytest.mark.long
def test_two_teams_review_each_other_s_work_by_keyboard_and_change_their_own(
    browser, context, course, strangers
):
    facilitator = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=course, headers=facilitator) as client:
        room = client.post("/api/rooms", json={"sessions": [3], "teams": 2}).json()
        path = f"/api/rooms/{room['code']}"
        client.put(f"{path}/activities/{ACTIVITY}", json={"state": "open"})
    console, screen = context.new_page(), context.new_page()
    console.goto(room["facilitator_url"])
    place = console.locator(f'[data-activity="{ACTIVITY}"]')
    one, two = (join(browser, course, room["code"]) for _ in range(2))
    field = ready(one, ACTIVITY).get_by_label(FIELD)
    field.fill("A lab in the market")
    saved(ready(one, ACTIVITY))

    place.locator("button.plain").click()
    console.keyboard.press("v")
    turns = console.get_by_role("group", name="Out of turn")
    turns.get_by_role("button", name="End the review").wait_for()
    review = two.get_by_role("region", name="Review by another team")
    review.get_by_role("heading", name="The work of “Team 1”").wait_for()
    review.get_by_text("A lab in the market").wait_for()
    one.get_by_text("No other team has written anything yet.").wait_for()

    send = review.get_by_role("button", name="Hand over the review")
    send.press("Enter")
    review.get_by_role("alert").get_by_text("Choose which of the three").wait_for()
    review.get_by_role("radio").first.press("Space")
    review.get_by_role("radio").first.press("ArrowDown")
    review.get_by_label("What works", exact=True).press_sequentially("It is near.")
    review.get_by_label("One thing to make better").press_sequentially("Say who pays.")
    assert one.get_by_text("Say who pays.").count() == 0
    send.press("Enter")
    review.get_by_text("Handed over. You can change it").wait_for()

    one.get_by_text("Say who pays.").wait_for()  # its authors read it, and change their work
    field.fill("A lab in the market, paid by the city")
    review.get_by_text("paid by the city").wait_for()
    assert serious(two, "html") == []
    for phone in (one, two):
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")

    live = console.get_by_role("region", name="Reviews by others")
    live.get_by_text("Handed over: 1 of 1.").wait_for()
    assert serious(console, "html") == []
    turns.get_by_role("button", name="Everybody look").click()
    screen.goto(f"{course}/room/{room['code']}/screen")
    screen.get_by_text("Handed over: 1 of 1.").wait_for()
    live.get_by_role("button", name="Hide Team 2, of the work of Team 1").click()
    one.get_by_text("Say who pays.").wait_for(state="detached")
    turns.get_by_role("button", name="End the review").click()
    screen.get_by_text("0 reviews so far. How they came out appears once 5 people").wait_for()
    two.get_by_text("The review has ended.").wait_for()
    two.get_by_text("What you reviewed").press("Enter")
    assert two.get_by_label("What works", exact=True).is_disabled()
    for phone in (one, two):
        phone.context.close()
