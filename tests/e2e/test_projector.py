"""The projector: a canvas of 1920 × 1080 that never scrolls, cuts nothing, and can be read from the last row."""

import random

import httpx
import pytest
from govcourse import content, kinds
from playwright.sync_api import expect

from tests.running import TOKEN

FACILITATOR = {"Authorization": f"Bearer {TOKEN}"}
TEXT, LABEL, QR = 32, 26, 180  # pixels of 1920 × 1080

# What is wrong with what stands on the projector, on all of its pages at once: each is a column of the flow.
LOOK = """([text, label]) => {
  const wrong = [];
  const box = (one) => one.getBoundingClientRect();
  const bar = box(document.querySelector(".screen-bar")), pages = box(document.querySelector(".screen-pages"));
  const root = document.scrollingElement;
  if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) wrong.push("the page scrolls");
  if (pages.right > bar.left || pages.bottom > innerHeight) wrong.push("the bar covers what is shown");
  const flow = document.querySelector(".screen-flow"), start = box(flow);
  const step = start.width + parseFloat(getComputedStyle(flow).columnGap);
  const inside = (rect, within) => rect.left >= within.left - 2 && rect.right <= within.right + 2 && rect.top >= within.top - 16 && rect.bottom <= within.bottom + 16;
  const walk = document.createTreeWalker(document.querySelector(".screen"), NodeFilter.SHOW_TEXT);
  const said = [];
  while (walk.nextNode()) {
    const node = walk.currentNode, element = node.parentElement, words = node.data.trim();
    if (!words || element.closest(".gc-hidden, details, title") || !element.checkVisibility()) continue;
    said.push(words);
    const size = parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;
    const isLabel = element.closest("small, svg, .room-about, .gc-note, caption, dt, thead, .gc-legend, .screen-bar, .gc-scroll, .gc-bars strong");
    if (size < (isLabel ? label : text)) wrong.push(`${Math.round(size)} px: ${words}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const page = flow.contains(node) ? Math.floor((rect.left + 3 - start.left) / step) : 0;
      const left = flow.contains(node) ? start.left + page * step : 0;
      const within = flow.contains(node)
        ? { left, right: left + start.width, top: start.top, bottom: start.bottom }
        : { left: 0, right: innerWidth, top: 0, bottom: innerHeight };
      if (!inside(rect, within)) wrong.push(`cut: ${words} at ${[rect.left - left, rect.top, rect.right - left, rect.bottom].map(Math.round)}`);
    }
  }
  for (const cell of document.querySelectorAll(".gc-bars td:nth-child(2)")) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) wrong.push(`broken: ${cell.textContent}`);
  }
  const used = Math.max(...[...flow.querySelectorAll("*")].map((one) => Math.floor((box(one).left + 3 - start.left) / step)));
  const told = Number(document.querySelector(".screen-pages").dataset.pages);
  if (used + 1 > told) wrong.push(`${used + 1} pages are used, ${told} are told`);
  return { wrong, said: said.join("\\n") };
}"""


class Room:
    """A room with people who answer by HTTP, and its projector."""

    def __init__(self, context, course, people=0, sessions=(1, 2, 3, 4, 5)):
        self.client = httpx.Client(base_url=course, timeout=60)
        made = self.client.post(
            "/api/rooms", json={"title": "Cohort", "sessions": list(sessions)}, headers=FACILITATOR
        )
        self.path = f"/api/rooms/{made.json()['code']}"
        self.people = [
            self.client.post(f"{self.path}/participants", json={}).json()["token"] for _ in range(people)
        ]
        self.client.cookies.clear()
        self.page = context.new_page()
        self.page.set_viewport_size({"width": 1920, "height": 1080})
        self.page.goto(made.json()["facilitator_url"])
        self.address = f"{course}/room/{made.json()['code']}/screen"
        self.page.goto(self.address)
        self.page.locator(".screen").wait_for()

    def act(self, path="", **body):
        answer = self.client.put(f"{self.path}{path}", json=body, headers=FACILITATOR)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def answer(self, person, activity, answer):
        headers = {"Authorization": f"Bearer {person}"}
        body = {"answer": answer, "version": 0}
        sent = self.client.put(f"{self.path}/answers/{activity}", json=body, headers=headers)
        assert sent.status_code == 200, sent.text

    def shows(self, what):
        """Waits until the projector shows this, drawn."""
        self.page.locator(f'.screen[data-what="{what}"]').wait_for()
        self.page.wait_for_function(
            """(nothing) => {
              const flow = document.querySelector(".screen-flow");
              const charts = [...flow.querySelectorAll(".gc-chart [role=img] > div")];
              return !["", nothing].includes(flow.textContent.trim()) && charts.every((one) => one.querySelector("svg"));
            }""",
            arg=content.texts()["console"]["no_figures"],
        )

    def look(self):
        """What is wrong with what is shown, once its pages are counted."""
        self.page.wait_for_function(
            """() => {
              const flow = document.querySelector(".screen-flow"), gap = parseFloat(getComputedStyle(flow).columnGap);
              const pages = Math.round((flow.scrollWidth + gap) / (flow.clientWidth + gap));
              return Number(document.querySelector(".screen-pages").dataset.pages) === pages;
            }"""
        )
        return self.page.evaluate(LOOK, [TEXT, LABEL])


