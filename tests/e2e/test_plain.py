"""A session without a kernel: the same exercises, at once; and a queue for those who want one."""

import shutil
import time

import httpx
import nbformat
import pytest
from govcourse import content
from govcourse.server.kernel_queue import KernelQueue

from tests.e2e.helpers import PAGES, fill, ready, saved, serious
from tests.running import kernels, server

pytestmark = pytest.mark.e2e


def joined(page, activity):
    """Waits until the kernel carries an exercise's answers."""
    page.locator(f'[data-govcourse-mount="{activity}"][data-kernel]').wait_for(state="attached")


@pytest.mark.parametrize("session", range(1, 6))
def test_all_exercises_of_a_session_work_without_a_kernel(context, course, session, strangers):
    page = context.new_page()
    page.goto(f"{course}/sessions/{session}/plain")
    for activity in PAGES[session]:
        ready(page, activity)
    assert serious(page, "html") == []


def test_what_is_entered_without_a_kernel_is_there_with_one(context, course):
    page = context.new_page()
    page.goto(f"{course}/sessions/4/plain")
    exercise = ready(page, "reflection")
    fill(page, exercise, "reflection")
    saved(exercise)
    typed = exercise.get_by_role("textbox").first.input_value()
    page.goto(f"{course}/sessions/4")
    assert ready(page, "reflection").get_by_role("textbox").first.input_value() == typed


def test_an_exercise_in_voila_is_filled_in_before_its_kernel_and_saved_by_it_afterwards(context, tmp_path):
    with server(tmp_path / "home") as address:
        before = set(kernels())
        page = context.new_page()
        page.goto(f"{address}/sessions/1", wait_until="commit")
        exercise = ready(page, "sdg-pitch")
        exercise.get_by_label("Which service?").fill("Typed at once")
        saved(exercise)
        joined(page, "sdg-pitch")
        assert exercise.get_by_label("Which service?").input_value() == "Typed at once"
        found = [one for kernel in set(kernels()) - before for one in kernel.net_connections("tcp")]
        assert not [
            one for one in found if one.status == "ESTABLISHED"
        ]  # they meet in a folder, not at a port
        with page.expect_request(lambda request: "/answers/sdg-pitch" in request.url, timeout=20_000):
            (kernel,) = set(kernels()) - before
            kernel.suspend()  # it falls silent: the page goes on without it
            exercise.get_by_label("For whom?").fill("For those who wait")
            exercise.locator('.gc-status[data-kind="saving"]').wait_for()
        saved(exercise)
        kernel.resume()
        page.reload()
        again = ready(page, "sdg-pitch")
        assert again.get_by_label("Which service?").input_value() == "Typed at once"
        assert again.get_by_label("For whom?").input_value() == "For those who wait"


def test_an_answer_goes_by_the_kernel_once_it_is_there(context, course):
    page = context.new_page()
    sent = []
    page.on("request", lambda request: request.method == "PUT" and sent.append(request.url))
    page.goto(f"{course}/sessions/1")
    exercise = ready(page, "sdg-pitch")
    joined(page, "sdg-pitch")
    exercise.get_by_label("Which service?").fill("By comm")
    saved(exercise)
    assert sent == []
    page.goto(f"{course}/sessions/1/plain")
    assert ready(page, "sdg-pitch").get_by_label("Which service?").input_value() == "By comm"


def test_a_cell_that_computes_fills_its_place_and_an_exercise_that_only_the_kernel_shows_works(
    context, tmp_path
):
    root = tmp_path / "course"
    for part in ("data", "book", "locale"):
        (root / part).parent.mkdir(exist_ok=True)
        (root / part).symlink_to(content.root() / part)
    shutil.copytree(content.root() / "notebooks", root / "notebooks")
    path = root / "notebooks" / "session-1.ipynb"
    notebook = nbformat.read(path, as_version=4)
    cells = ["print(6 * 7, 'is computed')", "from govcourse import exercise\ndisplay(exercise('reflection'))"]
    notebook.cells[4:4] = [nbformat.v4.new_code_cell(cell) for cell in cells]
    nbformat.write(notebook, path)
    with server(tmp_path / "home", GOVCOURSE_ROOT=str(root)) as address:
        page = context.new_page()
        page.goto(f"{address}/sessions/1")
        computed = page.get_by_text("42 is computed")
        computed.wait_for()
        exercise = ready(page, "reflection")
        fill(page, exercise, "reflection")
        saved(exercise)
        below = ready(page, "sdg-pitch").bounding_box()["y"]
        assert computed.bounding_box()["y"] < exercise.bounding_box()["y"] < below
        page.goto(f"{address}/sessions/1/plain")
        assert page.get_by_text("waits for its place on the server").count() == 2


def test_who_comes_when_all_kernels_are_taken_can_work_and_is_told_the_place(browser, tmp_path):
    with server(tmp_path / "home", GOVCOURSE_KERNELS="1") as address:
        first = browser.new_context()
        one = first.new_page()
        one.goto(f"{address}/sessions/1")
        ready(one, "sdg-pitch")
        second = browser.new_context()
        two = second.new_page()
        two.goto(f"{address}/sessions/1")
        two.get_by_text("you are number 1 in the queue").wait_for()
        exercise = ready(two, "sdg-pitch")
        exercise.get_by_label("Which service?").fill("Without waiting")
        saved(exercise)
        one.goto("about:blank")  # its kernel goes with it
        two.get_by_text("There is a place for you now").wait_for(timeout=40_000)
        two.reload()
        assert ready(two, "sdg-pitch").get_by_label("Which service?").input_value() == "Without waiting"
        assert two.locator("#queue").count() == 0
        for one_ in (first, second):
            one_.close()


def test_the_queue_keeps_its_order_and_forgets_those_who_left(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    places = KernelQueue(2)
    assert [
        places.ahead(who, running) for who, running in (("a", 0), ("b", 1), ("c", 2), ("d", 2), ("c", 2))
    ] == [0, 0, 1, 2, 1]
    assert places.ahead("d", 1) == 2  # one place is free, and it is c's
    assert places.ahead("c", 1) == 0
    assert places.ahead("d", 2) == 1
    now[0] = 60.0
    assert places.ahead("e", 2) == 1  # d has gone


def test_the_place_is_told_to_whoever_has_one(course):
    with httpx.Client(base_url=course) as client:
        assert client.get("/api/me/place").status_code == 401
        client.get("/sessions/1/plain")
        assert client.get("/api/me/place").json() == {"ahead": 0}
