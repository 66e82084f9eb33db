"""One room for some hours of its own time, all of it from one seed: phones, a facilitator, the network, the clock, the server, and what befalls them."""

import asyncio
import itertools
import json
import logging
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, NamedTuple
from unittest.mock import patch

from govcourse.server import audience, live, news, pace, steering
from govcourse.server.activities import as_shown, state
from govcourse.store import base, copies, facilitators, people, questions, retention, reviews, rooms, teams

from tests.once import apart
from tests.simulator.clock import Loop, WallClock
from tests.simulator.facilitator import Facilitator
from tests.simulator.judge import Broken, Judge
from tests.simulator.machine import TOKEN, Machine
from tests.simulator.network import Lost, Network
from tests.simulator.phone import KINDS, Phone

HOUR, SETTLED = 3600.0, 120.0  # seconds; in the second all have to be current once the network is whole again


class Secrets(random.Random):
    """Python's `secrets`, by the seed."""

    def token_hex(self, size: int) -> str:
        return f"{self.getrandbits(8 * size):0{2 * size}x}"

    def token_urlsafe(self, size: int) -> str:
        return self.token_hex(size)

    def compare_digest(self, one: str, other: str) -> bool:
        return one == other

    def SystemRandom(self) -> random.Random:
        return self


@contextmanager
def one_seed(seed: int, wall: WallClock) -> Iterator[None]:
    """All chance and all time that the course asks for come from here."""
    secret, streams = Secrets(f"{seed} secrets"), itertools.count()
    changes: list[tuple[Any, str, Any]] = [
        *((one, "secrets", secret) for one in (base, facilitators, people, questions, rooms, reviews, teams) if hasattr(one, "secrets")),
        (base, "datetime", wall),
        (steering, "time", wall),
        (news, "time", wall),
        # Streams are kept in a set: its order is that in which they were opened.
        (live.Subscriber, "__hash__", lambda one: one.__dict__.setdefault("number", next(streams))),
        (copies, "make", lambda *_: None),
        (copies, "forget", lambda *_: None),
    ]  # fmt: skip
    for name in (
        "tornado.general",
        "tornado.application",
        "govcourse",
    ):  # what was cut off is logged, as it should be
        changes.append((logging.getLogger(name), "disabled", True))
    patched = [patch.object(*one) for one in changes]
    for one in patched:
        one.start()
    try:
        yield
    finally:
        for one in patched:
            one.stop()


class Played(NamedTuple):
    """What was thrown at a room, how often; and all answers as they are in the end."""

    thrown: Counter[str]
    answers: str


def play(seed: int, hours: float = 1.0) -> Played:
    """Plays a room from a seed. Raises Broken where something does not hold."""
    return apart(_played, seed, hours)


def _played(seed: int, hours: float) -> Played:
    loop = Loop()
    wall = WallClock(loop)
    loop.set_exception_handler(lambda *_: None)  # what is cut off at the end
    with one_seed(seed, wall):
        try:
            return loop.run_until_complete(_play(loop, wall, seed, hours))
        except Broken as broken:
            raise Broken(f"{broken} (again: python -m tests.simulator {seed} {hours:g})") from broken
        finally:
            while tasks := asyncio.all_tasks(loop):
                for task in tasks:
                    task.cancel()
                loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
            loop.close()


async def _play(loop: Loop, wall: WallClock, seed: int, hours: float) -> Played:
    chance = random.Random(f"{seed} play")
    judge = Judge(loop)
    judge.texts = {}
    machine = Machine(seed, judge.after_write)
    judge.database = machine.store.database.engine.raw_connection().driver_connection
    machine.start()
    retention.tidy(machine.store, base.now())
    network = Network(loop, machine, judge)
    nobody = SimpleNamespace(number=None, token=TOKEN, offline=False, chance=chance)
    made = await network.ask(nobody, "POST", "/api/rooms", {"title": "Cohort", "sessions": [1, 4], "teams": 2}, again=False)  # fmt: skip
    code, key = made.json()["code"], made.json()["facilitator_url"].split("key=")[1]
    lead = Facilitator(network, code, key, seed)
    phones = [Phone(network, code, number, seed) for number in range(chance.randint(3, 9))]
    running = [
        asyncio.ensure_future(one)
        for one in (lead.live(), lead.listen(), *(phone.live() for phone in phones))
    ]
    befalls = asyncio.ensure_future(_befall(machine, network, wall, chance))
    end = loop.time() + hours * HOUR
    while loop.time() < end:
        await _going(loop, [*running, befalls], 20)
    befalls.cancel()
    await _heal(machine, network, wall, lead, phones)
    rest = loop.time() + SETTLED
    while loop.time() < rest:
        await _going(loop, running, 10)
    _all_current(machine, judge, code, lead, phones)
    machine.kill()
    last = {"/".join(place): versions[-1] for place, versions in sorted(judge.answers.items()) if versions}
    also = Counter({"phones": len(phones), "writes of the store": judge.steps, "saves": sum(map(len, judge.answers.values())), "questions": len(judge.asked)})  # fmt: skip
    return Played(also + machine.thrown + network.thrown, json.dumps(last))


