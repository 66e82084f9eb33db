"""What a forked process does to become a kernel: at once for a request, or ahead of one, as a spare."""

import contextlib
import gc
import json
import logging
import os
import random
import resource
import signal
import socket
import sys
import threading
import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NoReturn

from govcourse import kernel_environment

if TYPE_CHECKING:
    from ipykernel.kernelapp import IPKernelApp

SPARE, TAKEN = "kernel-spare", "kernel"  # what the system calls them, to be told apart in its lists
LARGEST = 1 << 20  # bytes of a request: an environment
NICE = 10  # how far kernels of the course server stand back behind the server itself

Request = dict[str, Any]  # argv, env, cwd, and the megabytes that it may take


def leave_parent(open_files: Iterable[int], lifeline: int) -> None:
    """Nothing of the parent's stays, but what it imported; the process ends with the pipe `lifeline`, which the server holds."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.setsid()
    for one in open_files:
        os.close(one)
    if kernel_environment.server() is not None:
        _stand_back()
    gc.enable()
    threading.Thread(target=_end_with_server, args=(lifeline,), daemon=True).start()


def become(request: Request) -> NoReturn:
    """The kernel that was asked for."""
    _take_over(request)
    code = 0
    try:
        _application().launch_instance(argv=sys.argv[1:])
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    _end(code)


def wait(link: socket.socket) -> NoReturn:
    """A kernel that has begun before anybody asks: most of its work is done when a request comes by `link`.

    It chooses its sockets and its key itself, tells the parent of them, and ends with it.
    """
    _call(SPARE)
    app: Any = _application(spare=True).instance()  # ipykernel gives no types
    app.transport = "ipc"
    app.initialize(["-f", os.path.join(_runtime_folder(), f"kernel-{uuid.uuid4()}.json")])
    info = app.get_connection_info()
    link.sendall(json.dumps(info | {"key": info["key"].decode()}).encode() + b"\n")
    data = b""
    while not data.endswith(b"\n"):
        if not (more := link.recv(LARGEST)):
            app.cleanup_ipc_files()
            os._exit(0)
        data += more
    link.close()
    _call(TAKEN)
    _take_over(json.loads(data))
    app.start()
    _end(0)


def _runtime_folder() -> str:
    from jupyter_core.paths import jupyter_runtime_dir

    os.makedirs(jupyter_runtime_dir(), mode=0o700, exist_ok=True)
    return jupyter_runtime_dir()


def _take_over(request: Request) -> None:
    os.environ.clear()
    os.environ.update(request["env"])
    os.environ["JPY_PARENT_PID"] = "1"  # it ends with the server, by the lifeline
    os.chdir(request["cwd"])
    sys.argv = ["ipykernel_launcher.py", *request["argv"]]
    _limit(request["megabytes"])
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()


def _end(code: int) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _application(spare: bool = False) -> "type[IPKernelApp]":
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

        def write_connection_file(self, **kwargs: Any) -> None:
            if not spare:  # its file is written by whoever takes it
                super().write_connection_file(**kwargs)

    return KernelApplication


def _call(name: str) -> None:
    with contextlib.suppress(OSError), open("/proc/self/comm", "w") as comm:
        comm.write(name)


def _limit(megabytes: int) -> None:
    """How much a kernel may take, beside what it shares: a cell that runs wild gets a MemoryError, and nobody else does."""
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes << 20, megabytes << 20))
    # Where memory ends all the same, the system takes a kernel and not the server.
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as score:
        score.write("1000")


def _stand_back() -> None:
    """Answers are saved and other pages' kernels started first; what computes has the time that is left.

    Where Linux gives each session of processes its share as a group, as on many desktops, that group stands back.
    """
    with contextlib.suppress(OSError):
        os.nice(NICE)
    with contextlib.suppress(OSError), open("/proc/self/autogroup", "w") as group:
        group.write(str(NICE))


def _end_with_server(lifeline: int) -> None:
    while True:
        try:
            if not os.read(lifeline, 1):
                os._exit(1)
        except InterruptedError:
            continue
