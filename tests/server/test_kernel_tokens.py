"""A kernel reads and saves the answers of the learner for whom it computes, as long as it runs, and nothing else."""

import re

import httpx
import pytest
from govcourse.server import kernel_queue
from govcourse.server.kernel_tokens import KernelTokens
from govcourse.store import Participant, Room

from tests.running import course_that_computes, server

ANN, BEN = Participant("ann", None, "", "a"), Participant("ben", None, "", "b")
ROOM = Room("ABCDEF", "", [1])
CELLS = (
    "from govcourse import answers\n"
    "mine = answers('sdg-pitch')\n"
    "print('goal', mine.frame()['goal'].to_list())\n"
    "mine.save({**mine.answer, 'pitch': 'Saved by a cell.'})",
    "import os\nprint('token', os.environ['HTTP_X_GOVCOURSE_TOKEN'])",
)


def test_a_token_is_that_of_its_learner_and_of_nobody_else():
    tokens = KernelTokens(lambda: ["k1"])
    ann, ben = tokens.give(ANN), tokens.give(BEN)
    assert ann != ben and tokens.person(ann) == ANN and tokens.person(ben) == BEN
    for wrong in (None, "", "x", ann[:-1]):
        assert tokens.person(wrong) is None


def test_a_token_ends_with_its_kernel_and_with_a_kernel_that_never_came():
    running = ["k1"]
    tokens = KernelTokens(lambda: running)
    one, other = tokens.give(ANN), tokens.give(BEN)
    tokens.bind(one, "k1")
    tokens.bind(other, None)
    assert tokens.person(one) == ANN and tokens.person(other) is None
    running.clear()
    assert tokens.person(one) is None
    tokens.give(ANN)
    assert len(tokens._given) == 1


def test_the_token_of_a_dashboard_leads_its_room_and_learns_for_nobody():
    tokens = KernelTokens(lambda: [])
    token = tokens.give(ROOM)
    assert (
        tokens.leads(token, "ABCDEF") and not tokens.leads(token, "OTHERS") and tokens.person(token) is None
    )
    assert not tokens.leads(tokens.give(ANN), "ABCDEF") and not tokens.leads(None, "ABCDEF")


def test_kernels_are_counted_for_each_person_and_each_room_with_those_that_are_started():
    running = ["k1", "k2"]
    tokens = KernelTokens(lambda: running)
    for kernel in ("k1", "k2"):
        tokens.bind(tokens.give(ANN), kernel)
    tokens.give(ANN)
    tokens.give(ROOM)
    assert [tokens.held(one) for one in (ANN, BEN, ROOM)] == [3, 0, 1]
    running.remove("k2")
    assert tokens.held(ANN) == 2


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tokens")
    with server(
        folder / "home", computes=True, GOVCOURSE_ROOT=str(course_that_computes(folder, *CELLS))
    ) as started:
        yield started


def test_a_cell_computes_with_the_learner_s_answers_and_saves_them(address):
    with httpx.Client(base_url=address, timeout=120) as client:
        client.get("/sessions/1")
        mine = "/api/me/answers/sdg-pitch"
        client.put(mine, json={"answer": {"goal": 16}, "version": 0})
        # Whatever a page sends under the header's name, the server's own word counts.
        page = client.get("/sessions/1/compute", headers={"X-Govcourse-Token": "forged"}).text
        assert "goal [16]" in page
        assert client.get(mine).json()["answer"] == {"goal": 16, "pitch": "Saved by a cell."}
        token = re.search(r"token ([\w-]{40,})", page)[1]
        kernel = re.search(r'"kernelId": "([0-9a-f-]+)"', page)[1]
        right = {"Authorization": f"Bearer {token}"}
        with httpx.Client(base_url=address, headers=right) as other:
            assert other.get(mine).json()["answer"]["goal"] == 16
            for path in (
                "/api/me/answers",
                "/api/me/documents/sdg-pitch.csv",
                "/api/me/exercises/sdg-pitch",
                "/api/rooms",
            ):
                assert other.get(path).status_code in (401, 403), path
            assert other.post("/api/me/certificate", json={"name": "x"}).status_code == 401
            client.post(f"/voila/api/shutdown/{kernel}", headers={"Origin": address})
            assert other.get(mine).status_code == 401


@pytest.mark.long
def test_nobody_takes_all_places_and_others_have_theirs(address):
    with httpx.Client(base_url=address, timeout=120) as client:
        client.get("/sessions/1")
        asked = [client.get("/sessions/1/compute") for _ in range(kernel_queue.EACH + 1)]
        assert [one.status_code for one in asked] == [200] * kernel_queue.EACH + [503]
        refused = asked[-1].json()
        assert refused["error"]["code"] == "kernels_yours" and "ahead" not in refused
        client.cookies.clear()
        client.get("/sessions/1")
        assert client.get("/sessions/1/compute").status_code == 200
