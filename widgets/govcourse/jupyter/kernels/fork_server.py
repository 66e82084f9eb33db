"""The warm parent: imports what a session needs, then forks a kernel for each request on its socket."""

import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import NoReturn

from govcourse import discovery, kernel_environment
from govcourse.json_types import Json
from govcourse.jupyter.kernels import forked_kernel
from govcourse.jupyter.kernels.forked_kernel import LARGEST

PRELOAD = (
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.comm", "ipykernel.debugger",
    "IPython.core.completer", "IPython.core.completerlib", "IPython.core.debugger", "IPython.core.magics", "IPython.core.formatters",
    "IPython.core.logger", "IPython.core.oinspect", "IPython.extensions.storemagic", "debugpy.server.api", "faulthandler", "psutil", "sqlite3", "tornado.gen", "tornado.locks", "tornado.queues",
    "tornado.platform.asyncio", "ipywidgets", "anywidget", "govcourse.jupyter.notebook", "govcourse.jupyter.widget",
    "pandas", "altair", "govcourse.content", "govcourse.kinds.tables",
)  # fmt: skip
QUIET = 1.0  # seconds without a request after which spares are made again
APART = 0.2  # seconds between one and the next, so that nobody waits for them


def main(requests: int, lifeline: int, spares: int) -> None:
    """Serves at the socket `requests` until the pipe `lifeline` closes: then the server is gone. `spares` kernels wait."""
    sys.path[:] = [place for place in sys.path if place not in ("", os.getcwd())]
    if kernel_environment.server() is not None:
        # Nobody debugs a page of the course server: a kernel is smaller without.
        sys.modules["debugpy"] = None  # type: ignore[assignment]  # Python's word for "not to be imported"
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # NumPy's own threads would not come along, and a kernel draws small things
    for name in PRELOAD:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    with contextlib.suppress(ImportError):
        importlib.import_module("govcourse.jupyter.charts").warm()
    for name in discovery.modules():
        with contextlib.suppress(Exception):  # whoever asks for a kind that cannot be imported is told why
            discovery.kind(name)
    if threading.active_count() != 1:
        raise SystemExit("A preloaded module started a thread: no kernel may be forked from here.")
    gc.collect()
    gc.disable()
    gc.freeze()  # so that collections in kernels do not copy the pages that they share
    _ForkServer(socket.socket(fileno=requests), lifeline, spares).serve()


class _Spare:
    """A kernel that nobody has asked for yet; it is ready once it has told its connection."""

    def __init__(self, pid: int, link: socket.socket):
        self.pid, self.link = pid, link
        self.connection: Json | None = None

    def read(self) -> bool:
        """What it tells of its connection; False when it has ended."""
        if data := self.link.recv(LARGEST):
            self.connection = json.loads(data)
        return bool(data)


class _ForkServer:
    def __init__(self, requests: socket.socket, lifeline: int, spares: int):
        self.requests, self.lifeline, self.wanted = requests, lifeline, spares
        self.status: dict[int, int] = {}  # pid to the pipe that gets its exit status
        self.spares: list[_Spare] = []
        self.next_spare = 0.0  # when one more may be made, on the monotonic clock
        self.woken, self.waker = os.pipe()
        os.set_blocking(self.waker, False)
        os.set_blocking(self.woken, False)
        signal.set_wakeup_fd(self.waker)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server; it ends us by ending itself
        self.waiting = selectors.DefaultSelector()
        for one in (self.requests, self.lifeline, self.woken):
            self.waiting.register(one, selectors.EVENT_READ)

    def serve(self) -> None:
        self.requests.sendall(b'{"ready": true}\n')
        while True:
            ready = {key.fileobj for key, _ in self.waiting.select(self._until_next_spare())}
            if self.woken in ready:
                with contextlib.suppress(BlockingIOError):
                    os.read(self.woken, 4096)
                self._reap()
            if self.lifeline in ready:
                return
            for spare in [one for one in self.spares if one.link in ready]:
                if not spare.read():
                    self._lose(spare)
            if self.requests in ready:
                self.next_spare = time.monotonic() + QUIET
                if not self._answer():
                    return
            elif self._until_next_spare() == 0:
                self._add_spare()

    def _until_next_spare(self) -> float | None:
        """Seconds, None where there are as many as are wanted."""
        return max(0.0, self.next_spare - time.monotonic()) if len(self.spares) < self.wanted else None

    def _add_spare(self) -> None:
        ours, theirs = socket.socketpair()
        pid = self._fork(lambda: forked_kernel.wait(theirs), ours.fileno())
        theirs.close()
        self.spares.append(_Spare(pid, ours))
        self.waiting.register(ours, selectors.EVENT_READ)
        self.next_spare = time.monotonic() + APART

    def _lose(self, spare: _Spare) -> None:
        """Forgets one that ended. If it never was ready, another one would not be either."""
        if spare.connection is None:
            self.wanted = 0
        self._take(spare)
        spare.link.close()

    def _take(self, spare: _Spare) -> _Spare:
        self.waiting.unregister(spare.link)
        self.spares.remove(spare)
        return spare

    def _reap(self) -> None:
        """Passes on how children ended; none stays a zombie."""
        while True:
            try:
                pid, how = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not pid:
                return
            if (pipe := self.status.pop(pid, None)) is not None:
                with contextlib.suppress(OSError):
                    os.write(pipe, str(os.waitstatus_to_exitcode(how)).encode())
                os.close(pipe)

    def _answer(self) -> bool:
        """Gives one kernel, a spare where the request takes one; False when the server has closed its side."""
        data, pipes, _, _ = socket.recv_fds(self.requests, LARGEST, 1)
        if not data:
            return False
        while not data.endswith(b"\n"):
            data += self.requests.recv(LARGEST)
        request = json.loads(data)
        pid, connection = (request.pop("spare") and self._given(data)) or (
            self._fork(lambda: forked_kernel.become(request), pipes[0]),
            None,
        )
        self.status[pid] = pipes[0]
        self.requests.sendall(json.dumps({"pid": pid, "connection": connection}).encode() + b"\n")
        return True

    def _given(self, request: bytes) -> tuple[int, Json | None] | None:
        """The process and the connection of a spare that now is the kernel of `request`; None where none is ready."""
        for spare in [one for one in self.spares if one.connection is not None]:
            with self._take(spare).link, contextlib.suppress(OSError):  # it has ended, unnoticed so far
                spare.link.sendall(request)
                return spare.pid, spare.connection
        return None

    def _fork(self, kernel: Callable[[], NoReturn], *more: int) -> int:
        """The process of a kernel; of the parent's open files it has none, nor those in `more`."""
        if pid := os.fork():
            return pid
        try:
            self.waiting.close()
            files = [self.requests.detach(), self.woken, self.waker, *self.status.values(), *more]
            forked_kernel.leave_parent(files + [one.link.detach() for one in self.spares], self.lifeline)
            kernel()
        except BaseException:  # the log says why, or a kernel that could not start would just be missing
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(1)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
