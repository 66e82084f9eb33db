"""Documents that are made while one goes on: found again, taken, cancelled, and not made for nobody."""

import asyncio

import pytest
from govcourse.server import document_jobs
from govcourse.server.document_jobs import DocumentJobs, Order
from govcourse.server.document_turns import EACH, DocumentTurns
from govcourse.server.errors import ApiError

from tests.once import awaited


def order(who="Ann", file="plan.pdf", given=1, **more):
    return Order(who, file, "Plan", "made:here", (given,), **more)


class Worker:
    """Makes a document when the test says so."""

    def __init__(self):
        self.turns, self.go, self.ended = DocumentTurns(), asyncio.Event(), []

    async def run(self, who, name, *given, of_room=False, what=""):
        try:
            async with self.turns.turn(who, of_room, what):
                await self.go.wait()
                if given == ("broken",):
                    raise ApiError(503, "document_failed")
                return bytes(str(given[0]), "ascii")
        except asyncio.CancelledError:
            self.ended.append((who, what))
            raise


def played(play):
    async def whole():
        worker = Worker()
        return await play(DocumentJobs(worker), worker)

    return awaited(whole())


def states(jobs, who="Ann"):
    return [(one["file"], one["state"], one["ahead"]) for one in jobs.all(who)]


async def ready(jobs, who="Ann"):
    while {one["state"] for one in jobs.all(who)} & {"waits", "made"}:
        await asyncio.sleep(0)


def test_what_was_begun_is_found_again_until_it_is_taken():
    async def play(jobs, worker):
        await jobs.begin(order("Bo"))
        await jobs.begin(order())
        await jobs.begin(order())  # pressed twice: it is the same
        before = states(jobs)
        worker.go.set()
        await ready(jobs)
        there = jobs.all("Ann")
        return before, there, await jobs.take(order()), jobs.all("Ann"), states(jobs, "nobody")

    before, [there], made, after, others = played(play)
    assert before == [("plan.pdf", "waits", 1)]
    assert (there["state"], there["title"], there["ahead"]) == ("ready", "Plan", 0)
    assert made == b"1" and after == others == []


def test_whoever_loses_the_connection_keeps_what_was_begun_and_who_only_waited_wants_it_no_more():
    async def play(jobs, worker):
        await jobs.begin(order())
        waiting = [asyncio.create_task(jobs.take(one)) for one in (order(), order("Bo"))]
        await asyncio.sleep(0)
        for one in waiting:
            one.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        told = states(jobs)
        worker.go.set()
        await ready(jobs)
        return told, worker.ended, await jobs.take(order())

    told, ended, made = played(play)
    assert told == [("plan.pdf", "made", 0)] and made == b"1"
    assert ended == [("Bo", "plan.pdf")]


def test_what_is_cancelled_ends_at_once_and_what_nobody_looks_at_ends_after_a_while(monkeypatch):
    async def play(jobs, worker):
        for file in ("plan.pdf", "plan.docx"):
            await jobs.begin(order(file=file))
        jobs.cancel("Ann", "plan.docx")
        jobs.cancel("Ann", "never.asked")
        left = states(jobs)
        monkeypatch.setattr(document_jobs, "PATIENCE", 0)
        jobs.all("Ann")  # the last look
        while ("Ann", "plan.pdf") not in worker.ended:
            await asyncio.sleep(0)
        return left, states(jobs), worker.turns.idle

    left, after, idle = played(play)
    assert left == [("plan.pdf", "made", 0)] and after == [] and idle


def test_with_another_answer_it_is_made_anew():
    async def play(jobs, worker):
        await jobs.begin(order(given=1))
        await jobs.begin(order(given=2))
        worker.go.set()
        await ready(jobs)
        return await jobs.take(order(given=2)), await jobs.take(order(given=3))

    assert played(play) == (b"2", b"3")


def test_what_failed_says_why_once_and_too_many_are_refused_when_they_are_asked_for():
    async def play(jobs, worker):
        await jobs.begin(order(given="broken"))
        worker.go.set()
        await ready(jobs)
        [told] = jobs.all("Ann")
        with pytest.raises(ApiError):
            await jobs.take(order(given="broken"))
        after = jobs.all("Ann")
        worker.go.clear()
        for n in range(EACH):
            await jobs.begin(order(file=f"{n}.pdf"))
        with pytest.raises(ApiError) as refused:
            await jobs.begin(order(file="more.pdf"))
        return told, after, refused.value.status, len(jobs.all("Ann"))

    told, after, status, kept = played(play)
    assert told["state"] == "failed" and told["message"]
    assert after == [] and status == 429 and kept == EACH


def test_of_what_waits_to_be_taken_the_oldest_goes_when_it_is_too_much(monkeypatch):
    monkeypatch.setattr(document_jobs, "MOST", 2)

    async def play(jobs, worker):
        worker.go.set()
        for file in ("a.pdf", "b.pdf", "c.pdf"):
            await jobs.begin(order(file=file))
            await ready(jobs)
            await asyncio.sleep(0)  # it is weighed
        return states(jobs)

    assert [file for file, *_ in played(play)] == ["b.pdf", "c.pdf"]


def test_a_document_is_begun_by_post_looked_for_taken_and_put_away(client, room, person):
    own = {"Authorization": person["Authorization"]}
    there = f"{room.path}/documents"
    assert client.get(there, headers=own).json() == {"documents": []}
    assert client.get(there).status_code == client.post(f"{there}/sdg-pitch.docx", json={}).status_code == 401
    assert client.post(f"{there}/sdg-pitch.exe", headers=own).status_code == 404
    begun = client.post(f"{there}/sdg-pitch.docx", headers=own)
    assert begun.status_code == 202 and begun.json()["documents"][0]["file"] == "documents/sdg-pitch.docx"
    assert client.get(f"{there}/sdg-pitch.docx", headers=own, timeout=60).content.startswith(b"PK")
    assert client.get(there, headers=own).json() == {"documents": []}
    client.post(f"{there}/sdg-pitch.docx", headers=own)
    assert client.delete(f"{there}/sdg-pitch.docx", headers=own).json() == {"documents": []}


def test_a_room_s_report_is_begun_by_its_facilitators_alone(client, room, person):
    own, facilitator = {"Authorization": person["Authorization"]}, room.people["facilitator"]
    there = f"{room.path}/report"
    for method, path in (("POST", f"{there}.docx"), ("DELETE", f"{there}.docx"), ("GET", there)):
        assert client.request(method, path, headers=own).status_code == 403
    begun = client.post(f"{there}.docx", headers=facilitator)
    assert begun.status_code == 202 and begun.json()["documents"][0]["title"].startswith("Report")
    assert [one["file"] for one in client.get(there, headers=facilitator).json()["documents"]] == [
        "report.docx"
    ]
    assert client.delete(f"{there}.docx", headers=facilitator).json() == {"documents": []}
