"""Documents that are made for somebody: they go on while that one reads another page, and end when nobody wants them any more."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from govcourse.server.document_worker import DocumentWorker
from govcourse.server.errors import as_api_error
from govcourse.server.payloads import DocumentTold

PATIENCE = 180.0  # seconds in which somebody who does not look may come back
KEPT = 900.0  # seconds for which what is made waits to be taken
MOST = 64_000_000  # bytes of what waits to be taken; the oldest goes first


@dataclass
class Order:
    """One document of somebody: `who` takes turns, `file` is its address from one's own place on, `title` what people call it.

    `name` and `given` are the function that makes it, as `document_process.call` takes them.
    """

    who: str
    file: str
    title: str
    name: str
    given: tuple[Any, ...]
    of_room: bool = False


@dataclass
class Job:
    order: Order
    task: asyncio.Task[bytes]
    left: bool = False  # whoever asked may leave: they look again
    waiting: int = 0  # connections that wait for it
    begun: float = 0.0  # when it was asked for, by the loop's clock
    end: asyncio.TimerHandle | None = field(default=None, repr=False)


class DocumentJobs:
    """For the server's own thread only."""

    def __init__(self, worker: DocumentWorker) -> None:
        self.worker = worker
        self._jobs: dict[tuple[str, str], Job] = {}
        self._took: dict[str, float] = {}  # a document's file to the seconds that the last one took

    async def begin(self, order: Order) -> None:
        """It is made from now on, and kept until it is taken. Raises ApiError where too many wait."""
        job = self._jobs.get((order.who, order.file))
        if job is None or job.order != order or job.task.done():
            job = self._made_anew(order)
        job.left = True
        self._until(job, PATIENCE)
        await asyncio.sleep(0)  # it is in the queue now, or refused
        if job.task.done() and job.task.exception():
            self._forget(job)
            job.task.result()

    async def take(self, order: Order) -> bytes:
        """What is made, once it is. Whoever is cancelled waits no more; nothing is made then that was not begun."""
        job = self._jobs.get((order.who, order.file))
        if job is None or job.order != order:
            job = self._made_anew(order)
        job.waiting += 1
        try:
            made = await asyncio.shield(job.task)
            job.left = False  # it is taken
            return made
        except Exception:
            job.left = False
            raise
        finally:
            job.waiting -= 1
            if not (job.waiting or job.left):
                self._forget(job)

    def all(self, who: str) -> list[DocumentTold]:
        """What is made for somebody, who wants it as long as they look; the oldest first."""
        theirs = [job for job in self._jobs.values() if job.order.who == who and job.left]
        for job in theirs:
            if not job.task.done():
                self._until(job, PATIENCE)
        return [self._told(job) for job in theirs]

    def cancel(self, who: str, file: str) -> None:
        """It is not wanted any more, made or not."""
        if job := self._jobs.get((who, file)):
            self._forget(job)

    def _made_anew(self, order: Order) -> Job:
        self.cancel(order.who, order.file)
        loop = asyncio.get_running_loop()
        run = self.worker.run(order.who, order.name, *order.given, of_room=order.of_room, what=order.file)
        job = Job(order, loop.create_task(run), begun=loop.time())
        self._jobs[order.who, order.file] = job
        job.task.add_done_callback(lambda _: self._ended(job))
        return job

    def _ended(self, job: Job) -> None:
        if job.task.cancelled() or job.task.exception():
            return
        self._took[job.order.file] = asyncio.get_running_loop().time() - job.begun
        if job.left:
            self._until(job, KEPT)
        kept = [one for one in self._jobs.values() if one.left and one.task.done() and not _failed(one)]
        size = sum(len(one.task.result()) for one in kept)
        for one in kept[:-1]:
            if size <= MOST:
                break
            size -= len(one.task.result())
            self._forget(one)

    def _until(self, job: Job, seconds: float) -> None:
        """Nobody wants it after so many seconds in which they do not look."""
        if job.end:
            job.end.cancel()
        job.end = asyncio.get_running_loop().call_later(seconds, self._unwanted, job)

    def _unwanted(self, job: Job) -> None:
        job.left = False
        if not job.waiting:
            self._forget(job)

    def _forget(self, job: Job) -> None:
        if job.end:
            job.end.cancel()
        if self._jobs.get((job.order.who, job.order.file)) is job:
            del self._jobs[job.order.who, job.order.file]
        job.task.cancel()

    def _told(self, job: Job) -> DocumentTold:
        order = job.order
        told: DocumentTold = {
            "file": order.file,
            "title": order.title,
            "state": "waits",
            "ahead": 0,
            "seconds": round(asyncio.get_running_loop().time() - job.begun),
            "usual": round(self._took.get(order.file, 0)) or None,
            "message": "",
        }
        if job.task.done():
            told["state"] = "failed" if _failed(job) else "ready"
            if told["state"] == "failed":
                with suppress(asyncio.CancelledError):
                    told["message"] = as_api_error(job.task.exception(), 500).error["message"]
            return told
        ahead = self.worker.turns.ahead(order.who, order.file) or 0
        return {**told, "state": "waits" if ahead else "made", "ahead": ahead}


def _failed(job: Job) -> bool:
    return job.task.cancelled() or job.task.exception() is not None
