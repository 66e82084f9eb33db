"""What learners do beyond filling in: move between hosts, come back elsewhere, lose the network, undo."""

import base64
import io
import json
import re

import pytest
from docx import Document

from tests.e2e.conftest import Book, Lab, Room, Voila
from tests.e2e.helpers import fill, menu, ready, saved, serious, show_example
from tests.running import free_port, server


def take_file(page, exercise):
    menu(exercise)
    with page.expect_download() as download:
        exercise.get_by_role("button", name="Save my answers to a file").click()
    return download.value.path().read_text(encoding="utf-8")


def give_file(exercise, text):
    menu(exercise)
    exercise.get_by_label("Open an answers file").set_input_files(
        {"name": "answers.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def pitch(exercise):
    return exercise.get_by_label("Your one-minute pitch")


@pytest.mark.long
def test_an_answers_file_goes_from_the_static_page_to_voila_and_lab_and_back(
    context, book_site, course, lab, strangers
):
    start = Book(context, book_site).open("sdg-pitch", 1)
    exercise = ready(start, "sdg-pitch")
    fill(start, exercise, "sdg-pitch")
    saved(exercise)
    text = take_file(start, exercise)
    expected = "Every visit counts. مرحبا"
    for host in (Voila(context, course), Lab(context, lab)):
        page = host.open("sdg-pitch", 1)
        exercise = ready(page, "sdg-pitch")
        give_file(exercise, text)
        exercise.get_by_text("Opened. The answers of").wait_for()
        assert pitch(exercise).input_value() == expected
        expected += " More."
        pitch(exercise).fill(expected)
        text = take_file(page, exercise)
    assert json.loads(text)["answers"]["sdg-pitch"]["pitch"] == expected
    exercise = ready(start, "sdg-pitch")
    give_file(exercise, text)
    exercise.get_by_text("Opened. The answers of").wait_for()
    assert pitch(exercise).input_value() == expected


@pytest.mark.parametrize("where", [pytest.param("book_site", marks=pytest.mark.long), "course"])
def test_a_wrong_answers_file_changes_nothing(context, request, where):
    address = request.getfixturevalue(where)
    page = (Book if where == "book_site" else Voila)(context, address).open("sdg-pitch", 1)
    exercise = ready(page, "sdg-pitch")
    pitch(exercise).fill("Mine")
    saved(exercise)
    for text, words in (
        ("not json", "not an answers file"),
        ('{"format": "govcourse-answers", "version": 1, "answers": {"sdg-pitch": {"goal": 99}}}', "Not taken over"),
        ('{"format": "govcourse-answers", "version": 99, "answers": {}}', "newer version"),
        ('{"format": "govcourse-answers", "version": 1, "answers": {"sdg-pitch": {"pitch": [1]}}}', "Not taken over"),
    ):  # fmt: skip
        give_file(exercise, text)
        exercise.get_by_text(words).wait_for()
        assert pitch(exercise).input_value() == "Mine"


def test_work_in_voila_comes_back_on_another_browser_with_the_resume_code(browser, context, course):
    page = Voila(context, course).open("sdg-pitch", 1)
    exercise = ready(page, "sdg-pitch")
    pitch(exercise).fill("From my first computer")
    saved(exercise)
    code = page.locator("footer strong").inner_text()
    other = browser.new_context()
    page = other.new_page()
    page.goto(course)
    page.get_by_label("Resume code from another computer").fill(code.lower())
    page.get_by_role("button", name="Bring my work back").click()
    page.get_by_text(code).wait_for()
    page.goto(f"{course}/sessions/1")
    assert pitch(ready(page, "sdg-pitch")).input_value() == "From my first computer"
    other.close()


def test_a_lost_network_loses_nothing_and_sends_when_it_returns(context, course):
    host = Room(context, course)
    page = host.open("sdg-pitch", 1)
    exercise = ready(page, "sdg-pitch")
    context.set_offline(True)
    pitch(exercise).fill("Written in the tunnel")
    exercise.locator('.gc-status[data-kind="problem"]').wait_for()
    assert "There is no connection. Your text is kept" in exercise.inner_text()
    context.set_offline(False)
    saved(exercise)
    page.reload()
    assert pitch(ready(page, "sdg-pitch")).input_value() == "Written in the tunnel"


def test_what_was_typed_before_the_page_was_lost_is_sent_the_next_time(context, course):
    page = Room(context, course).open("sdg-pitch", 1)
    exercise = ready(page, "sdg-pitch")
    context.set_offline(True)
    pitch(exercise).fill("Almost lost")
    exercise.locator('.gc-status[data-kind="problem"]').wait_for()
    address = page.url
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(address)
    exercise = ready(page, "sdg-pitch")
    assert pitch(exercise).input_value() == "Almost lost"
    saved(exercise)


@pytest.mark.long
def test_a_restart_of_the_server_loses_nothing(context, tmp_path):
    port = free_port()
    with server(tmp_path / "home", port) as address:
        page = Voila(context, address).open("sdg-pitch", 1)
        exercise = ready(page, "sdg-pitch")
        exercise.get_by_label("Which service?").fill("Before")
        saved(exercise)
    pitch(exercise).fill("While it was down")
    exercise.locator('.gc-status[data-kind="problem"]').wait_for()
    assert "Your text is kept" in exercise.inner_text()
    with server(tmp_path / "home", port):
        saved(exercise)  # by itself
        page.reload()
        exercise = ready(page, "sdg-pitch")
        assert exercise.get_by_label("Which service?").input_value() == "Before"
        assert pitch(exercise).input_value() == "While it was down"


@pytest.mark.long
def test_two_tabs_merge_field_by_field(context, course):
    first = Room(context, course).open("sdg-pitch", 1)
    one = ready(first, "sdg-pitch")
    second = context.new_page()
    second.goto(first.url)
    two = ready(second, "sdg-pitch")
    one.get_by_label("Which service?").fill("In the first tab")
    saved(one)
    two.get_by_label("For whom?").fill("In the second tab")
    saved(two)
    assert two.get_by_label("Which service?").input_value() == "In the first tab"
    first.reload()
    assert ready(first, "sdg-pitch").get_by_label("For whom?").input_value() == "In the second tab"


@pytest.mark.long
def test_what_somebody_else_wrote_while_the_network_was_lost_is_merged_once_it_is_back(context, course):
    first = Room(context, course).open("sdg-pitch", 1)
    one = ready(first, "sdg-pitch")
    second = context.new_page()
    second.goto(first.url)
    two = ready(second, "sdg-pitch")
    second.route("**/answers/sdg-pitch", lambda route: route.abort())
    two.get_by_label("For whom?").fill("Without network")
    two.locator('.gc-status[data-kind="problem"]').wait_for()
    for _ in range(8):  # as often as in a minute without network
        with second.expect_event("requestfailed"):
            second.evaluate("dispatchEvent(new Event('online'))")
    one.get_by_label("Which service?").fill("Meanwhile")
    saved(one)
    second.unroute_all()
    second.evaluate("dispatchEvent(new Event('online'))")
    saved(two)
    assert two.get_by_label("Which service?").input_value() == "Meanwhile"
    first.reload()
    assert ready(first, "sdg-pitch").get_by_label("For whom?").input_value() == "Without network"


def test_a_closed_exercise_says_so_and_keeps_the_text(context, course):
    import httpx

    from tests.running import TOKEN

    page = Room(context, course).open("sdg-pitch", 1)
    exercise = ready(page, "sdg-pitch")
    code = page.url.rsplit("/", 1)[1]
    headers = {"Authorization": f"Bearer {TOKEN}"}
    address = f"{course}/api/rooms/{code}"

    def closed_meanwhile(route):
        httpx.put(f"{address}/activities/sdg-pitch", json={"state": "closed"}, headers=headers)
        route.continue_()

    page.route(f"{address}/answers/sdg-pitch", closed_meanwhile)
    pitch(exercise).fill("Too late")
    exercise.locator('.gc-status[data-kind="problem"]').wait_for(state="attached")
    assert "closed at the moment" in exercise.inner_text()
    assert pitch(exercise).input_value() == "Too late"


@pytest.mark.long
def test_undo_redo_clear_and_the_example(context, book_site):
    page = Book(context, book_site).open("value-feasibility", 4)
    exercise = ready(page, "value-feasibility")
    exercise.get_by_label("Add a solution").fill("Mine")
    exercise.get_by_label("Add a solution").press("Enter")
    shown = show_example(exercise)
    assert "Ask for data only once" in shown.inner_text() and "Mine" not in shown.inner_text()
    assert "Mine" in exercise.locator(".gc-work").inner_text()
    assert serious(page, '[data-exercise="value-feasibility"]') == []
    shown.get_by_role("button", name="Put the example away").press("Enter")
    assert "1 of at most 40" in exercise.inner_text()
    exercise.get_by_role("button", name="Undo").press("Enter")
    assert "0 of at most 40" in exercise.inner_text()
    exercise.get_by_role("button", name="Redo").press("Enter")
    menu(exercise)
    exercise.get_by_role("button", name="Clear all").press("Enter")
    page.keyboard.press("Escape")
    assert "1 of at most 40" in exercise.inner_text()
    menu(exercise)
    exercise.get_by_role("button", name="Clear all").press("Enter")
    exercise.get_by_role("button", name="Yes, clear it").press("Enter")
    assert "0 of at most 40" in exercise.inner_text()
    exercise.get_by_role("button", name="Undo").press("Enter")
    saved(exercise)
    page.reload()
    assert "1 of at most 40" in ready(page, "value-feasibility").inner_text()


@pytest.mark.long
def test_an_example_can_be_looked_at_from_every_side_and_changes_nothing(context, book_site):
    page = Book(context, book_site).open("dtca", 1)
    exercise = ready(page, "dtca")
    shown = show_example(exercise)
    shown.get_by_role("button", name="Legal").press("Enter")
    assert shown.get_by_text("I have seen an electronic signature").first.is_visible()
    assert shown.locator('[data-statement="legal-6"] input').first.is_disabled()
    shown.get_by_role("button", name="Your profile").press("Enter")
    assert "Your largest gap is in Legal: 1.8" in shown.inner_text()
    page.goto(f"{book_site}/notebooks/session-4.html")
    exercise = ready(page, "action-plan")
    shown = show_example(exercise)
    for tab, words in (
        ("Time line", "Steps with dates: 3"),
        ("By person", "carries most"),
        ("Plan", "says nothing about information sharing"),
    ):
        shown.get_by_role("button", name=tab).press("Enter")
        assert words in shown.inner_text()
    shown.get_by_role("button", name="Start from a copy").press("Enter")
    saved(exercise)
    assert exercise.get_by_label("Step, step 1.1").is_enabled()


AT_THE_TOP = """one => {
    const { left, top, height } = one.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 4 && document.elementFromPoint(left + 4, top + height / 2) === one;
}"""


@pytest.mark.long
@pytest.mark.parametrize("width", [1440, 390])
def test_the_next_dimension_of_the_assessment_begins_at_its_heading(browser, book_site, width):
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = Book(context, book_site).open("dtca", 1)
    exercise = ready(page, "dtca")
    for title in ("Strategy", "Governance"):
        exercise.get_by_role("button", name=f"Next: {title}").click()
        heading = exercise.get_by_role("heading", name=title, exact=True)
        page.wait_for_function("one => document.activeElement === one", arg=heading.element_handle())
        page.wait_for_function(AT_THE_TOP, arg=heading.element_handle())
    context.close()


@pytest.mark.long
def test_a_point_of_the_plot_follows_a_finger_that_moves_down(browser, book_site):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = Book(context, book_site).open("value-feasibility", 4)
    exercise = ready(page, "value-feasibility")
    exercise.get_by_label("Add a solution").fill("Dragged")
    exercise.get_by_label("Add a solution").press("Enter")
    exercise.get_by_role("button", name="Place 1. Dragged").press("Enter")
    point = exercise.get_by_role("button", name="1. Dragged")
    point.evaluate("one => one.scrollIntoView({block: 'center', behavior: 'instant'})")
    plot = exercise.locator("svg.gc-plot")
    box, before = point.bounding_box(), plot.bounding_box()["y"]
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    fingers = context.new_cdp_session(page)

    def touch(kind, *points):
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    touch("touchStart", {"x": x, "y": y})
    for step in range(1, 11):
        touch("touchMove", {"x": x, "y": y + step * 12})
    touch("touchEnd")
    now, after = point.bounding_box(), plot.bounding_box()["y"]
    assert now["y"] - after == pytest.approx(box["y"] - before + 120, abs=4)
    assert after == pytest.approx(before, abs=4)
    context.close()


@pytest.mark.long
def test_a_plot_is_dragged_and_taken_home_as_a_picture(context, book_site):
    page = Book(context, book_site).open("value-feasibility", 4)
    exercise = ready(page, "value-feasibility")
    exercise.get_by_label("Add a solution").fill("Dragged")
    exercise.get_by_label("Add a solution").press("Enter")
    exercise.get_by_role("button", name="Place 1. Dragged").press("Enter")
    point = exercise.get_by_role("button", name="1. Dragged")
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 150, box["y"] - 80, steps=5)
    page.mouse.up()
    assert "Take it now" in point.get_attribute("aria-label")
    assert "Value 50" not in point.get_attribute("aria-label")
    for format, start in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as download:
            exercise.get_by_role("button", name=f"Save picture ({format})").click()
        assert download.value.path().read_bytes().startswith(start)


@pytest.mark.long
@pytest.mark.parametrize(
    ("session", "link", "heading"),
    [
        (1, "syllabus", "Syllabus"),
        (3, "Decide Madrid", "Decide Madrid"),
        (5, "collection of quotations", "Quotations"),
    ],
)
def test_a_link_of_a_session_opens_its_page_in_lab_and_in_voila(context, course, lab, session, link, heading):
    page = context.new_page()
    page.goto(f"{lab}/lab/tree/session-{session}.ipynb?reset&token=lab")
    page.locator(".jp-RenderedMarkdown").get_by_role("link", name=link).first.click()
    page.locator(".jp-MarkdownViewer").get_by_role("heading", name=heading, level=1).wait_for()
    page.goto(f"{course}/sessions/{session}")
    page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true })"
    )  # also what is folded
    page.get_by_role("main").get_by_role("link", name=link).first.click()
    page.get_by_role("heading", name=heading, level=1).wait_for()


