"""A room full of people: console, projector and phones, each a browser window of its own."""

import json
import re

import pytest
from docx import Document
from playwright.sync_api import expect

from tests.e2e.helpers import menu, ready, saved, serious
from tests.running import TOKEN, free_port, postgresql, server


class Console:
    """The facilitator's window."""

    def __init__(self, context, address, title):
        self.page = context.new_page()
        self.page.goto(f"{address}/facilitator?token={TOKEN}")
        self.page.get_by_label("Title of the room").fill(title)
        self.page.get_by_role("button", name="Make the room").click()
        self.page.locator(".console").wait_for()
        self.code = self.page.locator(".big-code .code").inner_text()

    def session(self, number):
        self.view("Lead")
        self.page.get_by_label("Session", exact=True).select_option(str(number))

    def act(self, name, activity):
        """Presses a button of an activity, out of turn, and waits until the room is so."""
        after = {
            "Open": "Close",
            "Close": "Open",
            "Show results": "Hide results",
            "Everybody look": "Look away",
        }[name]
        self.choose(activity)
        title = self.page.locator(f'[data-activity="{activity}"]').get_attribute("data-title")
        place = self.page.get_by_role("group", name=f"Out of turn, for {title}")
        button, done = (place.get_by_role("button", name=f"{one} {title}") for one in (name, after))
        button.or_(done).wait_for()
        if button.count():
            button.click()
        done.wait_for()

    def choose(self, activity):
        self.view("Lead")
        place = self.page.locator(f'[data-activity="{activity}"] button')
        place.click()
        self.page.locator(f'[data-activity="{activity}"] button[aria-pressed="true"]').wait_for()

    def view(self, name):
        self.page.get_by_role("navigation", name="Views").get_by_role("button", name=name).click()

    @property
    def live(self):
        return self.page.get_by_role("region", name="Live")

    @property
    def notes(self):
        """All that can be done with notes, over the whole width."""
        self.view("Notes")
        return self.page.get_by_role("region", name="Notes")


def join(browser, address, code):
    context = browser.new_context(viewport={"width": 390, "height": 800}, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}/join/{code}")
    page.get_by_role("button", name="Join").press("Enter")
    page.locator("#exercises").wait_for(state="attached")
    return page


def rate(phone, value):
    """Answers enough of the assessment for a score, and says where leadership should be."""
    form = ready(phone, "dtca")
    for number in (1, 2, 6):
        form.locator(f'[data-statement="leadership-{number}"] input').nth(5 - value).press("Space")
    form.locator("select").first.press("End")  # target 5
    saved(form)


@pytest.mark.long
@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
def test_a_whole_session_2_with_a_restart_in_the_middle(browser, context, tmp_path, database, strangers):
    port = free_port()
    if database == "PostgreSQL":
        with postgresql(tmp_path / "pg") as url:
            play(browser, context, tmp_path, port, {"GOVCOURSE_DATABASE": url})
    else:
        play(browser, context, tmp_path, port, {})


