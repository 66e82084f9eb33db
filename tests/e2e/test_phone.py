"""A participant's phone: what is open first, what is closed locked and folded, and always how it stands."""

import httpx
import pytest
from govcourse import content
from playwright.sync_api import expect

from tests.e2e.helpers import ready, serious
from tests.running import TOKEN

FACILITATOR = {"Authorization": f"Bearer {TOKEN}"}
HIGH = 844
ONE_OF_EACH = {one.kind: one.id for one in reversed(content.in_course_order())}


class Room:
    def __init__(self, browser, course, width=390, theme="light"):
        self.client = httpx.Client(base_url=course, headers=FACILITATOR, timeout=60)
        self.code = self.client.post("/api/rooms", json={"title": "Cohort"}).json()["code"]
        context = browser.new_context(
            viewport={"width": width, "height": HIGH}, has_touch=True, is_mobile=True, color_scheme=theme
        )
        self.phone = context.new_page()
        self.phone.goto(f"{course}/join/{self.code}")
        self.phone.get_by_role("button", name="Join").tap()
        self.phone.locator("#exercises").wait_for(state="attached")

    def act(self, path="", **body):
        assert self.client.put(f"/api/rooms/{self.code}{path}", json=body).status_code == 200

    def open(self, activity, **more):
        self.act(f"/activities/{activity}", state="open", **more)
        return ready(self.phone, activity)


@pytest.mark.long
@pytest.mark.parametrize(("width", "theme"), [(390, "light"), (360, "dark")])
def test_of_every_kind_the_first_input_is_on_the_first_screen(browser, course, width, theme):
    room = Room(browser, course, width, theme)
    below = {}
    for kind, activity in ONE_OF_EACH.items():
        exercise = room.open(activity)
        room.phone.evaluate("scrollTo(0, 0)")
        work = exercise.locator(".gc-work")
        work.locator("input, textarea, select, button, [role=button]").first.wait_for(state="attached")
        top = work.evaluate(
            """(work) => Math.min(...[...work.querySelectorAll("input, textarea, select, button, [role=button]")]
              .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().bottom))"""
        )
        wide = room.phone.evaluate("document.documentElement.scrollWidth")
        if top > HIGH or wide > width:
            below[kind] = (top, wide)
        room.act(f"/activities/{activity}", state="closed")
        expect(room.phone.locator("#notice")).to_contain_text(content.activity(activity).title)
    assert below == {}
    assert serious(room.phone, "html") == []
    room.phone.context.close()


def test_what_is_seen_when_it_closes_is_locked_and_told_on_the_screen(browser, course):
    room = Room(browser, course)
    exercise = room.open("country-x")
    last = exercise.get_by_role("textbox").last
    last.fill("What I typed")
    expect(room.phone.locator("#saved")).to_have_text("Saved")
    last.scroll_into_view_if_needed()
    room.act("/activities/country-x", state="closed")
    notice = room.phone.locator("#notice")
    expect(notice).to_be_in_viewport()
    expect(notice).to_contain_text("is closed. What you saved is kept.")
    expect(last).to_be_disabled()
    expect(last).to_have_value("What I typed")
    room.open("role-of-state")
    expect(room.phone.get_by_text(f"Closed: {content.activity('country-x').title}")).to_be_visible()
    expect(last).to_be_hidden()
    room.act(status="ended")
    room.phone.reload()
    room.phone.get_by_text("This room has ended").wait_for()
    room.phone.get_by_role("link", name="My work").tap()
    room.phone.get_by_text("Read it here").tap()
    room.phone.get_by_text("What I typed").wait_for()
    assert serious(room.phone, "html") == []
    room.phone.context.close()


def test_what_the_room_looks_at_is_covered_by_nothing_and_time_never_runs_below_none(browser, course):
    room = Room(browser, course)
    for activity in ("role-of-state", "country-x", "digital-value"):
        room.open(activity)
    room.act(look="country-x", timer=1)
    title = room.phone.get_by_role("heading", name=content.activity("country-x").title)
    expect(title).to_be_focused()
    expect(room.phone.locator("#clock")).to_have_text("Time is up")
    room.phone.wait_for_function(
        "top => document.activeElement.getBoundingClientRect().top >= document.querySelector('.strip').getBoundingClientRect().bottom"
    )
    assert title.bounding_box()["y"] < HIGH / 2
    room.phone.context.set_offline(True)
    expect(room.phone.locator("#saved")).to_have_text("Waiting for the network")
    room.phone.context.set_offline(False)
    expect(room.phone.locator("#saved")).to_have_text("Connected")
    room.phone.context.close()


def test_what_stands_below_an_exercise_comes_with_it_and_is_pushed_away_by_nothing(browser, course):
    room = Room(browser, course)
    room.open("obstacles-poll")
    held = []
    room.phone.route("**/exercises/obstacles-poll", lambda route: held.append(route))
    with room.phone.expect_request("**/exercises/obstacles-poll"):
        room.phone.reload()
    room.phone.locator("#audience > *").first.wait_for(state="attached")
    for below in ("#audience", "#resume-code"):
        assert not room.phone.locator(below).is_visible()
    for route in held:
        route.continue_()
    ready(room.phone, "obstacles-poll")
    for below in ("#audience", "#resume-code"):
        room.phone.locator(below).wait_for()


def test_what_stands_below_the_room_s_questions_comes_with_them(browser, course):
    room = Room(browser, course)
    room.act(questions="open")
    held = []
    room.phone.route("**/questions", lambda route: held.append(route))
    with room.phone.expect_request("**/questions"):
        room.phone.reload()
    room.phone.locator("#empty").wait_for()
    assert not room.phone.locator("#resume-code").is_visible()
    for route in held:
        route.continue_()
    room.phone.locator(".gc-questions").wait_for()
    room.phone.locator("#resume-code").wait_for()
    room.phone.context.close()
