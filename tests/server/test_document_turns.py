"""Whose document is made next, and that nothing is made for whoever has gone."""

import asyncio
from contextlib import suppress

import psutil
from govcourse.server.document_calls import DocumentCall
from govcourse.server.document_turns import EACH, QUEUE, DocumentTurns
from govcourse.server.document_worker import DocumentWorker
from govcourse.server.errors import ApiError
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application

from tests.once import awaited


class Making:
    """Documents that are made when the test says so; `made` is whose, in order."""

    def __init__(self):
        self.turns, self.made, self.asked = DocumentTurns(), [], []
        self.go = asyncio.Event()

    async def ask(self, who, of_room=False, **more):
        async def wait():
            async with self.turns.turn(who, of_room, **more):
                await self.go.wait()
                self.made.append(who)

        self.asked.append(asyncio.create_task(wait()))
        await asyncio.sleep(0)  # until it waits

    async def all(self):
        self.go.set()
        return await asyncio.gather(*self.asked, return_exceptions=True)


def test_each_person_has_one_before_anybody_has_two_and_what_a_room_waits_for_comes_first():
    async def play():
        making = Making()
        for who in ("Ann", "Ann", "Ann", "Bo", "Cy", "Bo"):
            await making.ask(who)
        await making.ask("the room", of_room=True)
        told = [making.turns.ahead(who, "") for who in ("Ann", "the room", "Bo", "Cy", "nobody")]
        await making.all()
        return told, making.made, making.turns.idle

    told, made, idle = awaited(play())
    assert told == [0, 1, 2, 3, None]
    assert made == ["Ann", "the room", "Bo", "Cy", "Ann", "Bo", "Ann"] and idle


def test_what_gave_way_comes_after_all_others_also_after_those_that_come_later():
    async def play():
        making = Making()
        await making.ask("Ann")
        await making.ask("Bo", late=True, what="b.pdf")
        await making.ask("Cy")
        told = making.turns.ahead("Bo", "b.pdf"), making.turns.ahead("Bo", "another.pdf")
        await making.all()
        return told, making.made

    assert awaited(play()) == ((2, None), ["Ann", "Cy", "Bo"])


def test_whoever_stops_waiting_is_passed_over_also_when_their_turn_came_at_that_moment():
    async def play():
        making = Making()
        for who in ("Ann", "Bo", "Cy", "Di"):
            await making.ask(who)
        making.asked[2].cancel()
        making.asked[0].cancel()
        making.asked[1].cancel()
        await making.all()
        return making.made, making.turns.idle

    assert awaited(play()) == (["Di"], True)


def test_one_person_s_many_documents_leave_room_for_others_and_too_many_of_all_are_refused():
    async def play():
        making = Making()
        for _ in range(EACH + 1):
            await making.ask("Ann")
        for n in range(QUEUE):
            await making.ask(f"{n}")
        return [one.status for one in await making.all() if isinstance(one, ApiError)]

    assert awaited(play()) == [429] + [503] * (EACH - 1)


def test_what_is_being_made_ends_when_nobody_waits_for_it_and_the_next_one_is_made():
    async def play():
        worker = DocumentWorker()
        try:
            process = psutil.Process(await worker.run("Ann", "os:getpid"))
            endless = asyncio.create_task(worker.run("Ann", "time:sleep", 600))
            while worker.turns.ahead("Ann", "") != 0:
                await asyncio.sleep(0)
            endless.cancel()
            with suppress(asyncio.CancelledError):
                await endless
            return process, await worker.run("Bo", "operator:add", 1, 2)
        finally:
            worker.stop()

    process, made = awaited(play())
    assert made == 3
    assert psutil.wait_procs([process], timeout=20)[1] == []


class Endless:
    """A worker that never has made it."""

    def __init__(self):
        self.begun, self.ended = asyncio.Event(), asyncio.Event()

    async def run(self, who, name, *given, of_room=False, what=""):
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.set()


class Call(DocumentCall):
    async def get(self):
        self.reply({"made": await self.made("Ann", "os:getpid")})


def test_a_call_whose_connection_is_closed_stops_waiting():
    async def play():
        worker = Endless()
        server = HTTPServer(Application([("/", Call)], govcourse_documents=worker))
        listening, port = bind_unused_port()
        server.add_sockets([listening])
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: here\r\n\r\n")
        await asyncio.wait_for(worker.begun.wait(), 20)
        writer.close()
        await asyncio.wait_for(worker.ended.wait(), 20)
        server.stop()

    awaited(play())
