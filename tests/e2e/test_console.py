"""What a facilitator does beside opening exercises: notes merged, preparation looked at, teams that present; in Voila too."""

import httpx
import pytest

from tests.e2e.helpers import ready, saved, serious
from tests.e2e.test_rooms import Console, join
from tests.running import TOKEN


def write(phone, text):
    board = ready(phone, "digital-value")
    board.get_by_label("A new note").fill(text)
    board.get_by_label("A new note").press("Enter")
    saved(board)


def assessed(course, code, answer, people):
    """That many people join the room and answer the assessment, which is open."""
    facilitator = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=f"{course}/api/rooms/{code}") as client:
        client.put("activities/dtca", json={"state": "open"}, headers=facilitator)
        for _ in range(people):
            token = client.post("participants", json={}).json()["token"]
            said = {"answer": answer, "version": 0}
            headers = {"Authorization": f"Bearer {token}"}
            assert client.put("answers/dtca", json=said, headers=headers).status_code == 200


@pytest.mark.long
def test_notes_are_merged_and_grouped_and_can_be_taken_apart(browser, context, course):
    console = Console(context, course, "Cohort 11")
    console.session(1)
    console.act("Open", "digital-value")
    phone, other = (join(browser, course, console.code) for _ in range(2))
    write(phone, "One window for births")
    write(other, "A single window")
    console.act("Show results", "digital-value")
    console.act("Everybody look", "digital-value")
    screen = context.new_page()
    screen.goto(f"{course}/room/{console.code}/screen")
    screen.locator(".board li").nth(1).wait_for()
    console.choose("digital-value")
    notes = console.notes
    notes.get_by_role("button", name="Merge into … A single window").click()
    merge = notes.get_by_label("Merge “A single window” into")
    merge.select_option(label="One window for births")
    notes.locator("summary", has_text="with 1 more").wait_for()
    group = notes.get_by_label("Group of “One window for births”")
    group.fill("Registers")
    group.press("Tab")
    screen.get_by_role("heading", name="Registers").wait_for()
    assert screen.locator(".board li").all_inner_texts() == [
        "One window for births\n\nA single window\n\nwith 1 more"
    ]
    assert serious(console.page, "html") == []
    notes.get_by_role("button", name="Take apart").click()
    screen.locator(".board li").nth(1).wait_for()
    for one in (phone, other):
        one.context.close()


def test_from_one_exercise_to_the_next_is_one_press_and_all_screens_go_along(
    browser, context, course, strangers
):
    console = Console(context, course, "Cohort 16")
    console.session(1)
    phone, page = join(browser, course, console.code), console.page
    large, small = page.locator(".next"), page.frame_locator(".preview iframe")
    small.locator(".screen-code").wait_for()
    assert small.locator(".screen-code").inner_text() == console.code
    for name in ("Begin", "Next step", "Start the clock", "Close"):
        large.filter(has_text=name).click()
    large.filter(has_text="Next step: “Three ideas of the state”").press("Enter")
    ready(phone, "role-of-state")
    small.get_by_role("heading", name="Which role for the state?").wait_for()
    page.locator('.line li[aria-current="step"][data-activity="role-of-state"]').wait_for()
    for key, name in (("n", "Show results"), ("n", "Close"), ("b", "Show results"), ("b", "Start the clock")):
        page.keyboard.press(key)
        large.filter(has_text=name).wait_for()
    assert not page.evaluate("[...document.querySelectorAll('iframe')].some((one) => one.matches(':focus'))")
    for _ in range(60):  # nothing in the small screen takes the focus
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.tagName") != "IFRAME"
    assert serious(page, "html") == []

    page.get_by_role("button", name="On my phone").click()
    link = page.get_by_role("link", name="Open the page on this device").get_attribute("href")
    mine = browser.new_context(viewport={"width": 360, "height": 740})
    remote = mine.new_page()
    remote.goto(link)
    remote.locator(".next", has_text="Start the clock").click()
    remote.get_by_role("button", name="Show results").first.click()
    large.filter(has_text="Close").wait_for()
    remote.get_by_role("button", name="Break, 10 min").click()
    small.get_by_role("heading", name="Break").wait_for()
    phone.locator("#time", has_text="Break").wait_for()
    remote.get_by_role("textbox", name="Message to all").fill("Back at ten")
    remote.get_by_role("textbox", name="Message to all").press("Enter")
    small.get_by_text("Back at ten").wait_for()
    phone.get_by_text("Back at ten").wait_for()
    assert remote.evaluate("document.documentElement.scrollWidth <= innerWidth") and "key=" not in remote.url
    assert serious(remote, "html") == []
    mine.close()
    phone.context.close()


@pytest.mark.long
def test_a_facilitator_switches_on_the_two_ministries_and_keeps_what_a_phone_has_typed(
    browser, context, course
):
    console = Console(context, course, "Cohort 15")
    console.session(1)
    console.act("Open", "dtca")
    phone = join(browser, course, console.code)
    form = ready(phone, "dtca")
    assert form.locator("[data-vignette]").count() == 0
    form.get_by_role("radio", name="Disagree", exact=True).first.check()
    console.page.get_by_label("Ask to rate two invented ministries too").check()
    form.locator("[data-vignette=low]").first.get_by_role("radio", name="Disagree", exact=True).check()
    assert form.get_by_role("radio", name="Disagree", exact=True).first.is_checked()
    saved(form)
    assert serious(console.page, "html") == [] and serious(phone, "html") == []
    phone.context.close()


