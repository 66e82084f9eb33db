"""Where answers are kept: what a course server says becomes what a notebook can act on."""

import asyncio
import http.server
import socket
from threading import Thread

import pytest
from govcourse.jupyter import sources
from govcourse.jupyter.answers import Answers
from govcourse.jupyter.sources import Outdated, ServerSource, Unreachable
from govcourse.kinds import AnswerError

from tests.once import awaited


class Server:
    """As much of a course server as a kernel asks."""

    def __init__(self):
        self.answer, self.version, self.says, self.asked = {}, 0, None, 0

    def call(self, url, token, method="GET", body=None):
        self.asked += 1
        assert (url, token) == ("http://course/api/me/answers/sdg-pitch", "secret")
        if self.says:
            return self.says
        if method == "PUT" and body["version"] != self.version:
            return 409, {"error": {"code": "stale"}}
        if method == "PUT":
            self.page_saves(body["answer"])
        return 200, {"answer": self.answer, "version": self.version}

    def page_saves(self, answer):
        self.answer, self.version = answer, self.version + 1


@pytest.fixture
def server(monkeypatch):
    made = Server()
    monkeypatch.setattr(sources, "call", made.call)
    return made


@pytest.fixture
def mine(server):
    return Answers("sdg-pitch", ServerSource("http://course", "secret"))


def test_answers_of_the_page_s_learner_are_read_and_saved(server, mine):
    server.page_saves({"goal": 16})
    assert mine.frame()["goal"].to_list() == [16]
    mine.answer = {"goal": 4}
    assert server.answer == {"goal": 4}


def test_what_the_page_saved_meanwhile_is_not_overwritten_unread(server, mine):
    assert mine.answer == {}
    server.page_saves({"goal": 16})
    with pytest.raises(Outdated):
        mine.save({"goal": 4})
    assert server.answer == {"goal": 16}
    mine.save({**mine.answer, "pitch": "x"})
    assert server.answer == {"goal": 16, "pitch": "x"}


@pytest.mark.parametrize(
    ("says", "error", "words"),
    [
        ((422, {"error": {"code": "invalid", "field": "goal", "key": "too_large", "values": {"limit": 17}}}), AnswerError, "goal: .* 17 or less"),
        ((401, {"error": {"code": "unknown", "message": "Open the page anew."}}), Unreachable, "anew"),
        ((502, {}), Unreachable, "502"),
    ],
)  # fmt: skip
def test_what_a_server_refuses_is_told_in_its_words(server, mine, says, error, words):
    server.says = says
    with pytest.raises(error, match=words):
        mine.save({"goal": 99})


def test_a_server_that_is_not_there_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and listens to nobody
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(Unreachable, match="does not answer"):
            ServerSource(url, "secret").get("sdg-pitch")


def test_what_the_page_saves_is_told_to_a_cell_that_observes(server, mine, monkeypatch):
    monkeypatch.setattr(sources, "EVERY", 0.001)
    seen = []

    async def cell():
        told = asyncio.Event()

        def draw(one):
            seen.append(one.answer["goal"])
            told.set()

        mine.observe(draw)
        for goal in (3, 4):
            told.clear()
            server.page_saves({"goal": goal})
            await asyncio.wait_for(told.wait(), 10)
        server.says, asked = (503, {}), server.asked  # a server that is away for a moment
        while server.asked < asked + 2:
            await asyncio.sleep(0)
        server.says = None
        mine.save({"goal": 5})
        mine.unobserve(draw)
        await asyncio.wait_for(asyncio.gather(*sources._looking), 10)

    awaited(cell())
    assert seen == [3, 4, 5]


def test_a_token_does_not_go_along_to_another_address():
    """Python would send it."""
    asked = []

    class Elsewhere(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(307)
            self.send_header("Location", f"http://localhost:{self.server.server_port}/taken")
            self.end_headers()

        def log_message(self, *_):
            """Says nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Elsewhere) as there:
        Thread(target=there.serve_forever, daemon=True).start()
        with pytest.raises(Unreachable, match="another address: http://localhost:.*/taken"):
            sources.call(f"http://127.0.0.1:{there.server_port}/api", "secret")
        there.shutdown()
    assert asked == ["/api"]