def said(activity, number):
    """What one of many answers, each time the same: options at random, notes from a word to a paragraph."""
    dice = random.Random(f"{activity.id} {number}")
    words = [
        "Trust",
        "trust",
        "procurement",
        "legacy systems",
        "A sentence that says why it takes so long here. " * 3,
    ]
    match activity.kind:
        case "poll":
            from govcourse.kinds.poll.rules import asked

            def one(question):
                match question.type:
                    case "open":
                        return {"text": dice.choice(words)}
                    case "scale":
                        return {"value": dice.randint(1, question.steps)}
                chosen = dice.choice(question.options)
                return {"chosen": [chosen.id], **({"text": dice.choice(words)} if chosen.open else {})}

            return {"answers": {key: one(question) for key, (question, _) in asked(activity).items()}}
        case "quiz":
            return {
                "answers": {
                    one.id: {"checked": True, "tries": 1, **(
                        {"pairs": {option.id: option.id for option in one.options}}
                        if one.type == "match"
                        else {"chosen": [dice.choice(one.options).id]}
                    )}
                    for one in activity.questions
                }
            }  # fmt: skip
        case "whiteboard":
            text = dice.choice([*words, "Ask once", "x" * 60, "We would need a law for it. " * 30])
            return {
                "notes": [{"id": f"n{number}", "text": text, "group": "g" if number % 3 else ""}],
                "groups": [{"id": "g", "title": ("Registers", "People")[number % 2]}],
            }
        case "dtca":
            asked_of = [one for part in content.instrument().dimensions for one in part.statements]
            return {
                "items": {one.id: {"value": dice.randint(1, 5)} for one in asked_of},
                "targets": {part.id: 5 for part in content.instrument().dimensions},
            }
    return activity.example or {}


@pytest.mark.long
@pytest.mark.parametrize("people", [0, 1, 60, 200])
def test_every_activity_can_be_read_whole_with_so_many_answers(context, course, people):
    room = Room(context, course, people)
    wrong, answered = {}, set()
    for activity in content.in_course_order():
        its = kinds.kind(activity.id)
        if people and not (kinds.summed(activity.id) or its.presents):
            continue  # its view is the same, however many answered
        read = [content.activity(id) for id in its.reads(activity)] if its.presents else []
        for about in [*read, *([activity] if its.sums or not its.presents else [])]:
            room.act(f"/activities/{about.id}", state="open")
            for number, person in enumerate(room.people if about.owner == "participant" else room.people[:1]):
                if about.id not in answered:
                    room.answer(person, about.id, said(about, number))
            answered.add(about.id)
        room.act(f"/activities/{activity.id}", state="open")
        if not its.presents and not people:
            room.shows(f"{activity.id} asks")
            found = room.look()
            wrong[activity.id, "asks"] = found["wrong"]
            for ask in its.asks(activity):
                assert ask["text"] in found["said"]
                assert all(option in found["said"] for option in ask["options"])
        if kinds.summed(activity.id) or its.presents:
            room.act(f"/activities/{activity.id}", results="shown")
            room.shows(activity.id if its.presents else f"{activity.id} results")
            wrong[activity.id, "results"] = room.look()["wrong"]
    assert {place: some[:6] for place, some in wrong.items() if some} == {}


