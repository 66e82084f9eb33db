"""Faults that are planted to see whether the simulator finds them: each is a sentence, and what is changed for it to be true.

All were planted again on 1 December 2026, after phones had begun to ask, vote and say how fast it goes. Room-hours until each was found: 0.02 who came into a team;
0.05 the four of questions and how fast it goes, and what only facilitators are told; 0.3 a save before it is stored, two of one version, a kill, a wrong clock, results before they are
shown, a call of facilitators, the first team, what one of a team writes; 1.3 a save over another one, a failed write, hidden notes, changes that nobody is told; 3.9 what fewer than five said; 7.8, by a count that may
have been stale for the reason below, answers of which facilitators do not hear. Not found again in the three
minutes that there were: a phone that asks but once (what was found instead: how few say that it goes too fast stays on a console when the server restarts before it fades), and texts merged letter by letter, which `histories.py` measures. Unspoilt, six rooms of an hour from seeds 1000 and 500000 lost nothing; an hour costs 10 seconds of a processor,
spread over all that a call does (SQLAlchemy's statements most), so that a core plays six a minute, and 10,000 take 28 hours of one core.
"""

import itertools
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from govcourse import kinds
from govcourse.learner_service import LearnerService
from govcourse.server import activities, answers, api, audience, live, news, pace
from govcourse.store import StoreError, retention
from govcourse.store.answers import Answers
from govcourse.store.questions import Questions

from tests.simulator import merge
from tests.simulator.machine import Machine
from tests.simulator.network import Lost
from tests.simulator.phone import Phone

FAULTS: dict[str, Callable[[], AbstractContextManager]] = {}
ids = itertools.count(1)


def fault(sentence: str) -> Callable[[Callable[[], Any]], None]:
    def named(plant: Callable[[], Any]) -> None:
        FAULTS[sentence] = plant

    return named


@fault("a save is acknowledged before it is stored")
def _() -> Any:
    real, times = Answers.save, itertools.count(1)

    def save(self: Answers, who: str, activity: str, document: dict, version: int) -> int:
        return version + 1 if next(times) % 5 == 0 else real(self, who, activity, document, version)

    return patch.object(Answers, "save", save)


@fault("a save overwrites what somebody saved meanwhile")
def _() -> Any:
    real = Answers.save

    def save(self: Answers, who: str, activity: str, document: dict, version: int) -> int:
        return real(self, who, activity, document, self.get(who, activity)[1])

    return patch.object(Answers, "save", save)


@fault("two saves have the same version")
def _() -> Any:
    real, times = Answers.save, itertools.count(1)

    def save(self: Answers, who: str, activity: str, document: dict, version: int) -> int:
        made = real(self, who, activity, document, version)
        if made > 1 and next(times) % 10 == 0:
            with self._database.write() as connection:
                connection.exec_driver_sql("UPDATE answers SET version = version - 1 WHERE participant = ? AND activity = ?", (who, activity))  # fmt: skip
        return made

    return patch.object(Answers, "save", save)


@fault("a failed write is answered as if it had succeeded")
def _() -> Any:
    real = LearnerService.save

    def save(self: LearnerService, activity: str, answer: Any, version: Any) -> Any:
        try:
            return real(self, activity, answer, version)
        except StoreError:
            return {"answer": answer, "version": version + 1}

    return patch.object(LearnerService, "save", save)


@fault("a kill takes the last save along")
def _() -> Any:
    real, save, last = Machine.kill, Answers.save, list[tuple[str, str]]()

    def saved(self: Answers, who: str, activity: str, document: dict, version: int) -> int:
        made = save(self, who, activity, document, version)
        last[:] = [(who, activity)]
        return made

    def kill(self: Machine) -> None:
        real(self)
        for place in last:
            with self.store.database.engine.begin() as connection:
                connection.exec_driver_sql(
                    "DELETE FROM answers WHERE participant = ? AND activity = ?", place
                )

    return _all(patch.object(Machine, "kill", kill), patch.object(Answers, "save", saved))


@fault("a clock that is wrong for a moment deletes")
def _() -> Any:
    times = {"STEADY": 0, "STEADY_FOR_MUCH": 0, "GRACE": 0, "JUMP": 10_000}
    return _all(*(patch.object(retention, name, timedelta(days=days)) for name, days in times.items()))


@fault("participants hear what only facilitators are told")
def _() -> Any:
    return patch.object(news, "as_shown", lambda state: state)


@fault("hidden notes are among a room's results")
def _() -> Any:
    real = activities.moderated
    return patch.object(
        activities, "moderated", lambda notes, settings, leads: real(notes, {**settings, "hidden": []}, leads)
    )


@fault("results are given before they are shown")
def _() -> Any:
    real = activities.sees
    return patch.object(
        activities, "sees", lambda viewer, about, **more: viewer == "room" or real(viewer, about, **more)
    )


@fault("what fewer than five people said is shown")
def _() -> Any:
    return patch.object(kinds, "for_room", lambda activity, figures: figures)


@fault("a facilitator's call is answered to everybody")
def _() -> Any:
    return patch.object(api.Api, "need_facilitator", lambda self, code=None: "")


@fault("everybody works in the document of the first team")
def _() -> Any:
    def service(self: Any, person: Any, activity: Any) -> LearnerService:
        team = activity.owner == "team" and self.store.teams.get(self.store.teams.all(person.room)[0][0].id)
        return LearnerService(self.store, team or person)

    return patch.object(answers.OwnWork, "service", service)


@fault("some changes of a room are told to nobody")
def _() -> Any:
    real, times = live.Hub.changed, itertools.count(1)
    return patch.object(live.Hub, "changed", lambda self, room: None if next(times) % 2 else real(self, room))


@fault("what one of a team writes is not told to the others")
def _() -> Any:
    return patch.object(live.Hub, "written", lambda self, room, team, activity: None)


@fault("facilitators do not hear of answers")
def _() -> Any:
    return patch.object(live.Hub, "answered", lambda self, room: None)


@fault("a question is acknowledged and not stored")
def _() -> Any:
    return patch.object(Questions, "ask", lambda self, *given: f"{next(ids):032x}")


@fault("questions are told to nobody")
def _() -> Any:
    return patch.object(live.Hub, "asked", lambda self, room: None)


@fault("participants hear of questions what only facilitators are told")
def _() -> Any:
    return patch.object(audience, "for_room", lambda listed: listed)


@fault("facilitators are told how few say that it goes too fast")
def _() -> Any:
    return patch.object(pace, "enough", lambda number: True)


@fault("who came into a team is told to nobody")
def _() -> Any:
    return patch.object(live.Hub, "joined", lambda self, room, team: None)


@fault("texts are merged letter by letter, and words that begin alike lose letters")
def _() -> Any:
    return patch.object(merge, "_whole", lambda base, edit: edit)


@fault("a phone asks but once for what its team wrote")
def _() -> Any:
    async def asked(self: Phone, path: str) -> Any:
        found = await self.network.ask(self, "GET", path)
        if found.status != 200:
            raise Lost
        return found

    return patch.object(Phone, "_asked", asked)


def _all(*patches: Any) -> Any:
    stack = ExitStack()
    for one in patches:
        stack.enter_context(one)
    return stack