@pytest.mark.long
@pytest.mark.parametrize(
    ("activity", "session", "title"),
    [
        ("inclusion-obstacles", 3, "Lack of legal identity weighs most: “It decides”"),
        ("change-levels", 5, "Organisational change holds the others back: “Slowly”"),
    ],
)
def test_the_title_above_a_matrix_names_what_is_worst(context, book_site, activity, session, title):
    exercise = ready(Book(context, book_site).open(activity, session), activity)
    show_example(exercise).get_by_role("heading", name=title).wait_for()


@pytest.mark.long
def test_forty_solutions_have_labels_that_do_not_touch(context, book_site):
    page = Book(context, book_site).open("value-feasibility", 4)
    items = [
        {"id": f"i{n}", "name": f"Solution number {n}", "x": (n * 37) % 101, "y": (n * 61) % 101}
        for n in range(40)
    ]
    exercise = ready(page, "value-feasibility")
    give_file(
        exercise,
        json.dumps(
            {"format": "govcourse-answers", "version": 1, "answers": {"value-feasibility": {"items": items}}}
        ),
    )
    exercise.get_by_text("40 is the limit").or_(exercise.get_by_text("This is the limit of 40")).wait_for()
    boxes = exercise.locator("svg.gc-plot > g:last-child text:not(.n)").evaluate_all(
        "all => all.map(one => { const b = one.getBBox(); return [b.x, b.y, b.width, b.height] })"
    )
    assert len(boxes) >= 20
    for i, (ax, ay, aw, ah) in enumerate(boxes):
        for bx, by, bw, bh in boxes[i + 1 :]:
            assert not (ax < bx + bw - 1 and bx < ax + aw - 1 and ay < by + bh - 3 and by < ay + ah - 3)


