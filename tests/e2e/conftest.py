"""A real Chromium, and the four hosts as their users start them."""

import contextlib
import functools
import http.server
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest
from govcourse import content
from govcourse.doctor import chromium
from playwright.sync_api import Error, sync_playwright

from tests.running import TOKEN, free_port, server, wait_for

pytest.register_assert_rewrite("tests.e2e.helpers")  # a failed check there says what it saw

from tests.e2e.helpers import notebook, session_of  # noqa: E402

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser():
    program = chromium()
    assert program, "No Chromium: apt-get install chromium, or set CHROMIUM."
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def context(browser):
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    opened.set_default_timeout(30_000)
    yield opened
    opened.close()


@pytest.fixture
def strangers(context):
    """Requests to any other host; a test that uses it fails at its end when there was one."""
    seen = []
    context.on(
        "request",
        lambda request: (
            request.url.startswith(("http", "ws"))
            and "127.0.0.1" not in request.url
            and seen.append(request.url)
        ),
    )
    yield seen
    assert not seen, seen


@pytest.fixture(scope="session")
def course(tmp_path_factory):
    with server(tmp_path_factory.mktemp("course"), computes=True) as address:
        yield address


@pytest.fixture(scope="session")
def book_site(book):
    """The book as an academy's web server gives it."""
    site = serve_files(book)
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def serve_files(folder):
    """A plain web server for a folder, on a port of its own; it runs until it is shut down."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    return site


@pytest.fixture(scope="session")
def lab_home(tmp_path_factory):
    return tmp_path_factory.mktemp("lab")


@pytest.fixture(scope="session")
def lab_server(lab_home):
    """JupyterLab with copies of the notebooks and a store of its own."""
    shutil.copytree(content.root() / "notebooks", lab_home / "notebooks")
    port = free_port()
    log = (lab_home / "lab.log").open("ab")
    process = subprocess.Popen(
        [
            sys.executable, "-m", "govcourse.cli", "lab", "--port", str(port), "--notebooks", str(lab_home / "notebooks"),
            "--allow-root", "--no-browser", "--ServerApp.token=lab", "--ServerApp.port_retries=0",
        ],
        env={**os.environ, "GOVCOURSE_HOME": str(lab_home / "store"), "JUPYTER_CONFIG_DIR": str(lab_home / "config")},
        stdout=log, stderr=subprocess.STDOUT,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    wait_for(f"{address}/api", process, lab_home / "lab.log")
    yield address
    process.terminate()
    process.wait(20)
    log.close()


@pytest.fixture
def lab(lab_server, lab_home):
    """Its only learner begins anew: in all other hosts each test has somebody of its own."""
    store = lab_home / "store" / "course.db"
    if store.exists():
        with contextlib.closing(sqlite3.connect(store)) as database, database:
            database.execute("delete from answers")
    return lab_server


class Voila:
    def __init__(self, context, course):
        self.context, self.course = context, course

    def open(self, activity, session):
        page = self.context.new_page()
        page.goto(f"{self.course}/{'sessions' if isinstance(session, int) else 'further'}/{session}")
        return page

    def reload(self, page):
        page.reload()
        return page


class Book(Voila):
    def open(self, activity, session):
        page = self.context.new_page()
        page.goto(f"{self.course}/notebooks/{notebook(session)}.html")
        return page


class Room(Voila):
    """A participant's page; the facilitator has opened the exercise."""

    def open(self, activity, session):
        facilitator = {"Authorization": f"Bearer {TOKEN}"}
        with httpx.Client(base_url=self.course, headers=facilitator) as client:
            code = client.post(
                "/api/rooms", json={"title": "Room", "sessions": [session_of(session)]}
            ).json()["code"]
            for one in [activity] if isinstance(activity, str) else activity:
                client.put(f"/api/rooms/{code}/activities/{one}", json={"state": "open"})
        page = self.context.new_page()
        page.goto(f"{self.course}/join/{code}")
        page.get_by_role("button", name="Join").press("Enter")
        return page


class Lab(Voila):
    def open(self, activity, session):
        page = self.context.new_page()
        self._run(page, session)
        return page

    def _run(self, page, session):
        """Exercises come by themselves; what computes is run by whoever wants it."""
        page.goto(f"{self.course}/lab/tree/{notebook(session)}.ipynb?reset&token=lab")
        page.session = session

    def reload(self, page):
        self._run(page, page.session)
        return page


# The book is on the way in `make test`; what the others add to it, their transport, has shorter tests of its own there.
@pytest.fixture(
    params=["book", *(pytest.param(one, marks=pytest.mark.long) for one in ("voila", "room", "lab"))]
)
def host(request, context):
    kinds = {
        "voila": (Voila, "course"),
        "book": (Book, "book_site"),
        "room": (Room, "course"),
        "lab": (Lab, "lab"),
    }
    kind, fixture = kinds[request.param]
    made = kind(context, request.getfixturevalue(fixture))
    made.name = request.param
    return made


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """A picture of every open page when a test fails, beside the tests."""
    outcome = yield
    report = outcome.get_result()
    if report.when == "call" and report.failed and "context" in item.funcargs:
        folder = Path(__file__).parent / "screenshots"
        folder.mkdir(exist_ok=True)
        for number, page in enumerate(item.funcargs["context"].pages):
            name = "".join(c if c.isalnum() else "-" for c in item.name)[:80]
            with contextlib.suppress(Error):  # a page that crashed has no picture
                page.screenshot(path=folder / f"{name}-{number}.png", timeout=5000)
