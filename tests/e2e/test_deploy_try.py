"""More than one machine's worth, with the real programs: two course servers on one PostgreSQL and a hub, behind nginx with TLS (`deploy/try`).

Debian has them: apt-get install postgresql nginx. JupyterHub and its proxy come with what tests need.
"""

import base64
import hashlib
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
import psutil
import pytest
from govcourse import content
from govcourse.doctor import chromium
from playwright.sync_api import expect

from tests.e2e.conftest import ARGUMENTS
from tests.e2e.helpers import ready, saved
from tests.running import free_port

pytestmark = pytest.mark.long
RUN = content.root() / "deploy" / "try" / "run.py"
PITCH = "Your one-minute pitch"


def free_ports(number: int) -> int:
    """The first of so many ports in a row that nobody has."""
    while True:
        first = free_port()
        try:
            for port in range(first, first + number):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
            return first
        except OSError:
            continue


class Played:
    """What `deploy/try` started, as its ready.json tells."""

    def __init__(self, folder: Path):
        self.folder, told = folder, json.loads((folder / "ready.json").read_text())
        self.course, self.hub, self.password = told["course"], told["hub"], told["password"]
        self.ports, self.pids, self.log = told["ports"], told["pids"], Path(told["log"])
        self.facilitator = {"Authorization": f"Bearer {told['token']}"}
        self.trusted = ssl.create_default_context(cafile=told["authority"])

    def from_address(self, own: str, **headers: str) -> httpx.Client:
        """Somebody at this address of this machine; the certificate is checked by the authority of this try."""
        return httpx.Client(
            base_url=f"https://127.0.0.1:{self.ports['nginx']}", timeout=60,
            headers={"Host": self.course.removeprefix("https://")} | headers,
            transport=httpx.HTTPTransport(verify=self.trusted, local_address=own),
        )  # fmt: skip

    def asked(self, own: str, path: str) -> list[str]:
        """The servers which answered this address at this path, by nginx's own account."""
        names = {str(port): name for name, port in self.ports.items()}
        lines = (line.split(" ") for line in self.log.read_text().splitlines())
        return [names[one[-1].rsplit(":", 1)[1]] for one in lines if (one[0], one[3]) == (own, path)]

    def answered(self, own: str, path: str, before: int = 0) -> str:
        """The one that answered last, once there is an answer after so many before."""
        end = time.monotonic() + 30
        while len(seen := self.asked(own, path)) <= before:
            assert time.monotonic() < end, self.log.read_text()[-2000:]
            time.sleep(0.05)
        return seen[-1]

    def serves(self, own: str) -> str:
        before = len(self.asked(own, "/health"))
        with self.from_address(own) as client:
            assert client.get("/health").status_code == 200
        return self.answered(own, "/health", before)

    def kill(self, name: str) -> None:
        psutil.Process(self.pids[name]).kill()


