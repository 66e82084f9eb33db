"""Each session of the course from its beginning to its report: console, projector, two phones and sixty made-up people.

What leads is the console's large button. On SQLite; session 2 also on two servers with one PostgreSQL. In sessions 2 and 4
a server is killed while a phone, which has no network, is written on.
"""

import contextlib
import random
import time

import httpx
import pytest
from docx import Document
from govcourse import content, kinds
from playwright.sync_api import expect

from tests.e2e.helpers import FILL, Keys, fill_by_example, ready, saved
from tests.e2e.test_projector import LABEL, LOOK, TEXT
from tests.e2e.test_rooms import Console, join
from tests.running import ended, free_port, postgresql, started

pytestmark = pytest.mark.long
PEOPLE, TEAMS = 60, 6
AWAY = "Written while there was no network"
OUTAGE = {2: "roadmap", 4: "country-x"}  # by session, where the server is killed


class Servers:
    """Servers on one store, each of which can be killed and started again where it was."""

    def __init__(self, home, count, environment):
        self.home, self.environment = home, environment
        self.ports = [free_port() for _ in range(count)]
        self.running = {}

    def start(self, number):
        port = self.ports[number]
        self.running[number] = started(self.home / str(port), port, **self.environment)

    def kill(self, number):
        self.running[number].kill()
        self.running.pop(number).wait(20)

    def address(self, number):
        return f"http://127.0.0.1:{self.ports[number]}"

    @contextlib.contextmanager
    def all(self):
        try:
            for number in range(len(self.ports)):
                self.start(number)
            yield self
        finally:
            for process in self.running.values():
                ended(process)


class Crowd:
    """People who answer by HTTP, as in a rehearsal, and remember what they were told is saved."""

    def __init__(self, address, code):
        self.client = httpx.Client(base_url=f"{address}/api/rooms/{code}/", timeout=60)
        self.people = [self.client.post("participants", json={}).json()["token"] for _ in range(PEOPLE)]
        self.client.cookies.clear()
        self.speakers, self.kept = {}, {}

    def ask(self, method, path, token, **more):
        """What the server says once it answers: it may be gone for a while."""
        end = time.monotonic() + 60
        while True:
            try:
                return self.client.request(method, path, headers={"Authorization": f"Bearer {token}"}, **more)
            except httpx.TransportError:
                if time.monotonic() > end:
                    raise

    def in_teams(self):
        """One of each team writes for it."""
        for token in self.people:
            team = self.ask("GET", "team", token).json()["team"]
            self.speakers.setdefault(team["id"], token)

    def answer(self, about):
        its = kinds.kind(about.id)
        if its.gathers or about.owner == "private" or (its.presents and not its.sums):
            return
        for number, token in enumerate(self.speakers.values() if about.owner == "team" else self.people):
            answer = kinds.practice(about.id, random.Random(f"{about.id} {number}"))
            body = {"answer": answer, "version": 0}
            told = self.ask("PUT", f"answers/{about.id}", token, json=body)
            if told.status_code == 409:  # others of the team, or an earlier session
                told = self.ask(
                    "PUT", f"answers/{about.id}", token, json={**body, "version": told.json()["version"]}
                )
            assert told.status_code == 200, (about.id, told.text)
            if about.owner == "participant":
                self.kept[token, about.id] = told.json()["answer"]

    def has_all(self):
        for token in self.people:
            found = self.ask("GET", "answers", token).json()["answers"]
            for (whose, activity), answer in self.kept.items():
                if whose == token:
                    assert found.get(activity, {}) == answer, activity


