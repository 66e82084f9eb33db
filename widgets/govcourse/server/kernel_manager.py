"""Manages one kernel as Jupyter's server does, and shares with all others what need not be made for each."""

from functools import cache

import zmq.asyncio
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_events.logger import EventLogger
from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import Type, default


class KernelClient(AsyncKernelClient):
    """Runs a notebook's cells for its page.

    It has no ZeroMQ context of its own: that would be two threads for each page, and when the page ends, the server's loop
    would wait until they end, with everybody who saves an answer meanwhile. It listens to no heartbeat either, which
    would be a third thread: whether a kernel lives, its manager knows.
    """

    def _context_default(self) -> zmq.asyncio.Context:
        return zmq.asyncio.Context.instance()

    def start_channels(
        self,
        shell: bool = True,
        iopub: bool = True,
        stdin: bool = True,
        hb: bool = False,
        control: bool = True,
    ) -> None:
        super().start_channels(shell, iopub, stdin, False, control)


class KernelManager(ServerKernelManager):
    client_factory = Type(klass=AsyncKernelClient, default_value=KernelClient)

    @default("event_logger")
    def _shared_events(self) -> EventLogger:
        return _events()


@cache
def _events() -> EventLogger:
    """The log of what happens to kernels: its schemas are checked when they are registered, once."""
    events: EventLogger = ServerKernelManager().event_logger
    return events