def offered(place):
    """Opens what other exercises offer to a part of this one."""
    place.get_by_role("button", name="Bring in (").first.press("Enter")
    drawer = place.get_by_role("dialog", name="Bring in from")
    drawer.wait_for()
    return drawer


def bring(exercise, title, count):
    """Takes over everything that another exercise offers."""
    drawer = offered(exercise)
    boxes = drawer.get_by_role("group", name=title).get_by_role("checkbox")
    assert boxes.count() == count
    for n in range(count):
        boxes.nth(n).press("Space")
    drawer.get_by_role("button", name=f"Add {count}").press("Enter")
    exercise.get_by_text(f"Brought in: {count}.").wait_for()
    saved(exercise)


def give_answers(exercise, answers):
    give_file(exercise, json.dumps({"format": "govcourse-answers", "version": 1, "answers": answers}))
    exercise.get_by_text("Opened. The answers of").wait_for()


@pytest.mark.long
def test_gaps_and_ideas_go_into_the_plot_and_solutions_into_the_plan_which_goes_home(
    context, course, example
):
    page = Voila(context, course).open("dtca", 1)
    ideas = {id: example(id) for id in ("dtca", "digital-value", "stakeholders", "design-thinking")}
    give_answers(ready(page, "dtca"), ideas)
    page.goto(f"{course}/sessions/4")
    plot = ready(page, "value-feasibility")
    bring(plot, "Digital Transformation Capability", 3)
    bring(plot, "Where might digital", 2)
    bring(plot, "Design thinking", 1)
    assert "Close the gap in Legal" in plot.inner_text()
    assert "Nobody copies the same name" in plot.inner_text()
    plot.get_by_role("button", name="Details of").last.press("Enter")
    plot.locator(".gc-from", has_text="From “Design thinking workspace”").wait_for()
    page.keyboard.press("Escape")
    plot.get_by_text("All that there is has been brought in").wait_for()
    plan = ready(page, "action-plan")
    bring(plan, "Value and feasibility", 6)
    plan.get_by_role("button", name="Details of step 1.1").press("Enter")
    step = plan.get_by_role("dialog", name="Step 1.1")
    step.get_by_role(
        "button", name="Remove step 1.1"
    ).scroll_into_view_if_needed()  # what is offered is counted in view
    drawer = offered(step)
    drawer.get_by_role("button", name="Choose all Stakeholders").press("Enter")
    drawer.get_by_label("District registrars").press("Space")  # not this one
    drawer.get_by_role("button", name="Add 4").press("Enter")
    step.get_by_text("Brought in: 4.").wait_for()
    sharing = step.get_by_label("Information sharing").input_value()
    assert "Ministry of Finance" in sharing and "District registrars" not in sharing
    page.keyboard.press("Escape")
    saved(plan)
    menu(plan)
    with page.expect_download() as download:
        plan.get_by_role("button", name="Take home as a Word document").click()
    document = Document(io.BytesIO(download.value.path().read_bytes()))
    assert "Close the gap in Legal" in "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.long
