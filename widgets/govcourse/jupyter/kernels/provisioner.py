"""Forked kernels for Jupyter: the provisioner "govcourse-fork"."""

import asyncio
import json
import logging
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from govcourse.json_types import Json
from govcourse.settings import settings

log = logging.getLogger("govcourse")
# Read at import: kernels look after no parent of theirs, and no debugger is expected.
ENVIRONMENT = {"JPY_PARENT_PID": "1", "PYDEVD_DISABLE_FILE_VALIDATION": "1"}
START = 60.0  # seconds in which the parent must be warm


def possible() -> str:
    """ "" where kernels can be forked, else why they are not."""
    if not settings().fork:
        return "GOVCOURSE_FORK is 0"
    if sys.platform != "linux" or not hasattr(os, "pidfd_open"):
        return "this system has no fork that is safe for it"
    return ""


class ForkedProcess:
    """A kernel that another process forked, with as much of `subprocess.Popen` as Jupyter uses."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, status: int, connection: Json | None = None):
        self.pid, self._status = pid, status
        self.connection = connection  # where it chose its sockets itself
        self.returncode: int | None = None
        try:
            self._pidfd: int | None = os.pidfd_open(pid)
        except ProcessLookupError:  # it ended at once
            self._pidfd = None

    def poll(self) -> int | None:
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        if (ended := self._ended(timeout)) is None:
            raise subprocess.TimeoutExpired("kernel", timeout or 0)
        return ended

    def _ended(self, timeout: float | None) -> int | None:
        if self.returncode is None:
            if self._pidfd is not None and not _readable(self._pidfd, timeout):
                return None
            # The parent's word on how it ended follows at once; without a parent there is none.
            said = os.read(self._status, 16) if _readable(self._status, 5) else b""
            self.returncode = int(said) if said else -signal.SIGKILL
            os.close(self._status)
            if self._pidfd is not None:
                os.close(self._pidfd)
                self._pidfd = None
        return self.returncode

    def send_signal(self, number: int) -> None:
        if self.poll() is None and self._pidfd is not None:
            signal.pidfd_send_signal(self._pidfd, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def _readable(file: int, timeout: float | None) -> bool:
    watched = select.poll()
    watched.register(file, select.POLLIN)
    return bool(watched.poll(None if timeout is None else timeout * 1000))


class ForkServer:
    """The warm parent of this process's kernels; started when needed, and again when it died. Safe in threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._parent: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None
        self._spares = 0
        self._reads, self._lifeline = os.pipe()  # its writing end closes with this process

    def warm(self, spares: int = 0) -> None:
        """Starts the parent, so that the first kernel need not wait for it, and in it `spares` kernels that wait."""
        with self._lock:
            self._spares = spares
            self._ready()

    def spawn(self, argv: list[str], env: dict[str, str], cwd: str, spare: bool = False) -> ForkedProcess:
        """Forks a kernel, or takes one that waits where it may be a `spare`, whose sockets are its own choice.

        Raises OSError where the parent cannot be started, WrongSetting where `env` has one.
        """
        request = {"argv": argv, "env": env, "cwd": cwd, "megabytes": _megabytes(env), "spare": spare}
        with self._lock:
            for last in (False, True):
                try:
                    return self._ask(self._ready(), request)
                except (OSError, ValueError):
                    self._drop()
                    if last:
                        raise
        raise AssertionError  # the second try returned or raised

    def _ready(self) -> socket.socket:
        """Our end of what the parent listens to."""
        if self._socket is not None and self._parent is not None and self._parent.poll() is None:
            return self._socket
        self._drop()
        ours, theirs = socket.socketpair()
        with theirs:
            command = [
                sys.executable,
                "-X",
                "frozen_modules=off",
                "-m",
                "govcourse.jupyter.kernels.fork_server",
                str(theirs.fileno()),
                str(self._reads),
                str(self._spares),
            ]
            self._parent = subprocess.Popen(
                command,
                pass_fds=(theirs.fileno(), self._reads),
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                env={**os.environ, **ENVIRONMENT},
            )
        self._socket = ours
        ours.settimeout(START)
        try:
            if not json.loads(self._line(ours)).get("ready"):
                raise OSError("the parent of kernels did not start")
        except BaseException:
            self._drop()  # its late answer would be taken for that to the next request
            raise
        return ours

    def _ask(self, link: socket.socket, request: dict[str, Any]) -> ForkedProcess:
        reads, writes = os.pipe()
        try:
            socket.send_fds(link, [json.dumps(request).encode() + b"\n"], [writes])
            told = json.loads(self._line(link))
            return ForkedProcess(told["pid"], reads, told["connection"])
        except BaseException:
            os.close(reads)
            raise
        finally:
            os.close(writes)

    def _line(self, link: socket.socket) -> bytes:
        data = b""
        while not data.endswith(b"\n"):
            if not (more := link.recv(4096)):
                raise OSError("the parent of kernels is gone")
            data += more
        return data

    def _drop(self) -> None:
        """Forgets a parent that died or does not answer."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        if self._parent is not None:
            self._parent.kill()
            self._parent.wait()
            self._parent = None

    def close(self) -> None:
        """Ends the parent. Kernels end when this process does."""
        with self._lock:
            self._drop()


def _megabytes(env: dict[str, str]) -> int:
    """How much memory a kernel with this environment may take."""
    own = "GOVCOURSE_KERNEL_MB"
    return settings(**{own: env[own]} if own in env else {}).kernel_mb


fork_server = ForkServer() if not possible() else None


class ForkProvisioner(LocalProvisioner):
    """Forks Python kernels of this environment; every other kernel, and everything without fork, starts the stock way."""

    begun = False  # whether this kernel has been started before

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        if why := self._stock(cmd):
            log.info("A kernel is started the stock way: %s.", why)
            return await super().launch_kernel(cmd, **kwargs)
        assert fork_server is not None  # else there was a why
        argv = cmd[cmd.index("ipykernel_launcher") + 1 :]
        env = {
            name: value for name, value in (kwargs.get("env") or os.environ).items() if isinstance(value, str)
        }
        cwd = str(kwargs.get("cwd") or os.getcwd())
        loop = asyncio.get_running_loop()
        try:
            process = await loop.run_in_executor(
                None, fork_server.spawn, argv, env, cwd, self._may_be_spare(argv)
            )
        except (OSError, ValueError) as error:
            log.warning("A kernel is started the stock way, as none can be forked: %s", error)
            return await super().launch_kernel(cmd, **kwargs)
        self.process = process  # type: ignore[assignment]  # it is Jupyter's Popen, as far as Jupyter uses that
        self.pid = self.pgid = process.pid  # it leads a session of its own
        self.cwd = cwd
        self.begun = True
        if process.connection is not None:
            chosen = process.connection | {"key": process.connection["key"].encode()}
            self.connection_info.update(cast(KernelConnectionInfo, chosen))
        return self.connection_info

    def _may_be_spare(self, argv: list[str]) -> bool:
        """Whether its sockets may be others: not those of a kernel that is started again, to which pages are connected."""
        sockets = self.connection_info
        plain = sockets["transport"] == "ipc" and "curve_publickey" not in sockets
        return plain and not self.begun and len(argv) == 2 and argv[0] == "-f"

    def _stock(self, cmd: list[str]) -> str:
        """Why this kernel is not forked, "" when it is."""
        if fork_server is None or possible():
            return possible() or "kernels are not forked here"
        if "ipykernel_launcher" not in cmd or os.path.realpath(cmd[0]) != os.path.realpath(sys.executable):
            return "it is no Python kernel of this environment"
        return ""
