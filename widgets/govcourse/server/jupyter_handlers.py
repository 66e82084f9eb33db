"""What Jupyter and Voila answer themselves: with errors as ours, and of a kernel only to those for whom it computes."""

import inspect
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError

from govcourse.server import security
from govcourse.server.errors import as_api_error
from govcourse.server.handler import encoded
from govcourse.server.kernel_tokens import KernelTokens
from govcourse.server.store_threads import StoreThreads
from govcourse.store import Participant, Store


class Guarded(JupyterHandler):
    """Stands before a handler of theirs, which follows it in `guarded`."""

    async def prepare(self, *given: Any, **more: Any) -> None:
        begun = super().prepare(*given, **more)
        if inspect.isawaitable(begun):
            await begun
        kernel = self.path_kwargs.get("kernel_id")
        threads: StoreThreads = self.settings["govcourse_threads"]
        if kernel and not await threads.run("", self._computes_for_whom_asks, str(kernel)):
            raise HTTPError(403, "This kernel computes for somebody else.")

    def _computes_for_whom_asks(self, kernel: str) -> bool:
        rights: KernelTokens = self.settings["govcourse_kernel_tokens"]
        store: Store = self.settings["govcourse_store"]
        if not rights.runs(kernel):
            return True  # there is none, as will be said
        of = rights.of_kernel(kernel)
        if isinstance(of, Participant):
            token = security.bearer(self) or security.get_cookie(self, security.LEARNER_COOKIE)
            person = store.people.by_token(token) if token else None
            return person is not None and person.id == of.id
        key = of and security.get_cookie(self, security.facilitator_cookie(of.code))
        return bool(of and key and store.facilitators.holds(of.code, key))

    def on_close(self) -> None:
        """Of a socket; one that was refused has nothing to end."""
        if hasattr(self, "connection"):
            super().on_close()  # type: ignore[misc]

    def check_origin(self, origin: str | None = None) -> bool:
        return security.from_here(self)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        refused = as_api_error(kwargs.get("exc_info", (None, None, None))[1], status_code)
        self.set_status(refused.status)
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.finish(encoded({"error": refused.error}))


def guarded(handler: type[Any]) -> type[Any]:
    """A handler of theirs as this server has it; what only gives out files stays as it is."""
    if not issubclass(handler, JupyterHandler) or issubclass(handler, Guarded):
        return handler
    return type(handler.__name__, (Guarded, handler), {})