def test_nothing_flows_on_without_a_click_and_what_was_left_stays_offered(context, book_site, example):
    page = Book(context, book_site).open("ndp-priorities", 2)
    give_answers(ready(page, "ndp-priorities"), {"ndp-priorities": example("ndp-priorities")})
    page.goto(f"{book_site}/notebooks/session-4.html")
    plan = ready(page, "action-plan")
    assert plan.locator(".gc-goal").count() == 0
    drawer = offered(plan)
    drawer.get_by_role("button", name="Choose all Our priorities").press("Enter")
    drawer.get_by_label("Nobody is without identity.").press("Space")
    drawer.get_by_role("button", name="Add 2").press("Enter")
    assert plan.locator(".gc-goal").count() == 2
    plan.get_by_role("button", name="Bring in (1)").press("Enter")
    drawer.get_by_label("Nobody is without identity.").wait_for()
    drawer.get_by_role("button", name="Cancel").press("Enter")
    assert plan.locator(".gc-goal").count() == 2


def test_a_private_reflection_reaches_the_poll_only_by_its_author_s_click(context, course, example):
    page = Voila(context, course).open("reflection", 4)
    give_answers(ready(page, "reflection"), {"reflection": example("reflection")})
    page.goto(f"{course}/sessions/5")
    poll = ready(page, "obstacles-poll")
    drawer = offered(poll)
    drawer.get_by_role("group", name="Four questions").get_by_label("Nobody may decide").press("Space")
    drawer.get_by_role("button", name="Add 1").press("Enter")
    assert (
        poll.get_by_label("Something else: say what").input_value()
        == "Nobody may decide, so everybody coordinates."
    )
    saved(poll)


