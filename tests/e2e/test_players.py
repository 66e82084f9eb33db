"""The book's packages on learning platforms that others wrote: everything filled in, left, and gone on with in a second browser.

`make players` installs them, each in an environment of its own, and runs this; without them nothing here runs.
"""

import json
import subprocess
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from govcourse import content
from govcourse.book import scorm

from tests.e2e.test_learning_platform import HELD, SAVE, examples
from tests.running import free_port

pytestmark = pytest.mark.long
PLAYERS = content.root() / "_build" / "players"
SITES = Path(__file__).parents[1] / "outside" / "players"
# The platform's own word for how far somebody is; wagtail-lms opens packages of SCORM 1.2 only, whatever their version says.
SAYS = {"wagtail_lms": "#scorm-status", "scorm_xblock": ".completion-status"}
PLAYED = [("wagtail_lms", "1.2"), ("scorm_xblock", "1.2"), ("scorm_xblock", "2004")]


@pytest.fixture(scope="module", params=PLAYED, ids="-".join)
def played(request, tmp_path_factory):
    """A platform's name, the version of its package, and the address at which one learner has it."""
    name, version = request.param
    python = PLAYERS / name / "bin" / "python"
    if not python.exists():
        pytest.skip(f"{name} is not installed: make players")
    folder = tmp_path_factory.mktemp(name)
    book = folder / "book"
    book.mkdir()
    (book / "index.html").write_text("<!DOCTYPE html><title>Book</title><h1>The course</h1>")
    (package,) = [one for one in scorm.pack(book, folder) if version in one.name]
    port = free_port()
    command = [python, SITES / f"{name}_site.py", folder, str(port), package]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log)
    try:
        told = process.stdout.readline()
        assert told, (folder / "log").read_text()[-2000:]
        address = f"http://127.0.0.1:{port}{json.loads(told)[package.stem]}"
        end = time.monotonic() + 60
        while True:
            try:
                urlopen(address, timeout=30).close()
                break
            except OSError:
                assert process.poll() is None and time.monotonic() < end, (folder / "log").read_text()[-2000:]
                time.sleep(0.1)
        yield name, version, address
    finally:
        process.terminate()
        process.communicate(timeout=30)


class Browser:
    """One that knows nothing of the other one, at the learner's package."""

    def __init__(self, browser, address):
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.page.goto(address)
        self.launch = self.frame("/launch.html")
        self.launch.frame_locator("iframe#book").get_by_role("heading", name="The course").wait_for()
        self.book = self.frame("/book/index.html")

    def frame(self, ending):
        """The frame of the package's file, once it is there."""
        end = time.monotonic() + 60
        while True:
            for one in self.page.frames:
                if one.url.endswith(ending):
                    return one
            assert time.monotonic() < end, [one.url for one in self.page.frames]
            self.page.wait_for_timeout(50)

    def save(self, answers):
        """Saves as the book does, and waits until the package has kept what the platform takes."""
        self.book.evaluate(SAVE, answers)
        self.launch.wait_for_function("!busy && held === read().saved", timeout=60_000)
        return self.launch.locator("#full")

    def answers(self):
        return self.book.evaluate(HELD)

    def leave(self):
        """Closes it, once Open edX's player has sent what it gives back already."""
        self.page.wait_for_function("!window.jQuery || jQuery.active === 0")
        self.context.close()


def test_what_is_filled_in_on_a_platform_of_others_goes_on_in_a_second_browser(browser, played):
    name, version, address = played
    all = examples()
    here = Browser(browser, address)
    full = here.save(all)
    here.page.locator(SAYS[name]).filter(has_text="completed").wait_for()
    said = full.inner_text() if full.is_visible() else ""
    here.leave()
    there = Browser(browser, address)
    resumed = there.answers()
    left = all.keys() - resumed.keys()
    assert resumed == {id: all[id] for id in all if id not in left}
    assert {id for id in all if content.activity(id).title in said} == left
    assert not left if version == "2004" else len(json.dumps(resumed)) > 14_000
    there.save({**resumed, "sdg-pitch": {"goal": 7}})
    there.leave()
    again = Browser(browser, address)
    assert again.answers()["sdg-pitch"] == {"goal": 7} and again.answers().keys() == resumed.keys() | {
        "sdg-pitch"
    }
    again.leave()
