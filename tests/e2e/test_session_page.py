"""A session's page on the course server: whole without a kernel, which comes when something computes."""

import contextlib

import psutil
import pytest
from playwright.sync_api import Error

from tests.e2e.helpers import PAGES, fill, ready, saved, serious
from tests.running import course_that_computes, kernels, server

BUTTON = """import ipywidgets
button = ipywidgets.Button(description="Count")
button.on_click(lambda _: setattr(button, "description", "Counted by the kernel"))
button"""
EXERCISE = "from govcourse import exercise\ndisplay(exercise('reflection'))"


@pytest.mark.parametrize("session", [2, *(pytest.param(one, marks=pytest.mark.long) for one in (1, 3, 4, 5))])
def test_all_exercises_of_a_session_work_without_kernel_and_voila(context, course, session, strangers):
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    before = set(kernels())
    # Whoever works on exercises alone never looks at what computes.
    page.add_init_script("globalThis.IntersectionObserver = class { observe() {} disconnect() {} }")
    page.goto(f"{course}/sessions/{session}")
    for activity in PAGES[session]:
        ready(page, activity)
    assert serious(page, "html") == []
    assert not [url for url in asked if "/voila/" in url] and set(kernels()) <= before


def test_a_session_has_one_page_under_both_of_its_addresses(context, course):
    page = context.new_page()
    page.goto(f"{course}/sessions/4")
    exercise = ready(page, "reflection")
    fill(page, exercise, "reflection")
    saved(exercise)
    typed = exercise.get_by_role("textbox").first.input_value()
    page.goto(f"{course}/voila/render/session-4.ipynb")
    assert ready(page, "reflection").get_by_role("textbox").first.input_value() == typed


def test_an_exercise_keeps_its_title_whole_beside_what_went_wrong(context, course):
    page = context.new_page()
    page.goto(f"{course}/sessions/4")
    exercise = ready(page, "reflection")
    wide = exercise.locator("h3").bounding_box()["width"]
    context.set_offline(True)
    exercise.get_by_role("textbox").first.fill("Typed without a network")
    exercise.locator('.gc-status[data-kind="problem"]').wait_for()
    assert exercise.locator("h3").bounding_box()["width"] >= wide
    context.set_offline(False)


def test_what_computes_has_a_kernel_when_it_is_seen_and_stands_in_its_place(context, tmp_path):
    root = course_that_computes(tmp_path, "print(6 * 7, 'is computed')", BUTTON, EXERCISE)
    with server(tmp_path / "home", computes=True, GOVCOURSE_ROOT=str(root)) as address:
        before, page = set(kernels()), context.new_page()
        page.set_viewport_size({"width": 1000, "height": 500})
        page.goto(f"{address}/sessions/1")
        ready(page, "sdg-pitch")
        page.locator("[data-cell]").first.scroll_into_view_if_needed()
        computed = page.get_by_text("42 is computed")
        computed.wait_for()
        page.get_by_role("button", name="Count", exact=True).click()
        page.get_by_role("button", name="Counted by the kernel").wait_for()
        exercise = ready(page, "reflection")
        fill(page, exercise, "reflection")
        with page.expect_response(lambda answer: answer.url.endswith("/api/me/answers/reflection")):
            exercise.get_by_role("textbox").first.fill("By HTTP, though a cell shows it")
        saved(exercise)
        (kernel,) = set(kernels()) - before
        # They meet in a folder, not at a port.
        assert not [one for one in kernel.net_connections("tcp") if one.status == "ESTABLISHED"]
        below = ready(page, "sdg-pitch").bounding_box()["y"]
        assert computed.bounding_box()["y"] < exercise.bounding_box()["y"] < below


@pytest.mark.long
def test_a_page_that_is_read_only_at_its_top_starts_no_kernel_until_it_is_asked(context, tmp_path):
    root = course_that_computes(tmp_path, "print(6 * 7, 'is computed')")
    with server(tmp_path / "home", computes=True, GOVCOURSE_ROOT=str(root)) as address:
        before, page = set(kernels()), context.new_page()
        page.set_viewport_size({"width": 1000, "height": 400})
        page.add_init_script("globalThis.IntersectionObserver = class { observe() {} disconnect() {} }")
        page.goto(f"{address}/sessions/1")
        exercise = ready(page, "sdg-pitch")
        exercise.get_by_label("Which service?").fill("Without any kernel")
        saved(exercise)
        assert set(kernels()) == before
        page.get_by_role("button", name="Run this part").press("Enter")
        page.get_by_text("42 is computed").wait_for()


@pytest.mark.long
@pytest.mark.parametrize("moment", ["while it computes", "when it is whole"])
@pytest.mark.parametrize("end", ["left", "crashed"])
def test_a_kernel_goes_when_its_page_goes(context, tmp_path, moment, end):
    needs = {  # what a page needs its kernel for
        "while it computes": "import time\ntime.sleep(20)",
        "when it is whole": "import ipywidgets\nipywidgets.Button(description='Ready')",
    }
    root = course_that_computes(tmp_path, "print(6 * 7, 'is computed')", needs[moment])
    with server(tmp_path / "home", computes=True, GOVCOURSE_ROOT=str(root)) as address:
        before, page = set(kernels()), context.new_page()
        with page.expect_request("**/sessions/1/compute"):
            page.goto(f"{address}/sessions/1", wait_until="commit")
            page.locator("[data-cell]").first.scroll_into_view_if_needed()
        if moment == "when it is whole":
            page.get_by_role("button", name="Ready").wait_for()
        while not (mine := set(kernels()) - before):
            page.evaluate("new Promise(requestAnimationFrame)")
        if end == "left":
            page.goto("about:blank")
        else:
            with contextlib.suppress(Error):  # a crashed page does not answer
                page.goto("chrome://crash", timeout=3000)
        gone, alive = psutil.wait_procs(mine, timeout=40)
        assert gone and not alive


@pytest.mark.long
def test_who_comes_when_all_kernels_are_taken_can_work_and_is_told_the_place(browser, tmp_path):
    root = course_that_computes(tmp_path, "print(6 * 7, 'is computed')")
    with server(tmp_path / "home", GOVCOURSE_KERNELS="1", computes=True, GOVCOURSE_ROOT=str(root)) as address:
        first, second = browser.new_context(), browser.new_context()
        one, two = first.new_page(), second.new_page()
        for page in (one, two):
            page.goto(f"{address}/sessions/1")
            page.locator("[data-cell]").first.scroll_into_view_if_needed()
            page.get_by_text("42 is computed").or_(
                page.get_by_text("you are number 1 in the queue")
            ).wait_for()
        exercise = ready(two, "sdg-pitch")
        exercise.get_by_label("Which service?").fill("Without waiting")
        saved(exercise)
        one.goto("about:blank")  # its kernel goes with it
        two.get_by_text("42 is computed").wait_for(timeout=40_000)
        assert ready(two, "sdg-pitch").get_by_label("Which service?").input_value() == "Without waiting"
        for context in (first, second):
            context.close()