@pytest.mark.long
def test_a_room_s_order_of_four_stands_whole_on_one_page(context, course):
    room = Room(context, course, 6, sessions=(4,))
    ranking = content.activity("ideas-first")
    room.act(f"/activities/{ranking.id}", state="open")
    for person in room.people:
        room.answer(person, ranking.id, ranking.example)
    room.act(f"/activities/{ranking.id}", results="shown")
    room.shows(f"{ranking.id} results")
    found = room.look()
    assert found["wrong"] == [] and room.page.locator(".gc-bars tbody tr").count() == 4
    expect(room.page.locator(".screen-pages")).to_have_attribute("data-pages", "1")


@pytest.mark.long
def test_the_debrief_is_seven_slides(context, course):
    room = Room(context, course, 5)
    room.act("/activities/dtca", state="open")
    for number, person in enumerate(room.people):
        room.answer(person, "dtca", said(content.activity("dtca"), number))
    room.act(look="dtca-debrief")
    room.shows("dtca-debrief")
    expect(room.page.locator(".screen-page")).to_have_text("1 of 7")
    assert "only you see it" in room.look()["said"]  # one's own stays on one's own phone


def test_clickers_turn_pages_for_every_projector_and_another_exercise_begins_on_its_first(context, course):
    room = Room(context, course, 0)
    room.act("/activities/concepts-check", state="open")
    room.shows("concepts-check asks")
    other = context.new_page()
    other.goto(room.address)
    pages = other.locator(".screen-pages")
    for key, page in [
        ("PageDown", 2),
        ("ArrowRight", 3),
        ("Space", 4),
        ("PageUp", 3),
        ("ArrowLeft", 2),
        ("Home", 1),
    ]:
        room.page.keyboard.press(key)
        expect(pages).to_have_attribute("data-page", str(page))
        expect(room.page.locator(".screen-pages")).to_have_attribute("data-page", str(page))
    room.page.keyboard.press("End")
    expect(pages).to_have_attribute("data-page", pages.get_attribute("data-pages"))
    room.act("/activities/role-of-state", state="open")
    expect(pages).to_have_attribute("data-page", "1")


def test_while_people_join_the_code_is_large_and_the_time_covers_nothing(context, course):
    room = Room(context, course, 2)
    assert room.look()["wrong"] == []
    assert room.page.get_by_role("img", name="QR code").bounding_box()["width"] >= 400
    room.act("/activities/country-x", state="open", timer=60)
    room.shows("country-x asks")
    assert room.page.get_by_role("img", name="QR code").bounding_box()["width"] >= QR
    room.page.locator(".screen-clock", has_text="0:5").wait_for()
    assert room.look()["wrong"] == []
    room.act(timer=1)
    room.page.locator(".screen-clock", has_text="Time is up").wait_for()
    room.act("/activities/country-x", timer=60)
    room.act("/activities/country-x", state="closed")
    room.page.locator(".screen-clock").wait_for(state="detached")


def test_a_team_that_presents_shows_its_work_until_something_else_is_looked_at(context, course):
    room = Room(context, course, 4)
    room.client.post(f"{room.path}/teams", json={"count": 2}, headers=FACILITATOR)
    for activity in ("action-plan", "strategic-framework", "value-feasibility"):
        room.act(f"/activities/{activity}", state="open")
        room.answer(room.people[0], activity, content.activity(activity).example)
    expect(room.page.locator(".screen-count")).to_contain_text("1 of 2 teams")
    teams = room.client.get(f"{room.path}/teams", headers=FACILITATOR).json()["teams"]
    has = {}
    for one in teams:
        told = room.client.get(f"{room.path}/teams/{one['id']}/work/action-plan", headers=FACILITATOR).json()
        has[bool(told["parts"])] = one["id"]
    team = has[True]
    for activity in ("action-plan", "strategic-framework", "value-feasibility"):
        room.act(presents=team, work=activity, timer=240)
        room.shows(f"{team} {activity}")
        room.page.get_by_role("heading", name=content.activity(activity).title).wait_for()
        found = room.look()
        assert found["wrong"] == []
        for _, _, text in kinds.rows(activity, content.activity(activity).example):
            assert text in found["said"]
    room.act(presents=has[False], work="action-plan")
    room.page.get_by_text("This team has entered nothing yet").wait_for()
    room.act("/activities/role-of-state", state="open")
    room.shows("role-of-state asks")  # a presentation that nobody ended