class Projector:
    def __init__(self, console, address):
        self.page = console.context.new_page()
        self.page.set_viewport_size({"width": 1920, "height": 1080})
        self.page.goto(f"{address}/room/{console.code}/screen")
        self.page.locator(".screen").wait_for()

    def shows(self, what):
        """Waits until the projector shows this, drawn, its pages counted; nothing of it is cut."""
        self.page.locator(f'.screen[data-what="{what}"]').wait_for()
        self.page.wait_for_function(
            """(nothing) => {
              const flow = document.querySelector(".screen-flow"), gap = parseFloat(getComputedStyle(flow).columnGap);
              const charts = [...flow.querySelectorAll(".gc-chart [role=img] > div")];
              const pages = Math.round((flow.scrollWidth + gap) / (flow.clientWidth + gap));
              return !["", nothing].includes(flow.textContent.trim()) && charts.every((one) => one.querySelector("svg"))
                && Number(document.querySelector(".screen-pages").dataset.pages) === pages;
            }""",
            arg=content.texts()["console"]["no_figures"],
        )
        found = self.page.evaluate(LOOK, [TEXT, LABEL])
        assert found["wrong"] == [], (what, found["wrong"][:6])


class Play:
    """One session of one room."""

    def __init__(self, browser, context, servers, session):
        self.servers, self.session = servers, session
        self.lead, self.sit = servers.address(0), servers.address(len(servers.ports) - 1)
        self.console = Console(context, self.lead, f"Cohort {session}")
        self.page, self.large = self.console.page, self.console.page.locator(".next")
        self.console.context = context
        self.screen = Projector(self.console, self.lead)
        self.crowd = Crowd(self.sit, self.console.code)
        self.phones = [join(browser, self.sit, self.console.code) for _ in range(2)]
        self.opened, self.answered = [], set()
        self.console.session(session)

    def press(self):
        """The large button; what it said."""
        said = self.large.inner_text()
        self.large.click()
        expect(self.large.or_(self.page.get_by_text("That was the last step."))).not_to_have_text(said)
        return said

    @property
    def at(self):
        """The activity at which the session is, if it is open."""
        here = self.page.locator('.line li[aria-current="step"]')
        id = here.get_attribute("data-activity") if here.count() else None
        return content.activity(id) if id else None

    def people_come(self):
        self.console.view("Teams")
        self.page.get_by_label("How many teams?").fill(str(TEAMS))
        self.page.get_by_role("button", name="Deal people out evenly").click()
        for phone in self.phones:
            expect(phone.locator("#team")).to_contain_text("You work as")
        self.crowd.in_teams()
        self.console.view("Lead")

    def answer(self, about):
        """What is open is answered by all, once."""
        if about.id in self.opened:
            return
        self.opened.append(about.id)
        its = kinds.kind(about.id)
        if not its.presents or its.sums:
            self.screen.shows(about.id if its.presents else f"{about.id} asks")
        for phone in self.phones:
            exercise = ready(phone, about.id)
            if its.gathers or (its.presents and not about.example):
                continue
            by = fill_by_example if about.example else FILL[about.kind]
            by(Keys(phone, exercise), about)
            saved(exercise)
        self.crowd.answer(about)
        if OUTAGE.get(self.session) == about.id:
            self.outage(about)

    def outage(self, about):
        """The phones' server is killed while one of them has no network, and is written on."""
        phone, number = self.phones[0], len(self.servers.ports) - 1
        phone.context.set_offline(True)
        exercise = ready(phone, about.id)
        place = exercise.get_by_role("textbox").first
        place.press("End")
        phone.keyboard.insert_text(f" {AWAY}")
        expect(phone.locator("#saved")).to_have_text("Waiting for the network")
        self.servers.kill(number)
        expect(self.phones[1].locator("#connection")).to_contain_text("The connection is lost")
        self.servers.start(number)
        self.crowd.has_all()
        expect(self.phones[1].locator("#connection")).to_have_text("")
        phone.context.set_offline(False)
        expect(phone.locator("#saved")).to_have_text("Saved")
        told = phone.context.request.get(f"{self.sit}/api/rooms/{self.console.code}/answers/{about.id}")
        assert AWAY in told.text()

    def go(self):
        """On to the session's end, by one button."""
        said = []
        while self.large.count():
            if self.large.inner_text().startswith("Go on to Session"):
                break
            said.append(self.press())
            about = self.at
            if about is None:
                continue
            if said[-1].startswith("Show results"):
                self.screen.shows(about.id if kinds.kind(about.id).presents else f"{about.id} results")
            elif not said[-1].startswith("Close"):
                self.answer(about)
            if said[-1].startswith("Go on to"):
                self.phase(about)
        return said

    def phase(self, about):
        """Whoever is led from phase to phase goes on: an estimate is made again."""
        its = kinds.kind(about.id)
        if its.phases(about)[-1]["blind"]:
            self.crowd.answer(about)

    def extra(self, about):
        """An exercise of no step: chosen in the list, and led by the large button until it is closed."""
        self.page.locator(f'[data-activity="{about.id}"] button').first.click()
        said = ""
        while not said.startswith("Close"):
            said = self.press()
            if said.startswith("Show results"):
                self.screen.shows(f"{about.id} results")
            elif not said.startswith("Close"):
                self.answer(about)

    def questions(self):
        self.console.view("Questions")
        self.page.get_by_role("button", name="Take questions").click()
        phone = self.phones[1]
        phone.get_by_label("Your question").fill("Who pays for it?")
        phone.get_by_role("button", name="Ask", exact=True).click()
        line = self.page.locator(".asked li")
        expect(line).to_contain_text("Who pays for it?")
        token = self.crowd.people[0]
        [question] = self.crowd.ask("GET", "questions", token).json()["questions"]
        for number, one in enumerate(self.crowd.people):
            vote = {"vote": -1 if number % 4 == 0 else 1}
            assert self.crowd.ask("PUT", f"questions/{question['id']}", one, json=vote).status_code == 200
        expect(line.first).to_contain_text("45 for it, 15 against")
        self.page.get_by_role("button", name="Show them on the projector").click()
        expect(self.screen.page.locator(".screen-questions li")).to_have_count(1)
        assert self.screen.page.evaluate(LOOK, [TEXT, LABEL])["wrong"] == []
        self.page.get_by_role("button", name=content.texts()["console"]["questions_away"]).click()
        self.console.view("Lead")

    def report(self):
        self.console.view("Report")
        with self.page.expect_download(timeout=90_000) as download:
            self.page.get_by_role("button", name="Report to go on writing").click()
        return "\n".join(one.text for one in Document(download.value.path()).paragraphs)