def play(browser, context, tmp_path, port, environment):
    with server(tmp_path / "home", port, **environment) as address:
        console = Console(context, address, "Cohort 9")
        screen = context.new_page()
        screen.goto(f"{address}/room/{console.code}/screen")
        assert screen.locator(".screen-code").inner_text() == console.code
        assert screen.get_by_role("img", name="QR code").is_visible()
        phones = [join(browser, address, console.code) for _ in range(5)]
        screen.locator(".screen-count", has_text="5").wait_for()
        console.session(1)
        console.act("Open", "dtca")  # preparation: done before session 2
        for number, phone in enumerate(phones):
            rate(phone, 1 if number < 2 else 5)
        console.page.locator('[data-activity="dtca"]').get_by_text("5 of 5 answered").wait_for()
        assert serious(phones[0], "html") == []

        console.session(2)
        console.page.get_by_role("button", name="Begin: ").click()
        console.page.get_by_role("button", name="Next step: “Debrief of the assessment”").click()
        console.page.locator('.line li[aria-current="step"]', has_text="Debrief of the assessment").wait_for()
        console.page.get_by_role("button", name="Start the clock").click()
        phones[0].locator("#clock").wait_for()
        console.page.get_by_role("button", name="Show results", exact=True).click()  # those of the assessment
        debrief = ready(phones[0], "dtca-debrief")
        debrief.get_by_text("the answers of all who answered (5)").wait_for()
        assert "Least agreement: “Our ministries have a senior official" in debrief.inner_text()
        assert "You differ most in Leadership: 1.0, the room 3.4" in debrief.inner_text()
        screen.get_by_role("heading", name="What our assessment shows").wait_for()

        console.act("Open", "mindset-action")
        console.act("Show results", "mindset-action")
        console.act("Everybody look", "mindset-action")
        for number, phone in enumerate(phones[:3]):
            board = ready(phone, "mindset-action")
            board.get_by_label("A new note").fill(["Thank somebody", "Something rude", "Swap desks"][number])
            board.get_by_label("A new note").press("Enter")
            saved(board)
        console.choose("mindset-action")
        live = console.page.locator(".live")
        live.get_by_role("button", name="Hide Something rude").click()
        live.get_by_role("button", name="Show again Something rude").wait_for()
        screen.locator(".board li").nth(1).wait_for()
        screen.locator(".board", has_text="rude").wait_for(state="detached")
        assert sorted(screen.locator(".board p").all_inner_texts()) == ["Swap desks", "Thank somebody"]
        phones[2].get_by_role("button", name="One positive comment each").click()
        phones[2].get_by_role("button", name="Look for the others' notes").click()
        comment = phones[2].get_by_label("What I like about this idea is … (on “Thank somebody”)")
        comment.fill("What I like about this idea is that it is free.")
        saved(ready(phones[2], "mindset-action"))
        assert serious(console.page, "html") == [] and serious(screen, "html") == []

    # The server is gone. What is written meanwhile is kept and sent when it is back.
    board = ready(phones[3], "mindset-action")
    board.get_by_label("A new note").fill("Written in between")
    board.get_by_label("A new note").press("Enter")
    board.locator('.gc-status[data-kind="problem"]').wait_for()
    phones[3].get_by_text("The connection is lost").wait_for()

    with server(tmp_path / "home", port, **environment) as address:
        saved(board)
        console.page.locator(".live .note-list", has_text="Written in between").wait_for()
        console.page.get_by_label("Countdown for").select_option("4")
        phones[4].locator("#clock").wait_for()
        screen.locator(".screen-clock").wait_for()
        console.act("Open", "session-evaluation")
        evaluation = ready(phones[4], "session-evaluation")
        evaluation.get_by_label("Which session?").select_option("2")
        evaluation.get_by_label("What I liked", exact=True).fill("The disagreements")
        saved(evaluation)
        console.choose("session-evaluation")
        console.page.keyboard.press("r")
        console.page.locator(".live .note-list", has_text="The disagreements").wait_for()

        console.view("Teams")
        console.page.get_by_label("How many teams?").fill("2")
        console.page.get_by_role("button", name="Deal people out evenly").click()
        phones[1].get_by_text(re.compile("You work as “Team [12]” \\(a team of [23]\\)")).wait_for()
        console.view("Report")
        with console.page.expect_download(timeout=90_000) as download:
            console.page.get_by_role("button", name="Report to go on writing").click()
        report = "\n".join(paragraph.text for paragraph in Document(download.value.path()).paragraphs)
        assert (
            "People who took part: 5" in report
            and "The largest gap between today and target is in Leadership" in report
        )

        phones[0].reload()
        form = ready(phones[0], "dtca")
        assert form.locator('[data-statement="leadership-1"] input[value="1"]').is_checked()
        mine = ready(phones[0], "mindset-action")
        menu(mine)
        with phones[0].expect_download() as download:
            mine.get_by_role("button", name="Save my answers to a file").click()
        answers = json.loads(download.value.path().read_text(encoding="utf-8"))["answers"]
        assert answers["dtca"]["targets"] == {"leadership": 5}
        assert answers["mindset-action"]["notes"][0]["text"] == "Thank somebody"
        console.act("Close", "session-evaluation")
        phones[4].locator("#closed details", has_text="closed").first.wait_for(state="attached")
    for phone in phones:
        phone.context.close()


