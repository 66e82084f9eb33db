"""Live rooms: every screen hears of a change within a second, by server-sent events; one slow screen delays nobody."""

import asyncio
import logging
import threading
import uuid
from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from tornado.iostream import StreamClosedError

from govcourse.server import audience, pace
from govcourse.server.api import Api
from govcourse.server.errors import ApiError
from govcourse.server.news import Told, clock, sent, told
from govcourse.server.payloads import RoomLeft
from govcourse.server.store_threads import StoreThreads
from govcourse.server.subscriber import Subscriber
from govcourse.store import Room, Store, StoreError

BEAT = 15.0  # seconds of silence after which the time is told, which keeps proxies from closing a stream too
# Seconds between two counts for facilitators, and between two lists of questions for everybody; the first is told at once.
EVERY = {"counts": 0.2, "questions": 1.0}
FADED = pace.MINUTES * 60 + 1  # seconds after which a signal of how fast it goes counts no more
AGAIN = 5.0  # seconds after which what the store could not tell is asked for again
STREAMS = 2000  # open at once
EACH = 12  # of them one participant's: as many tabs as somebody has who forgets to close them
CHANNEL = "govcourse"  # of PostgreSQL's NOTIFY
T = TypeVar("T")
log = logging.getLogger("govcourse")


class Hub:
    """Who listens to which room. What is `changed`, `steered`, `answered`, `written`, `reviewed`, `asked`, `paced` is told from the store's threads, the rest in the loop."""

    def __init__(self, store: Store, threads: StoreThreads):
        self.store, self._threads = store, threads
        self.subscribers: dict[str, set[Subscriber]] = defaultdict(set)
        self._states: dict[str, asyncio.Future[Told]] = {}
        self._questions: dict[str, asyncio.Future[tuple[bytes, bytes]]] = {}
        self._due: set[tuple[str, str]] = set()  # what is told soon, of which room
        self._last: dict[tuple[str, str], float] = {}  # when it was told last
        self._loop: asyncio.AbstractEventLoop | None = None
        self._id = uuid.uuid4().hex[:12]
        self._closing = threading.Event()

    def start(self) -> None:
        """With PostgreSQL, hears what other server processes changed."""
        self._loop = asyncio.get_running_loop()
        if self.store.database.url.get_backend_name() == "postgresql":
            threading.Thread(target=self._listen, args=(self._loop,), daemon=True).start()

    def stop(self) -> None:
        self._closing.set()

    def subscribe(self, room: str, person: str | None) -> Subscriber:
        """One more stream, which is told all that there is. Raises ApiError where there are too many, of this participant's or of all."""
        if person and sum(one.person == person for one in self.subscribers.get(room, ())) >= EACH:
            raise ApiError(429, "too_many_screens")
        if sum(map(len, self.subscribers.values())) >= STREAMS:
            raise ApiError(503, "full")
        made = Subscriber(room, person)
        self.subscribers[room].add(made)
        made.tell("room")
        made.tell("questions")
        if made.facilitator:
            made.tell("counts")
            asyncio.get_running_loop().call_later(FADED, made.tell, "counts")  # a restart forgot timers
        return made

    def unsubscribe(self, subscriber: Subscriber) -> None:
        there = self.subscribers[subscriber.room]
        there.discard(subscriber)
        if not there:
            del self.subscribers[subscriber.room]
            self._states.pop(subscriber.room, None)
            self._questions.pop(subscriber.room, None)
            for event in EVERY:
                self._last.pop((subscriber.room, event), None)

    def changed(self, room: str) -> None:
        """What everybody sees of the room is different now."""
        self._tell(room, "room")

    def steered(self, room: str) -> None:
        """Projectors show another page: nothing to participants."""
        self._tell(room, "screen")

    def answered(self, room: str) -> None:
        """Somebody joined or saved: facilitators hear the new counts, not more often than they can read."""
        self._tell(room, "counts")

    def written(self, room: str, team: str, activity: str) -> None:
        """A member wrote into a team's document: the others' pages look at it."""
        self._tell(room, f"answer:{team}:{activity}")

    def joined(self, room: str, team: str) -> None:
        """Somebody came into a team: its members and facilitators hear it; of a whole class that comes in, not each of all."""
        self._tell(room, f"joined:{team}:")

    def reviewed(self, room: str, owner: str, activity: str) -> None:
        """What a person, or a team, reviews is other now, or what others say of their work."""
        self._tell(room, f"review:{owner}:{activity}")

    def reviewable(self, room: str, owner: str, activity: str) -> None:
        """There is work by `owner` that nobody reviews: the others' pages hear of it."""
        self._tell(room, f"work:{owner}:{activity}")

    def asked(self, room: str) -> None:
        """Something of the questions is other now: everybody hears of it, not more often than they can read."""
        self._tell(room, "questions")

    def paced(self, room: str) -> None:
        """Somebody said how fast it goes: facilitators hear the new counts, and once more when this fades."""
        self._tell(room, "pace")

    def _tell(self, room: str, event: str) -> None:
        """Those who listen here, and other servers."""
        self._tell_here(room, event)
        self._pass_on(f"{event} {room}")

    def _tell_here(self, room: str, event: str) -> None:
        if self._loop is None:
            return
        if ":" in event:
            name, owner, activity = event.split(":")
            its = {person for person, team in self.store.teams.by_person(room).items() if team == owner}
            self._loop.call_soon_threadsafe(self._wrote, room, f"{name}:{activity}", its | {owner})
        else:
            self._loop.call_soon_threadsafe(self._heard, room, event)

    async def state(self, room: str) -> Told:
        """What everybody sees, made once per change."""
        return await self._once(self._states, room, self._state)

    async def questions(self, room: str) -> tuple[bytes, bytes]:
        """The event of a room's questions, for facilitators and for participants, made once per change."""
        return await self._once(self._questions, room, self._asked)

    async def _once(self, known: dict[str, asyncio.Future[T]], room: str, make: Callable[[str], T]) -> T:
        if room not in known:
            known[room] = asyncio.ensure_future(self._threads.run("", make, room))
        made = known[room]
        try:
            return await asyncio.shield(made)
        finally:
            if made.done() and (made.cancelled() or made.exception() or room not in self.subscribers):
                known.pop(room, None)

    def _state(self, room: str) -> Told:
        return told(self.store, room)

    def _asked(self, room: str) -> tuple[bytes, bytes]:
        all, shown = audience.told(self.store, room)
        return sent("questions", all), sent("questions", shown)

    def _wrote(self, room: str, event: str, owners: set[str]) -> None:
        """Those whose work or team it is hear of it; of new work, everybody else."""
        others, joined = event.startswith("work:"), event == "joined:"
        self._states.pop(room if joined else "", None)
        for one in self.subscribers.get(room, ()):
            if (one.person is not None and (one.person in owners) is not others) or (
                joined and one.facilitator
            ):
                one.tell("room" if joined else event)

    def _heard(self, room: str, event: str) -> None:
        if room not in self.subscribers:
            return
        if event in ("room", "screen"):
            self._states.pop(room, None)
            for one in self.subscribers[room]:
                if event == "room" or one.facilitator:
                    one.tell("room")
            return
        if event == "pace":
            asyncio.get_running_loop().call_later(FADED, self._soon, room, "counts")
        self._soon(room, "questions" if event == "questions" else "counts")

    def _soon(self, room: str, event: str) -> None:
        if (room, event) in self._due:
            return  # it is on its way, with this one in it
        self._due.add((room, event))
        loop = asyncio.get_running_loop()
        since = loop.time() - self._last.get((room, event), -EVERY[event])
        loop.call_later(max(0.0, EVERY[event] - since), self._now, room, event)

    def _now(self, room: str, event: str) -> None:
        self._due.discard((room, event))
        if room in self.subscribers:
            self._last[room, event] = asyncio.get_running_loop().time()
        if event == "questions":
            self._questions.pop(room, None)
        for one in self.subscribers.get(room, ()):
            if one.facilitator or event == "questions":
                one.tell(event)

    # ---- other processes

    def _pass_on(self, message: str) -> None:
        try:
            self.store.database.notify(CHANNEL, f"{self._id} {message}")
        except StoreError as error:
            log.warning("Other servers could not be told of a change: %s", error)

    def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        import psycopg

        address = self.store.database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        while not self._closing.is_set():
            try:
                with psycopg.connect(address, autocommit=True) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    # What was missed while there was no connection: everybody looks once.
                    loop.call_soon_threadsafe(self._look_all)
                    while not self._closing.is_set():
                        for notice in connection.notifies(timeout=1.0):
                            self._notice(notice.payload)
            except RuntimeError:
                return  # the loop is closed: the server stops
            except psycopg.Error as error:
                log.warning("Listening to PostgreSQL again: %s", error)
                self._closing.wait(1.0)

    def _notice(self, payload: str) -> None:
        sender, event, room = payload.split(" ")
        if sender != self._id:
            self._tell_here(room, event)

    def _look_all(self) -> None:
        for room in list(self.subscribers):
            self._heard(room, "room")