@pytest.mark.long
def test_teams_present_with_a_countdown_on_the_projector(browser, context, course):
    console = Console(context, course, "Cohort 12")
    phones = [join(browser, course, console.code) for _ in range(2)]
    console.page.get_by_text("2 people in the room").wait_for()
    console.view("Teams")
    console.page.get_by_label("How many teams?").fill("2")
    console.page.get_by_role("button", name="Deal people out evenly").click()
    console.page.get_by_role("button", name="Move Team 2 up").click()
    console.page.locator("[data-presents]").first.get_by_text("Team 2").wait_for()
    screen = context.new_page()
    screen.goto(f"{course}/room/{console.code}/screen")
    console.page.get_by_role("button", name="Team 2 presents for 4 minutes").click()
    screen.get_by_role("heading", name="Team 2 presents").wait_for()
    screen.locator(".screen-clock", has_text="3:5").wait_for()
    phones[0].get_by_text("Team 2 presents").wait_for()
    console.page.get_by_role("button", name="End the presentation").click()
    screen.locator(".screen-code").wait_for()
    console.page.get_by_text("has presented").wait_for()
    for one in phones:
        one.context.close()


@pytest.mark.long
def test_a_room_in_french_speaks_french_on_every_screen(browser, context, course):
    page = context.new_page()
    page.goto(f"{course}/facilitator?token={TOKEN}")
    page.get_by_label("Title of the room").fill("Cohorte")
    page.get_by_text("Language, date, teams").click()
    page.get_by_label("Language").select_option("fr")
    page.get_by_role("button", name="Make the room").click()
    page.get_by_role("button", name="Commencer").wait_for()
    assert page.locator("html").get_attribute("lang") == "fr"
    code = page.locator(".big-code .code").inner_text()
    page.locator('[data-activity="role-of-state"] button').click()
    page.get_by_role("button", name="Ouvrir «").click()
    phone = browser.new_context().new_page()
    phone.goto(f"{course}/join/{code}")
    phone.get_by_role("button", name="Join").press("Enter")
    poll = ready(phone, "role-of-state")
    poll.get_by_role("radio").first.press("Space")
    saved(poll)
    assert "Enregistré à" in poll.locator(".gc-status").inner_text()
    phone.get_by_text("Votre code de reprise").wait_for()
    screen = context.new_page()
    screen.goto(f"{course}/room/{code}/screen")
    screen.get_by_text("sur 1 ont répondu").wait_for()
    assert screen.locator(".screen-big strong").inner_text() == "1"
    phone.context.close()


@pytest.mark.long
@pytest.mark.parametrize("place", ["console", "dashboard", "projector"])
def test_the_debrief_of_the_assessment_is_shown(context, course, place, example):
    console = Console(context, course, "Cohort 14")
    assessed(course, console.code, example("dtca"), people=5)
    page, frame = console.page, console.live
    if place == "dashboard":
        console.view("Room")
        page.get_by_role("link", name="As a Voila dashboard").click()
        page.locator(".console").wait_for(timeout=60_000)
    console.session(2)
    if place == "projector":
        console.act("Everybody look", "dtca-debrief")
        page = context.new_page()
        page.goto(f"{course}/room/{console.code}/screen")
        frame = page.locator(".screen")
    else:
        console.choose("dtca-debrief")
    frame.get_by_text("The largest gap is in Legal: 1.8 points").first.wait_for()
    frame.locator(".gc-chart svg.marks").first.wait_for()
    assert not frame.get_by_text("could not be drawn").count()


@pytest.mark.long
def test_a_room_s_data_is_a_dashboard_whose_charts_and_tables_follow_its_filters(
    context, course, example, strangers
):
    console = Console(context, course, "Cohort 15")
    assessed(course, console.code, example("dtca"), people=5)
    page = console.page
    console.view("Report")
    page.get_by_role("link", name="Analyse the room's data").click()
    page.get_by_label("Exercise", exact=True).wait_for(timeout=60_000)
    shown = page.locator("[data-govcourse-chart]", has_text="Most frequent:")
    shown.scroll_into_view_if_needed()
    shown.locator("svg").first.wait_for()
    page.get_by_role("cell", name="statement_text").wait_for()  # in the codebook
    before = shown.inner_text()
    column = page.get_by_label("Count by")
    column.focus()
    column.press("ArrowDown")
    page.wait_for_function("([of, was]) => of.isConnected === false || of.innerText !== was", arg=[shown.element_handle(), before])  # fmt: skip
    page.get_by_label("Table", exact=True).select_option(label="Targets")
    page.get_by_role("cell", name="target", exact=True).first.wait_for()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Take all of it home (CSV)").first.click()
    assert taken.value.suggested_filename == "dtca-targets.csv"
    assert not serious(page, "main")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.long
def test_the_console_is_a_voila_dashboard_too(browser, context, course, strangers):
    console = Console(context, course, "Cohort 13")
    phone = join(browser, course, console.code)
    console.view("Room")
    console.page.get_by_role("link", name="As a Voila dashboard").click()
    console.page.locator(".console").wait_for(timeout=60_000)
    console.page.get_by_text("The exercises are starting").wait_for(state="hidden")
    console.session(1)
    console.act("Open", "digital-value")
    write(phone, "Seen in Voila")
    console.choose("digital-value")
    console.live.locator(".note-list", has_text="Seen in Voila").wait_for()
    console.view("Preparation")
    console.page.get_by_text("In the room: 1. Say how many you expect").wait_for()
    phone.goto(f"{course}/voila/render/facilitator.ipynb?room={console.code}")
    phone.get_by_role("alert").wait_for()  # a participant has no dashboard
    phone.context.close()
