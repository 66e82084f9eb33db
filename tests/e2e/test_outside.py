"""A kind that an academy installed, in browsers: the same exercise in every host, and a room's figures. See tests/outside."""

import pytest
from playwright.sync_api import expect

from tests import outside
from tests.e2e.conftest import Room, serve_files
from tests.e2e.helpers import ready, saved, serious
from tests.e2e.test_rooms import Console, join
from tests.running import server

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def academy(tmp_path_factory):
    return outside.academy(tmp_path_factory.mktemp("academy"))


@pytest.fixture(scope="module")
def course(academy, tmp_path_factory):
    with server(tmp_path_factory.mktemp("home"), **academy.environment) as address:
        yield address


@pytest.fixture(scope="module")
def book(academy, tmp_path_factory):
    """Its book, as files; built as `govcourse book` does."""
    out = tmp_path_factory.mktemp("book")
    academy.run("-c", f"import sys; from pathlib import Path; from govcourse.book.build import build; sys.exit(build(Path({str(out)!r})))")  # fmt: skip
    return out / "_build" / "html"


@pytest.fixture(scope="module")
def book_site(book):
    site = serve_files(book)
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()


def fill(exercise):
    exercise.get_by_label("People at Births").fill("7")
    exercise.get_by_label("What surprises you?").fill("They come early")
    saved(exercise)


def filled(exercise):
    expect(exercise.get_by_label("People at Births")).to_have_value("7")
    expect(exercise.get_by_label("What surprises you?")).to_have_value("They come early")


def test_a_session_s_page_has_the_exercise_and_keeps_what_is_entered(context, course, strangers):
    page = context.new_page()
    page.goto(f"{course}/sessions/1")
    fill(ready(page, "counter"))
    page.reload()
    filled(ready(page, "counter"))
    assert serious(page, "[data-exercise]") == []


def test_a_participant_s_page_has_it_when_it_is_opened(context, course, strangers):
    page = Room(context, course).open("counter", 1)
    fill(ready(page, "counter"))
    page.reload()
    filled(ready(page, "counter"))


def test_console_and_projector_show_a_room_s_figures_by_its_own_view(browser, context, course):
    console = Console(context, course, "Office")
    console.session(1)
    console.act("Open", "counter")
    phones = [join(browser, course, console.code) for _ in range(5)]
    for phone in phones:
        fill(ready(phone, "counter"))
    screen = context.new_page()
    screen.goto(f"{course}/room/{console.code}/screen")
    console.act("Show results", "counter")
    console.act("Everybody look", "counter")
    console.choose("counter")
    for where in (console.live, screen):
        where.get_by_text("Counted at Births: 35").wait_for()
    for phone in phones:
        phone.context.close()


def test_the_book_has_it_on_the_web_and_as_files(context, book, book_site, strangers):
    for address in (book_site, book.as_uri()):
        page = context.new_page()
        page.goto(f"{address}/notebooks/session-1.html")
        fill(ready(page, "counter"))
        page.reload()
        filled(ready(page, "counter"))