def play(browser, context, servers, session):
    """Plays a session; all that its timetable has was open, and nothing that was acknowledged is gone."""
    sheet = content.session(session)
    with servers.all():
        room = Play(browser, context, servers, session)
        room.people_come()
        steps = [item.activity for item in sheet.agenda if item.activity]
        more = [
            one
            for one in content.in_course_order()
            if session in content.run_sheets_of(one.id) and one.id not in steps
        ]
        before = {id for step in steps for id in kinds.kind(step).reads(content.activity(step))}
        for about in more:
            if about.id in before:  # answered before the session, as preparation
                room.extra(about)
        said = room.go()
        assert said[0].startswith(("Begin", "Next step"))
        assert set(steps) <= set(room.opened)
        room.questions()
        for about in more:
            if about.id not in before:
                room.extra(about)
        assert {one.id for one in more} <= set(room.opened)
        room.crowd.has_all()
        assert f"People who took part: {PEOPLE + 2}" in room.report()
        for phone in room.phones:
            phone.context.close()


@pytest.mark.parametrize("session", range(1, 6))
def test_a_session_is_led_by_one_button_from_its_beginning_to_its_report(
    browser, context, tmp_path, session, strangers
):
    play(browser, context, Servers(tmp_path / "home", 1, {}), session)


def test_session_2_loses_nothing_on_two_servers_of_which_one_is_killed(browser, context, tmp_path, strangers):
    with postgresql(tmp_path / "pg") as url:
        play(browser, context, Servers(tmp_path / "home", 2, {"GOVCOURSE_DATABASE": url}), 2)