@pytest.fixture
def played():
    for program, package in (("nginx", "nginx"), ("psql", "postgresql")):
        if not shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin"):
            pytest.skip(f"{program} is not installed: apt-get install {package}")
    with tempfile.TemporaryDirectory(prefix="govcourse-try-") as name:  # PostgreSQL's user comes into it
        folder = Path(name)
        command = [sys.executable, str(RUN), "--folder", name, "--port", str(free_ports(8))]
        with (folder / "run.log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            end = time.monotonic() + 180
            while not (folder / "ready.json").exists():
                said = (folder / "run.log").read_text()
                assert process.poll() is None and time.monotonic() < end, said
                time.sleep(0.1)
            started = psutil.Process(process.pid).children(recursive=True)
            yield Played(folder)
            started += psutil.Process(process.pid).children(recursive=True)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(120)
    assert process.returncode == 0
    left = [one for one in set(started) if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]
    assert left == []


@pytest.fixture
def opened(browser, played):
    """A browser that trusts this try's certificate."""
    key = subprocess.run(
        ["openssl", "pkey", "-in", played.folder / "tls" / "key.pem", "-pubout", "-outform", "DER"],
        check=True, capture_output=True,
    ).stdout  # fmt: skip
    trusted = base64.b64encode(hashlib.sha256(key).digest()).decode()
    arguments = [*ARGUMENTS, f"--ignore-certificate-errors-spki-list={trusted}"]
    own = browser.browser_type.launch(executable_path=chromium(), args=arguments)
    yield own
    own.close()


def log_in(opened, played, name):
    """JupyterLab of a learner, who begins at the hub's door."""
    context = opened.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(90_000)
    page = context.new_page()
    page.goto(played.hub)
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(played.password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Welcome").wait_for()
    assert f"{played.hub}/user/{name}/lab" in page.url
    page.goto(f"{played.hub}/user/{name}/lab/tree/session-1.ipynb")
    return page


def is_saved(response):
    return response.ok and response.request.method == "PUT" and "/answers/sdg-pitch" in response.url


def test_learners_work_in_the_hub_and_a_room_lives_on_when_the_course_server_that_it_came_by_is_killed(
    opened, played
):
    # Two learners log in at the hub; each has an own server, and an own answer.
    first = log_in(opened, played, "ana")
    exercise = ready(first, "sdg-pitch")
    exercise.get_by_label(PITCH).fill("Every visit counts.")
    saved(exercise)
    second = log_in(opened, played, "ben")
    assert ready(second, "sdg-pitch").get_by_label(PITCH).input_value() == ""
    first.reload()
    assert ready(first, "sdg-pitch").get_by_label(PITCH).input_value() == "Every visit counts."

    # The room is led through one course server, and the participant comes in by the other.
    here = played.serves("127.0.0.1")
    elsewhere = next(own for own in (f"127.0.{n}.1" for n in range(1, 30)) if played.serves(own) != here)
    there = played.serves(elsewhere)
    assert {here, there} == {"course-1", "course-2"}
    with played.from_address(elsewhere, **played.facilitator) as console:

        def set_to(state):
            its = f"{path}/activities/sdg-pitch"
            before = len(played.asked(elsewhere, its))
            assert console.put(its, json={"state": state}).status_code == 200
            assert played.answered(elsewhere, its, before) == there

        made = console.post("/api/rooms", json={"title": "Cohort", "sessions": [1]}).json()
        path = f"/api/rooms/{made['code']}"
        assert made["join_url"] == f"{played.course}/join/{made['code']}"
        context = opened.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        phone = context.new_page()
        phone.goto(made["join_url"])
        assert played.answered("127.0.0.1", f"/join/{made['code']}") == here
        phone.get_by_role("button", name="Join").tap()
        phone.locator("#exercises").wait_for(state="attached")
        (cookie,) = context.cookies()
        assert cookie["name"].startswith("__Host-") and cookie["secure"] and cookie["httpOnly"]

        # What is opened by the one, the other tells its phone; what is written there, the first one counts.
        set_to("open")
        exercise = ready(phone, "sdg-pitch")
        with phone.expect_response(is_saved):
            exercise.get_by_label(PITCH).fill("Every visit counts.")
        counts = console.get(f"{path}/counts").json()
        assert (counts["participants"], counts["answered"]) == (1, {"sdg-pitch": 1})

        # The phone's server dies; the phone goes on by the one that is left, hears of the room again, and nothing is lost.
        played.kill(here)
        with phone.expect_response(is_saved):
            exercise.get_by_label(PITCH).fill("Every visit counts, also now.")
        assert played.serves("127.0.0.1") == there
        set_to("closed")
        expect(exercise.get_by_label(PITCH)).not_to_be_editable(timeout=60_000)
        phone.reload()
        set_to("open")
        again = ready(phone, "sdg-pitch").get_by_label(PITCH)
        expect(again).to_have_value("Every visit counts, also now.")
        expect(again).to_be_editable()
    assert f"{here} has ended (-9); the rest goes on." in (played.folder / "run.log").read_text()
