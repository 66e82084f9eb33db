"""What a participant's phone does, as runtime/exercise.ts and runtime/room.ts do it, and what whoever holds it writes."""

import asyncio
import copy
import random
from typing import Any

from tests.simulator.judge import Broken
from tests.simulator.merge import merge
from tests.simulator.network import Lost, Network, Reply

SAVE_AFTER, AGAIN, MERGES, LONGEST = 0.5, 3.0, 5, 200
FIELDS = {
    "dtca": ["legal-6", "legal-7", "leadership-1", "leadership-2"],
    "pathway": ["need", "hcd", "paper", "mvp"],
    "reflection": ["obstacles", "overcome", "institution", "behaviour"],
}
KINDS = {"dtca": "O", "pathway": "T", "reflection": "P", "digital-value": "N", "role-of-state": "Q"}


class Exercise:
    """One open exercise: what is on the screen, what the store has, what is on its way."""

    def __init__(self, phone: "Phone", activity: str, answer: dict, version: int):
        self.phone, self.activity = phone, activity
        self.saved = self.answer = answer
        self.version, self.sent = version, None
        self.merges = self.failures = 0
        self.timer: asyncio.TimerHandle | None = None

    @property
    def pending(self) -> bool:
        return self.answer != self.saved

    def change(self, answer: dict) -> None:
        self.answer = answer
        self.schedule(SAVE_AFTER)

    def schedule(self, delay: float) -> None:
        if self.timer:
            self.timer.cancel()
        self.timer = self.phone.loop.call_later(delay, self.flush)

    def flush(self) -> None:
        if self.timer:
            self.timer.cancel()
        if self.sent is None and self.pending:
            self.sent = self.answer
            self.phone.does(self._save(self.sent, self.version))

    async def _save(self, sent: dict, version: int) -> None:
        status, told = await self.phone.save(self.activity, sent, version)
        self.sent = None
        if status == 200:
            if told["version"] >= self.version:
                self.saved, self.version = sent, told["version"]
            self.merges = self.failures = 0
            if self.answer != sent:
                self.schedule(SAVE_AFTER)
        elif status == 409 and self.merges < MERGES:
            self.merges += 1
            self.rebase(told["answer"], told["version"])
            self.schedule(0)
        else:
            self.merges = 0
            if status not in (422, 423):  # what is wrong, or closed, is not sent again by itself
                self.schedule(min(30.0, 2.0**self.failures))
                self.failures += 1

    def rebase(self, theirs: dict, version: int) -> None:
        if version < self.version:
            return
        self.answer = merge(self.saved, self.answer, theirs)
        self.saved, self.version = theirs, version

    def receive(self, theirs: dict, version: int) -> None:
        """The answer as it is elsewhere."""
        if theirs == self.saved or version < self.version:
            return
        if theirs == self.sent:
            self.saved, self.version = theirs, version
            return
        self.rebase(theirs, version)
        if self.pending:
            self.schedule(SAVE_AFTER)