def test_the_debrief_draws_its_charts_and_carries_a_gap_into_the_plan(host, strangers, example):
    page = host.open(["dtca", "dtca-debrief", "action-plan"], 2)
    exercise = ready(page, "dtca-debrief")
    if host.name == "room":
        pytest.skip("a room needs five people: test_rooms.py plays it")
    give_answers(exercise, {"dtca": example("dtca")})
    exercise.get_by_role("button", name="Look again").press("Enter")
    exercise.get_by_text("The largest gap is in Legal: 1.8 points").first.wait_for()
    exercise.locator(".gc-chart svg.marks").nth(3).wait_for()
    assert "Leadership" in exercise.locator(".gc-chart svg.marks").first.text_content()
    assert not exercise.get_by_text("could not be drawn").count()
    exercise.locator('[data-step="gaps"] summary').press("Enter")
    rows = exercise.locator('[data-step="gaps"] tbody tr').all_inner_texts()
    assert rows[0].split("\t") == ["Legal", "2.2", "4.0", "1.8"]
    exercise.get_by_role("checkbox", name="Legal (gap 1.8)").press("Space")
    saved(exercise)
    assert serious(page, '[data-exercise="dtca-debrief"]') == []


@pytest.mark.long
def test_a_photo_of_a_prototype_travels_without_hidden_data_and_a_wrong_file_is_told(
    context, course, tmp_path
):
    from PIL import Image

    camera, huge = tmp_path / "camera.jpg", tmp_path / "huge.jpg"  # from a disk, as people's are
    huge.write_bytes(bytes(40_000_001))

    page = Voila(context, course).open("design-thinking", 3)
    exercise = ready(page, "design-thinking")
    exercise.get_by_role("button", name="Go on to Prototype").press("Enter")
    exercise.get_by_role("button", name="Choose", exact=True).press("Enter")
    exercise.get_by_role("button", name="Describe a prototype").press("Enter")
    exif = Image.Exif()
    exif[0x010F] = "Camera of a ministry"
    Image.effect_noise((3000, 2000), 60).convert("RGB").save(camera, exif=exif, quality=60)
    photo = exercise.locator('input[type="file"][accept="image/*"]')
    photo.set_input_files({"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"no picture at all"})
    exercise.get_by_text("cannot be read as a picture").wait_for()
    photo.set_input_files(huge)
    exercise.get_by_text("larger than 40 MB. Make it smaller").wait_for()
    photo.set_input_files(camera)
    exercise.get_by_text("The picture was taken over").wait_for()
    exercise.get_by_label("What the picture shows").fill("A table at the market")
    saved(exercise)
    text = take_file(page, exercise)
    kept = json.loads(text)["answers"]["design-thinking"]["stages"]["prototype"]["forms"][0]
    assert kept["photo"].startswith("data:image/jpeg;base64,") and len(kept["photo"]) < 700_000
    assert b"Camera" not in base64.b64decode(kept["photo"].split(",")[1])
    page.reload()
    exercise = ready(page, "design-thinking")
    exercise.get_by_role("button", name="Read the whole trail").press("Enter")
    assert exercise.get_by_role("img", name="A table at the market").is_visible()


@pytest.mark.long
def test_a_canvas_is_presented_by_keyboard_and_taken_home_as_slides(context, course, example):
    from pptx import Presentation

    page = Voila(context, course).open("innovation-lab", 3)
    exercise = ready(page, "innovation-lab")
    give_answers(exercise, {"innovation-lab": example("innovation-lab")})
    exercise.get_by_role("button", name="Present").press("Enter")
    dialog = exercise.get_by_role("dialog", name="Slides from your answers")
    dialog.get_by_text("Slide 1 of 4").wait_for()
    page.keyboard.press("ArrowRight")
    dialog.get_by_text("Slide 2 of 4").wait_for()
    assert dialog.get_by_role("timer").inner_text() == "5:00"
    dialog.get_by_role("button", name="Start the timer").press("Enter")
    dialog.get_by_text("4:59").wait_for()
    dialog.get_by_role("button", name="Stop").press("Enter")
    dialog.get_by_text("Last time: 0:0").wait_for()
    page.keyboard.press("Escape")
    saved(exercise)
    menu(exercise)
    with page.expect_download() as download:
        exercise.get_by_role("button", name="Take home as slides").click()
    assert len(Presentation(io.BytesIO(download.value.path().read_bytes())).slides) == 4


@pytest.mark.long
def test_a_portfolio_shows_what_was_done_and_the_certificate_carries_a_code_only_with_a_server(
    context, course, book_site, example
):
    from govcourse import content

    done = {one.id: one.example for one in content.activities() if one.example and one.id != "portfolio"}
    for host, server_is_there in ((Voila(context, course), True), (Book(context, book_site), False)):
        page = host.open("portfolio", 5)
        exercise = ready(page, "portfolio")
        give_answers(exercise, done)
        exercise.get_by_role("button", name="Look again").press("Enter")
        exercise.get_by_label("Your name, as it should stand").fill("Ann Example")
        saved(exercise)
        certificate = exercise.locator(".gc-certificate")
        assert "Ann Example" in certificate.inner_text() and "Without a code" in certificate.inner_text()
        assert exercise.get_by_role("link", name="Roads").count() == 0
        exercise.locator('[data-session="4"] summary').first.press("Enter")
        assert exercise.locator('[data-entry="reflection"]').get_by_text("private").is_visible()
        if not server_is_there:
            assert exercise.get_by_text("There is no course server here").is_visible()
            assert exercise.get_by_role("button", name="Get a code").count() == 0
            link = exercise.get_by_role("link", name="Further criteria").get_attribute("href")
            page.goto(f"{book_site}/notebooks/{link}")
            ready(page, "selection-criteria")
            continue
        exercise.get_by_role("button", name="Get a code that others can check").press("Enter")
        certificate.get_by_text("to be checked at").wait_for()
        code = certificate.inner_text().split("Code ")[1].split(",")[0]
        page.evaluate("window.print = () => {}")
        exercise.get_by_role("button", name="Print the certificate").press("Enter")
        printed = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type /Page\b", printed)) == 1
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert len(re.findall(rb"/Type /Page\b", page.pdf())) > 5
        page.goto(f"{course}/verify/{code}")
        page.get_by_text("Ann Example has worked through").wait_for()
        assert serious(page, "html") == []


@pytest.mark.long
def test_notes_are_dragged_on_the_board_and_arranged_by_theme(context, book_site, example):
    page = Book(context, book_site).open("digital-value", 1)
    exercise = ready(page, "digital-value")
    give_answers(exercise, {"digital-value": example("digital-value")})
    exercise.get_by_role("button", name="Board", exact=True).press("Enter")
    note = exercise.locator(".gc-board button").first
    note.scroll_into_view_if_needed()
    before = note.bounding_box()
    page.mouse.move(before["x"] + 20, before["y"] + 10)
    page.mouse.down()
    page.mouse.move(before["x"] + 220, before["y"] + 110, steps=6)
    page.mouse.up()
    after = note.bounding_box()
    assert abs(after["x"] - before["x"] - 200) < 12 and abs(after["y"] - before["y"] - 100) < 12
    note.press("Shift+ArrowLeft")
    assert note.bounding_box()["x"] < after["x"]
    exercise.get_by_role("button", name="Arrange by theme").press("Enter")
    assert abs(note.bounding_box()["x"] - before["x"]) < 40
    saved(exercise)


def test_a_learner_finds_the_way_and_sees_the_progress(context, course, strangers):
    page = context.new_page()
    page.goto(course)
    assert serious(page, "html") == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the skip link
    assert page.evaluate("document.activeElement.id") == "content"
    page.get_by_role("link", name="Session 1", exact=True).click()
    exercise = ready(page, "sdg-pitch")
    assert serious(page, "html") == []
    mark = page.locator('#contents [data-state-of="sdg-pitch"]')
    assert mark.get_attribute("data-state") == "open"
    pitch(exercise).fill("x")
    saved(exercise)
    page.locator('#contents [data-state-of="sdg-pitch"][data-state="begun"]').wait_for()
    page.set_viewport_size(
        {"width": 390, "height": 844}
    )  # contents come up from the bottom, and go when they were used
    page.get_by_role("button", name="On this page").click()
    page.locator("#contents").get_by_role("link", name="One goal in one minute").click()
    page.locator("#contents").wait_for(state="hidden")
    assert page.evaluate("location.hash") == "#exercise-sdg-pitch"
    assert page.evaluate("document.querySelectorAll('[id=exercise-sdg-pitch]').length") == 1
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("link", name="My work").first.click()
    page.get_by_role("heading", name="Session 1. ").wait_for()
    assert serious(page, "html") == []
    with page.expect_download() as download:
        page.get_by_role("link", name="All of it as one document (Word)").click()
    assert download.value.suggested_filename.endswith(".docx")
    page.get_by_role("link", name="One goal in one minute", exact=True).click()
    assert pitch(ready(page, "sdg-pitch")).input_value() == "x"
    page.goto(course)
    page.get_by_role("heading", name="Continue where you left off").wait_for()
    page.get_by_role("link", name="Continue", exact=True).click()
    ready(page, "sdg-pitch")
    assert page.evaluate("location.hash") == "#exercise-sdg-pitch"
    page.goto(course)
    page.get_by_role("button", name="Make it dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert serious(page, "html") == []
    page.goto(f"{course}/sessions/1")
    ready(page, "sdg-pitch")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert serious(page, "main") == []


def test_the_book_works_from_a_stick(context, book, strangers):
    page = context.new_page()
    page.goto((book / "notebooks" / "session-1.html").as_uri())
    exercise = ready(page, "sdg-pitch")
    pitch(exercise).fill("From the stick")
    saved(exercise)
    page.reload()
    assert pitch(ready(page, "sdg-pitch")).input_value() == "From the stick"
    assert serious(page, "article") == []


@pytest.mark.long
def test_a_browser_that_stores_nothing_says_so(context, book_site):
    page = context.new_page()
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    page.goto(f"{book_site}/notebooks/session-1.html")
    exercise = ready(page, "sdg-pitch")
    pitch(exercise).fill("Nowhere to go")
    exercise.locator('.gc-status[data-kind="problem"]').wait_for()
    assert "no room left" in exercise.inner_text()
    assert pitch(exercise).input_value() == "Nowhere to go"


@pytest.mark.long
def test_an_unreadable_store_of_the_browser_is_put_aside(context, book_site):
    page = context.new_page()
    page.goto(f"{book_site}/notebooks/session-1.html")
    page.evaluate("localStorage.setItem('govcourse-answers', 'not json')")
    page.reload()
    exercise = ready(page, "sdg-pitch")
    pitch(exercise).fill("New")
    saved(exercise)
    assert page.evaluate("localStorage.getItem('govcourse-answers-unreadable')") == "not json"
