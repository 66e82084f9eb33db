"""Whoever leads the room: opens, closes, reveals, hides notes, and looks at the counts. One thing after the other, until it is done."""

import asyncio
import random
from typing import Any

from tests.simulator.judge import FEW, Broken
from tests.simulator.network import Lost, Network
from tests.simulator.phone import KINDS

MODERATED = ("digital-value", "role-of-state")


class Facilitator:
    number = None  # facilitators may see

    def __init__(self, network: Network, room: str, token: str, seed: int):
        self.network, self.loop, self.judge = network, network.loop, network.judge
        self.chance = random.Random(f"{seed} facilitator")
        self.room, self.token, self.path = room, token, f"/api/rooms/{room}"
        self.offline, self.resting = False, False
        self.wire: Any = None
        self.state: dict | None = None
        self.counts: dict | None = None
        self.questions: list[dict] = []

    async def live(self) -> None:
        await self._done("PUT", self.path, {"questions": "open"})
        for activity in KINDS:
            await self._set(activity, {"state": "open"})
        while not self.resting:
            await asyncio.sleep(self.chance.uniform(20, 240))
            if not self.resting:
                await self._acts()

    async def listen(self) -> None:
        while True:
            await self.network.listen(self, f"{self.path}/events", self._heard)
            await asyncio.sleep(2)

    def _heard(self, name: str, data: dict) -> None:
        if name == "room":
            self.state = data
        elif name == "counts":
            self.counts = data
            if few := {
                name: n for name, n in data["pace"].items() if name in ("fast", "slow") and 0 < n < FEW
            }:
                raise Broken(f"a facilitator is told how few say {few}")
        elif name == "questions":
            self.questions = data["questions"]

    async def _acts(self) -> None:
        activity = self.chance.choice(list(KINDS))
        match self.chance.randrange(6):
            case 0:
                await self._set(activity, {"state": "closed"})
                await asyncio.sleep(self.chance.uniform(5, 90))
                await self._set(activity, {"state": "open"})
            case 1 | 2:
                await self._set(activity, {"results": self.chance.choice(["shown", "hidden", "shown"])})
            case 3 if self.questions:
                await self._attend(self.chance.choice(self.questions))
            case _:
                await self._hide(self.chance.choice(MODERATED))

    async def _attend(self, question: dict) -> None:
        """A question is marked as answered, or held back."""
        if self.chance.random() < 0.5:
            await self._done("PUT", f"{self.path}/questions/{question['id']}", {"answered": True})
        else:
            await self._done("PUT", self.path, {"questions_hidden": [question["key"]]})

    async def _hide(self, activity: str) -> None:
        found = await self._done("GET", f"{self.path}/activities/{activity}/summary")
        notes = found.json().get("notes", [])
        self.judge.texts.update({_key(note): note["text"] for note in notes})
        some = self.chance.sample(notes, min(len(notes), 3))
        await self._set(activity, {"hidden": [_key(note) for note in some]})

    async def _set(self, activity: str, changes: dict) -> None:
        await self._done("PUT", f"{self.path}/activities/{activity}", changes)
        self.judge.steered(activity, changes)

    async def _done(self, method: str, path: str, body: dict | None = None) -> Any:
        while True:
            try:
                reply = await self.network.ask(self, method, path, body, again=False)
            except Lost:
                reply = None
            if reply and reply.status == 200:
                return reply
            if reply and reply.status != 503:
                raise Broken(f"a facilitator's {method} {path} was answered {reply.status}")
            await asyncio.sleep(1)


def _key(note: dict) -> str:
    """By which a note is hidden: a poll's is its id."""
    return note.get("key", note["id"])