@pytest.mark.long
def test_a_room_sees_its_poll_and_board_once_they_are_shown(browser, context, course):
    console = Console(context, course, "Cohort 8")
    console.session(1)
    for activity in ("role-of-state", "digital-value"):
        console.act("Open", activity)
    phones = [join(browser, course, console.code) for _ in range(5)]
    for number, phone in enumerate(phones):
        poll = ready(phone, "role-of-state")
        poll.get_by_role("radio").nth(number % 2).press("Space")
        saved(poll)
        board = ready(phone, "digital-value")
        board.get_by_label("A new note").fill(f"Idea {number}")
        board.get_by_label("A new note").press("Enter")
        saved(board)
    poll = ready(phones[0], "role-of-state")
    poll.get_by_role("button", name="Show the room's result").press("Enter")
    poll.get_by_text("has not shown the results yet").wait_for()
    console.act("Show results", "role-of-state")
    poll.get_by_text("5 answers so far").wait_for()  # by itself
    assert poll.locator(".gc-bars .mine").inner_text().split("\t")[1:] == ["3", "60%"]
    console.act("Show results", "digital-value")
    board = ready(phones[0], "digital-value")
    board.get_by_text("4 notes of others").wait_for()
    board.get_by_role("button", name="List").press("Enter")
    assert "Idea 2" in board.inner_text()
    for phone in phones:
        phone.context.close()


@pytest.mark.long
def test_a_room_is_shared_ended_and_deleted_from_the_console(browser, context, course):
    console = Console(context, course, "Cohort 10")
    phone = join(browser, course, console.code)
    console.view("Room")
    console.page.get_by_label("Name of a further facilitator").fill("Ann <b>")
    console.page.get_by_role("button", name="Make a link").click()
    link = console.page.get_by_label("Their link")
    link.wait_for()
    other = browser.new_context()
    hers = other.new_page()
    hers.goto(link.input_value())
    hers.locator(".console").wait_for()
    assert "key=" not in hers.url
    console.page.get_by_role("button", name="Revoke the link of Ann").click()
    console.page.get_by_role("button", name="Revoke the link of Ann").wait_for(state="detached")
    hers.reload()
    hers.get_by_role("alert").wait_for()
    console.page.get_by_role("button", name="End the room").click()
    phone.get_by_text("This room has ended").wait_for()
    console.page.get_by_role("button", name="Delete the room").click()
    console.page.get_by_label(f"Type {console.code} to confirm").fill(console.code.lower())
    console.page.get_by_role("button", name="Delete it for good").click()
    console.page.get_by_text("This room was deleted").wait_for()
    phone.get_by_text("This room was deleted").wait_for()
    other.close()
    phone.context.close()


@pytest.mark.long
def test_a_team_writes_one_document_together(browser, context, course):
    console = Console(context, course, "Cohort 12")
    console.session(4)
    console.act("Open", "pathway")
    phones = [join(browser, course, console.code) for _ in range(4)]
    console.page.get_by_text("4 people in the room").wait_for()
    console.view("Teams")
    console.page.get_by_label("How many teams?").fill("2")
    console.page.get_by_role("button", name="Deal people out evenly").click()
    console.page.get_by_label("Name of team 1").fill("Blue")
    console.page.get_by_label("Name of team 1").press("Tab")
    teams = {}
    for phone in phones:
        phone.get_by_text(re.compile("You work as “(Blue|Team 2)”")).wait_for()
        ready(phone, "pathway")
    for phone in phones:
        teams.setdefault("Blue" in phone.locator("#team").inner_text(), []).append(phone)
    one, two = teams[True]
    other = teams[False][0]
    ready(one, "pathway").get_by_role("textbox", name="Need").fill("Ten interviews")
    ready(two, "pathway").get_by_role("textbox", name="Pilot").fill("Two districts")
    for phone in (one, two):
        exercise = ready(phone, "pathway")
        expect(exercise.get_by_role("textbox", name="Need")).to_have_value("Ten interviews")
        expect(exercise.get_by_role("textbox", name="Pilot")).to_have_value("Two districts")
    assert ready(other, "pathway").get_by_role("textbox", name="Need").input_value() == ""
    assert serious(console.page, "html") == []
    for phone in phones:
        phone.context.close()