async def _going(loop: Any, tasks: list[asyncio.Future], seconds: float) -> None:
    """Some time goes by; what broke meanwhile is told."""
    await asyncio.sleep(seconds)
    if loop.broken:
        raise loop.broken
    for one in tasks:
        if one.done() and not one.cancelled() and (error := one.exception()) and not isinstance(error, Lost):
            raise error


async def _befall(machine: Machine, network: Network, wall: WallClock, chance: random.Random) -> None:
    while True:
        await asyncio.sleep(chance.uniform(60, 500))
        match chance.randrange(5):
            case 0 | 1:
                network.weather(chance)
            case 2:
                machine.failing = chance.choice((0.02, 0.2))
                await asyncio.sleep(chance.uniform(5, 60))
                machine.failing = 0.0
            case 3:
                machine.kill()
                await asyncio.sleep(chance.uniform(1, 30))
                machine.start()
            case 4:  # whoever started the machine again set its clock wrong
                machine.kill()
                machine.thrown["wrong clocks"] += 1
                wall.wrong = timedelta(days=chance.choice((-30, 800, 800, 4000)))
                machine.start()
                retention.tidy(machine.store, base.now())
                await asyncio.sleep(chance.uniform(30, 300))
                wall.wrong = timedelta()
                retention.tidy(machine.store, base.now())


async def _heal(
    machine: Machine, network: Network, wall: WallClock, lead: Facilitator, phones: list[Phone]
) -> None:
    """Nothing befalls anybody any more; whoever works ends."""
    network.heal()
    machine.failing, wall.wrong = 0.0, timedelta()
    if not machine.running:
        machine.start()
    for one in [lead, *phones]:
        one.resting = True
    for phone in phones:
        phone.wake()


def _all_current(machine: Machine, judge: Judge, code: str, lead: Facilitator, phones: list[Phone]) -> None:
    """Everybody has what there is now."""
    room = machine.store.rooms.get(code)
    if room is None:
        raise Broken("the room is gone")
    now = json.loads(json.dumps(state(machine.store, room)))
    if lead.state != now:
        raise Broken(f"the facilitator's room is not current: {_other(lead.state, now)}")
    if lead.counts != pace.counts(machine.store, code):
        raise Broken(f"the facilitator counts {lead.counts}")
    asked, seen = ([dict(one) for one in told["questions"]] for told in audience.told(machine.store, code))
    if missing := judge.asked.keys() - {one["id"] for one in asked}:
        raise Broken(f"{len(missing)} questions were taken and are gone")
    if lead.questions != asked:
        raise Broken("the facilitator's questions are not current")
    shown = json.loads(json.dumps(as_shown(state(machine.store, room))))
    for phone in phones:
        if phone.token is None:
            raise Broken(f"phone {phone.number} is not in")
        if phone.questions != seen:
            raise Broken(f"phone {phone.number}'s questions are not current")
        # Of others' teams a phone hears who came in with what comes next, and asks then.
        if phone.state is None or {**phone.state, "teams": shown["teams"]} != shown:
            raise Broken(f"phone {phone.number}'s room is not current: {_other(phone.state, shown)}")
        for one in shown["activities"]:
            if one["id"] not in KINDS or one["state"] != "open":
                continue
            has = phone.exercises.get(one["id"])
            if has is None:
                raise Broken(f"phone {phone.number} does not show {one['id']}, which is open")
            if has.pending:
                raise Broken(f"phone {phone.number} has something of {one['id']} that is not saved")
            answer, _ = machine.store.answers.get(phone.owner(one["id"]), one["id"])
            if has.answer != answer:
                raise Broken(f"phone {phone.number} shows an older {one['id']}")


def _other(given: Any, now: Any) -> list[str]:
    return [name for name in now if not given or given.get(name) != now[name]]
