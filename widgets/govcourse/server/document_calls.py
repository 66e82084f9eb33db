"""Calls that are answered with what the documents' process makes: it makes nothing for whoever has gone."""

import asyncio
from typing import Any

from govcourse.server.api import Api
from govcourse.server.document_worker import DocumentWorker
from govcourse.server.errors import ApiError


class DocumentCall(Api):
    _asked: asyncio.Task[Any] | None = None

    @property
    def worker(self) -> DocumentWorker:
        worker: DocumentWorker = self.settings["govcourse_documents"]
        return worker

    async def made(self, who: str, name: str, *given: Any, of_room: bool = False) -> Any:
        """What the function `name` gives, once it is the turn of `who`; what is of a whole room comes first."""
        self._asked = asyncio.create_task(self.worker.run(who, name, *given, of_room=of_room))
        try:
            return await self._asked
        except asyncio.CancelledError:  # nobody hears this any more
            raise ApiError(503, "document_failed") from None

    def on_connection_close(self) -> None:
        if self._asked:
            self._asked.cancel()