class Events(Api):
    """`clock`: the server's time; `room`: what everybody sees; `counts`, for facilitators: who is in, how many answered, how fast it goes;
    `questions`: those that whoever listens sees; `answer`, `review`, `work`: where to look for the team's answer, reviews, work to review."""

    async def get(self, code: str) -> None:
        room, person = await self.in_thread(self._who, code)
        hub: Hub = self.settings["govcourse_hub"]
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("X-Accel-Buffering", "no")  # proxies pass on at once
        self.set_header("Content-Encoding", "identity")  # a compressor a stream costs more than it saves
        subscriber = hub.subscribe(room.code, person)
        try:
            self.write("retry: 2000\n\n")
            while True:
                if subscriber.facilitator and not await self.in_thread(self.is_facilitator, room.code):
                    return await self._part(hub, room.code)
                pending, subscriber.pending = subscriber.pending, set()
                subscriber.wake.clear()
                for event in sorted(pending, reverse=True):
                    self.write(await self._event(hub, event, subscriber))
                await self.flush()
                if subscriber.removed:
                    return
                try:
                    await asyncio.wait_for(subscriber.wake.wait(), BEAT)
                except TimeoutError:
                    self.write(clock())
        except StreamClosedError:
            pass
        finally:
            hub.unsubscribe(subscriber)

    async def _part(self, hub: Hub, room: str) -> None:
        """The link of whoever listens holds no more: it was revoked, or the room is deleted, which they hear."""
        last = await hub.state(room)
        if last.status == "deleted":
            self.write(last.led)
            await self.flush()

    def _who(self, code: str) -> tuple[Room, str | None]:
        """The room, and the participant; None for a facilitator."""
        room = self.room(code)
        return room, None if self.is_facilitator(room.code) else self.person(room).id

    async def _event(self, hub: Hub, event: str, subscriber: Subscriber) -> bytes:
        if ":" in event:
            name, activity = event.split(":")
            return sent(name, {"activity": activity})
        try:
            if event == "counts":
                return sent(event, await self.in_thread(pace.counts, self.store, subscriber.room))
            if event == "questions":
                return (await hub.questions(subscriber.room))[0 if subscriber.facilitator else 1]
            of_room = await hub.state(subscriber.room)
            if subscriber.person in of_room.removed:
                subscriber.removed = True
                left: RoomLeft = {"code": subscriber.room, "status": "removed"}
                return clock() + sent(event, left)
        except StoreError as error:  # they are told once the store answers again
            asyncio.get_running_loop().call_later(AGAIN, subscriber.tell, event)
            return sent("trouble", {"message": error.told})
        return clock() + (of_room.led if subscriber.facilitator else of_room.shown)


ROUTES = [(r"/api/rooms/([^/]+)/events", Events)]
