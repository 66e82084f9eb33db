"""What lies between phones and the server: messages are late, lost, sent twice, and come in another order."""

import asyncio
import json
import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from tests.simulator.clock import Loop
from tests.simulator.judge import Broken, Judge
from tests.simulator.machine import Down, Machine, Wire

NO_REPLY = 12.0  # seconds, as in runtime/exercise.ts


class Lost(Exception):
    """No answer came."""


class Reply(NamedTuple):
    status: int
    text: str
    sent: float

    def json(self) -> Any:
        return json.loads(self.text)


class Network:
    def __init__(self, loop: Loop, machine: Machine, judge: Judge):
        self.loop, self.machine, self.judge = loop, machine, judge
        self.loss, self.slow, self.twice = 0.0, 0.1, 0.0
        self.healthy, self.thrown = False, Counter[str]()

    def weather(self, chance: random.Random) -> None:
        """Good, bad, or very bad, for a while."""
        self.loss = chance.choice((0.0, 0.02, 0.1, 0.3))
        self.slow = chance.choice((0.05, 0.3, 1.5))
        self.twice = chance.choice((0.0, 0.05, 0.2))

    def heal(self) -> None:
        self.healthy, self.loss, self.slow, self.twice = True, 0.0, 0.1, 0.0

    def delay(self, chance: random.Random) -> float:
        return min(chance.expovariate(1 / self.slow), 5.0)

    async def ask(
        self,
        who: Any,
        method: str,
        path: str,
        body: object = None,
        token: str | None = None,
        again: bool = True,
    ) -> Reply:
        """One request of a client. Raises Lost. With `again` it may come a second time."""
        sent, chance = self.loop.time(), who.chance
        if who.offline:
            await asyncio.sleep(0.05)
            raise Lost
        headers = {"Authorization": f"Bearer {token or who.token}"} if token or who.token else {}
        data = b""
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body).encode()
        await asyncio.sleep(self.delay(chance))
        self.thrown["calls"] += 1
        if chance.random() < self.loss:
            self.thrown["calls that were lost"] += 1
            await asyncio.sleep(NO_REPLY)
            raise Lost
        going = asyncio.ensure_future(self.machine.answer(method, path, headers, data, Wire()))
        if again and chance.random() < self.twice:
            self.thrown["calls that came twice"] += 1
            self.loop.call_later(
                chance.uniform(0, 30), lambda: asyncio.ensure_future(self._again(method, path, headers, data))
            )
        try:
            status, said = await asyncio.wait_for(asyncio.shield(going), NO_REPLY)
        except Down:
            self.thrown["calls without a server"] += 1
            raise Lost from None
        except TimeoutError:
            going.add_done_callback(lambda one: one.cancelled() or one.exception())
            raise Lost from None
        await asyncio.sleep(self.delay(chance))
        if who.offline or chance.random() < self.loss:
            self.thrown["answers that were lost"] += 1
            raise Lost
        reply = Reply(status, said.decode(), sent)
        if status >= 500 and status != 503:
            raise Broken(f"{method} {path} was answered {status}: {reply.text[:200]}")
        if who.number is not None and status == 200:
            self.judge.seen(who.number, path, reply.text, sent)
        return reply

    async def _again(self, method: str, path: str, headers: dict[str, str], data: bytes) -> None:
        with suppress(Down):
            await self.machine.answer(method, path, headers, data, Wire())

    async def listen(self, who: Any, path: str, heard: Callable[[str, Any], None]) -> None:
        """One stream of events until it breaks; they come late, but in their order."""
        if who.offline:
            return
        last, begun = [0.0], self.loop.time()

        def pieces(chunk: bytes) -> None:
            for piece in chunk.decode().split("\n\n"):
                if not piece.startswith("event: "):
                    continue
                name, _, data = piece.removeprefix("event: ").partition("\ndata: ")
                last[0] = max(last[0], self.loop.time() + self.delay(who.chance))
                self.loop.call_at(last[0], arrived, name, data)

        def arrived(name: str, data: str) -> None:
            if not wire.open:
                return
            try:  # nobody waits for a message that arrives: what is wrong with it is told to the loop
                if who.number is not None:
                    self.judge.seen(who.number, path, data, begun)
                heard(name, json.loads(data))
            except Broken as broken:
                self.loop.broken = self.loop.broken or broken

        wire = Wire(pieces)
        who.wire = wire
        going = asyncio.ensure_future(
            self.machine.answer("GET", path, {"Authorization": f"Bearer {who.token}"}, b"", wire)
        )
        try:
            while not going.done():
                await asyncio.wait([going], timeout=5.0)
                if not going.done() and (
                    who.offline or (not self.healthy and who.chance.random() < self.loss / 10)
                ):
                    self.thrown["streams that broke"] += 1
                    wire.close()
                    break
            if going.done():
                going.exception()
        finally:
            wire.close()
            if not going.done():
                going.add_done_callback(lambda one: one.cancelled() or one.exception())
