"""The warm parent: imports what a session needs, then forks a kernel for each request on its socket."""

import contextlib
import gc
import importlib
import json
import logging
import os
import random
import resource
import selectors
import signal
import socket
import sys
import threading
import traceback
from typing import TYPE_CHECKING, Any

from govcourse import discovery, kernel_environment

if TYPE_CHECKING:
    from ipykernel.kernelapp import IPKernelApp

PRELOAD = (
    "ipykernel.kernelapp", "ipykernel.ipkernel", "ipykernel.zmqshell", "ipykernel.comm", "ipykernel.debugger",
    "IPython.core.completer", "IPython.core.completerlib", "IPython.core.debugger", "IPython.core.magics", "IPython.core.formatters",
    "IPython.core.logger", "IPython.core.oinspect", "IPython.extensions.storemagic", "debugpy.server.api", "faulthandler", "psutil", "sqlite3", "tornado.gen", "tornado.locks", "tornado.queues",
    "tornado.platform.asyncio", "ipywidgets", "anywidget", "govcourse.jupyter.notebook", "govcourse.jupyter.widget",
    "pandas", "altair", "govcourse.content", "govcourse.kinds.tables",
)  # fmt: skip
LARGEST = 1 << 20  # bytes of a request: an environment


def main(requests: int, lifeline: int) -> None:
    """Serves at the socket `requests` until the pipe `lifeline` closes: then the server is gone."""
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
    _ForkServer(socket.socket(fileno=requests), lifeline).serve()


class _ForkServer:
    def __init__(self, requests: socket.socket, lifeline: int):
        self.requests, self.lifeline = requests, lifeline
        self.status: dict[int, int] = {}  # pid to the pipe that gets its exit status
        self.woken, self.waker = os.pipe()
        os.set_blocking(self.waker, False)
        os.set_blocking(self.woken, False)
        signal.set_wakeup_fd(self.waker)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server; it ends us by ending itself

    def serve(self) -> None:
        waiting = selectors.DefaultSelector()
        for one in (self.requests, self.lifeline, self.woken):
            waiting.register(one, selectors.EVENT_READ)
        self.requests.sendall(b'{"ready": true}\n')
        while True:
            ready = {key.fileobj for key, _ in waiting.select()}
            if self.woken in ready:
                with contextlib.suppress(BlockingIOError):
                    os.read(self.woken, 4096)
                self._reap()
            if self.lifeline in ready:
                return
            if self.requests in ready and not self._answer(waiting):
                return

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

    def _answer(self, waiting: selectors.BaseSelector) -> bool:
        """Forks one kernel; False when the server has closed its side."""
        data, pipes, _, _ = socket.recv_fds(self.requests, LARGEST, 1)
        if not data:
            return False
        while not data.endswith(b"\n"):
            data += self.requests.recv(LARGEST)
        request = json.loads(data)
        pid = os.fork()
        if pid == 0:
            try:
                waiting.close()
                self._become(request, pipes[0])
            except BaseException:  # the log says why, or a kernel that could not start would just be missing
                traceback.print_exc()
                sys.stderr.flush()
            finally:
                os._exit(1)
        self.status[pid] = pipes[0]
        self.requests.sendall(json.dumps({"pid": pid}).encode() + b"\n")
        return True

    def _become(self, request: dict[str, Any], pipe: int) -> None:
        """In the child: nothing of the parent's stays, but what it imported."""
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.setsid()
        for one in (self.requests.detach(), pipe, self.woken, self.waker, *self.status.values()):
            os.close(one)
        os.environ.clear()
        os.environ.update(request["env"])
        os.environ["JPY_PARENT_PID"] = "1"  # it ends with the server, by the pipe below
        os.chdir(request["cwd"])
        sys.argv = ["ipykernel_launcher.py", *request["argv"]]
        _limit(request["megabytes"])
        random.seed()
        if "numpy" in sys.modules:
            sys.modules["numpy"].random.seed()
        gc.enable()
        threading.Thread(target=_end_with_server, args=(self.lifeline,), daemon=True).start()
        code = 0
        try:
            _application().launch_instance(argv=sys.argv[1:])
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _application() -> "type[IPKernelApp]":
    """ipykernel's application, with what each visitor need not pay for left out."""
    from ipykernel.kernelapp import IPKernelApp

    class KernelApplication(IPKernelApp):
        def parse_command_line(self, argv: list[str] | None = None) -> None:
            # No history file: it would be one more thread and SQLite connection.
            self.config.HistoryManager.enabled = False
            if (
                kernel_environment.for_book()
            ):  # its kernels speak on this machine only, and each would warn of that
                self.log_level = logging.ERROR
            match argv:
                case [
                    "-f",
                    connection_file,
                ]:  # as always: the parser of every other option takes half a megabyte
                    self.connection_file = connection_file
                case _:
                    super().parse_command_line(argv)

    return KernelApplication


def _limit(megabytes: int) -> None:
    """How much a kernel may take, beside what it shares: a cell that runs wild gets a MemoryError, and nobody else does."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))
    # Where memory ends all the same, the system takes a kernel and not the server.
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")


def _end_with_server(lifeline: int) -> None:
    while True:
        try:
            if not os.read(lifeline, 1):
                os._exit(1)
        except InterruptedError:
            continue


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
