"""Calls that are answered with what the documents' process makes: it makes nothing for whoever has gone."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from govcourse.server.api import Api
from govcourse.server.document_jobs import DocumentJobs, Order
from govcourse.server.document_worker import DocumentWorker
from govcourse.server.errors import ApiError
from govcourse.server.payloads import DocumentsTold

T = TypeVar("T")


class DocumentCall(Api):
    _asked: asyncio.Task[Any] | None = None

    @property
    def jobs(self) -> DocumentJobs:
        jobs: DocumentJobs = self.settings["govcourse_jobs"]
        return jobs

    @property
    def worker(self) -> DocumentWorker:
        worker: DocumentWorker = self.settings["govcourse_documents"]
        return worker

    async def made(self, who: str, name: str, *given: Any, of_room: bool = False) -> Any:
        """What the function `name` gives, once it is the turn of `who`; what is of a whole room comes first."""
        return await self._heard(self.worker.run(who, name, *given, of_room=of_room))

    async def taken(self, order: Order) -> bytes:
        """What was ordered, once it is made."""
        made: bytes = await self._heard(self.jobs.take(order))
        return made

    def told(self, who: str, status: int = 200) -> None:
        """What is made for somebody, as the answer."""
        told: DocumentsTold = {"documents": self.jobs.all(who)}
        self.reply(told, status)

    async def _heard(self, asked: Coroutine[Any, Any, T]) -> T:
        self._asked = asyncio.create_task(asked)
        try:
            made: T = await self._asked
            return made
        except asyncio.CancelledError:  # nobody hears this any more
            raise ApiError(503, "document_failed") from None

    def on_connection_close(self) -> None:
        if self._asked:
            self._asked.cancel()