class Phone:
    def __init__(self, network: Network, room: str, number: int, seed: int):
        self.network, self.loop, self.judge = network, network.loop, network.judge
        self.chance = random.Random(f"{seed} phone {number}")
        self.room, self.number, self.path = room, number, f"/api/rooms/{room}"
        self.token: str | None = None
        self.id, self.offline, self.lost, self.resting = "", False, False, False
        self.wire: Any = None
        self.written, self.exercises, self.open, self.shown = (
            0,
            dict[str, Exercise](),
            list[str](),
            dict[str, str](),
        )
        self.state: dict | None = None
        self.questions: list[dict] = []
        self.tasks: set[asyncio.Task] = set()

    def does(self, what: Any) -> None:
        task = asyncio.ensure_future(what)
        self.tasks.add(task)
        task.add_done_callback(self._did)

    def _did(self, task: asyncio.Task) -> None:
        self.tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) and not isinstance(error, Lost):
            self.loop.broken = self.loop.broken or error

    async def live(self) -> None:
        await asyncio.sleep(self.chance.uniform(0, 120))
        await self._join()
        self.does(self._listen())
        self.does(self._sleep())
        while not self.resting:
            await asyncio.sleep(self.chance.uniform(5, 120))
            if not self.resting:
                self._write()
            if self.chance.random() < 0.2:
                self.does(self._pry())
            if self.chance.random() < 0.2:
                self.does(self._say())

    async def _pry(self) -> None:
        """Somebody who asks for what their page does not show."""
        path = self.chance.choice(
            ["/teams", "/counts", "/facilitators", *(f"/activities/{one}/summary" for one in KINDS)]
        )
        found = await self.network.ask(self, "GET", self.path + path)
        if found.status == 200 and not path.endswith("/summary"):
            raise Broken(f"phone {self.number} is answered what only facilitators are: {path}")

    async def _say(self) -> None:
        """Out of turn: a question, a vote on another's, or how fast it goes; what gets no answer is not said again."""
        match self.chance.randrange(3):
            case 0:
                self.written += 1
                text = f"Why {self.number}.{self.written}?"
                asked = await self._told("POST", "/questions", {"text": text}, 201)
                if asked:
                    self.judge.asked[asked["id"]] = text
            case 1 if self.questions:
                one = self.chance.choice(self.questions)
                vote = self.chance.choice((1, -1, 0))
                await self._told("PUT", f"/questions/{one['id']}", {"vote": vote}, 200)
            case _:
                pace = self.chance.choice(("fast", "slow", None))
                await self._told("PUT", "/pace", {"pace": pace}, 200)

    async def _told(self, method: str, path: str, body: dict, right: int) -> dict | None:
        """What the room says to it; none when it may not be now: closed, full, one's own, or out of order."""
        reply = await self.network.ask(self, method, self.path + path, body)
        if reply.status not in (right, 404, 423, 429, 503):
            raise Broken(f"{method} {path} of phone {self.number} was answered {reply.status}")
        return reply.json() if reply.status == right else None

    async def _join(self) -> None:
        while True:
            try:
                made = await self.network.ask(
                    self, "POST", f"{self.path}/participants", {"name": f"P{self.number}"}
                )
                if made.status == 201:
                    self.id, self.token = made.json()["participant"], made.json()["token"]
                    break
            except Lost:
                pass
            await asyncio.sleep(2)
        while True:
            try:
                mine = await self.network.ask(self, "GET", f"{self.path}/team")
                if mine.status == 200:
                    self.team = mine.json()["team"]["id"]
                    self.judge.team[self.number] = self.team
                    return
            except Lost:
                pass
            await asyncio.sleep(1)

    async def _sleep(self) -> None:
        """In a pocket, or where there is no network; on waking, what waits is sent."""
        while not self.resting:
            await asyncio.sleep(self.chance.uniform(100, 1500))
            if self.resting:
                return
            self.offline = True
            if self.wire:
                self.wire.close()
            await asyncio.sleep(self.chance.expovariate(1 / 60))
            self.wake()

    def wake(self) -> None:
        self.offline = False
        for one in self.exercises.values():
            one.flush()

    async def _listen(self) -> None:
        while True:
            await self.network.listen(self, f"{self.path}/events", self._heard)
            self.lost = True
            await asyncio.sleep(2)

    def _heard(self, name: str, data: dict) -> None:
        if name == "room":
            self.state = data
            self.does(self._apply(data))
        elif name == "answer":
            self.does(self._read(data["activity"]))
        elif name == "questions":
            self.questions = data["questions"]

    async def _apply(self, room: dict) -> None:
        if self.lost:
            self.lost = False
            for activity, exercise in self.exercises.items():
                exercise.flush()  # what waits is sent at once, not when its turn comes
                if KINDS[activity] == "T":
                    self.does(self._read(activity))
        closed = set(self.exercises) - set(self.open)
        self.open = [one["id"] for one in room["activities"] if one["state"] == "open"]
        for activity in closed.intersection(self.open):
            self.exercises[activity].flush()
        for activity in [one for one in self.open if one in KINDS]:
            await self._mount(activity)
        for one in room["activities"]:
            stamp = one["stamp"] if one["results"] == "shown" else None
            if self.shown.get(one["id"]) != stamp:
                self.shown[one["id"]] = stamp
                if stamp is not None and one["id"] in KINDS:
                    await self.network.ask(self, "GET", f"{self.path}/activities/{one['id']}/summary")

    async def _mount(self, activity: str) -> None:
        if activity in self.exercises:
            return
        found = await self._asked(f"{self.path}/answers/{activity}")
        if found and activity not in self.exercises:
            self.exercises[activity] = Exercise(
                self, activity, found.json()["answer"], found.json()["version"]
            )

    async def _read(self, activity: str) -> None:
        found = await self._asked(f"{self.path}/answers/{activity}")
        if found and activity in self.exercises:
            self.exercises[activity].receive(found.json()["answer"], found.json()["version"])

    async def _asked(self, path: str) -> Reply | None:
        """Asked for until there is an answer."""
        while True:
            try:
                found = await self.network.ask(self, "GET", path)
            except Lost:
                found = None
            if found and found.status < 500:
                return found if found.status == 200 else None
            await asyncio.sleep(AGAIN)

    async def save(self, activity: str, answer: dict, version: int) -> tuple[int, dict]:
        body = {"answer": answer, "version": version}
        try:
            reply = await self.network.ask(self, "PUT", f"{self.path}/answers/{activity}", body)
        except Lost:
            return 0, {}
        told = reply.json()
        if reply.status == 200:
            self.judge.saved(self.owner(activity), activity, told["answer"], told["version"], reply.sent)
        elif reply.status not in (409, 422, 423, 503):
            raise Broken(f"a save was answered {reply.status}: {told}")
        return reply.status, told

    def owner(self, activity: str) -> str:
        return self.team if KINDS[activity] == "T" else self.id

    # ---- whoever holds it

    def _write(self) -> None:
        mine = [one for one in self.exercises if one in self.open]
        if not mine:
            return
        exercise = self.exercises[self.chance.choice(mine)]
        answer, activity = copy.deepcopy(exercise.answer), exercise.activity
        self.written += 1
        token = f"zq{self.number}{KINDS[activity]}{self.written};"
        if activity == "digital-value":
            notes = answer.setdefault("notes", [])
            if len(notes) < 12:
                notes.append(
                    {"id": f"n{self.number}-{self.written}", "text": token, "colour": 0, "x": 4, "y": 8}
                )
        elif activity == "role-of-state":
            said = answer.setdefault("answers", {}).setdefault("reason", {})
            said["text"] = self._typed(said.get("text", ""), token)
        else:
            place = answer.setdefault("items" if activity == "dtca" else "fields", {})
            field = self.chance.choice(FIELDS[activity])
            if activity == "dtca":
                item = place.setdefault(field, {"value": 2})
                item["comment"] = self._typed(item.get("comment", ""), token)
            else:
                place[field] = self._typed(place.get(field, ""), token)
        if answer != exercise.answer:
            exercise.change(answer)

    def _typed(self, text: str, token: str) -> str:
        if len(text) > LONGEST:
            return text
        place = self.chance.choice([0, len(text), *(n + 1 for n, one in enumerate(text) if one == ";")])
        return text[:place] + token + text[place:]
