"""What is costly to make is made once for all processes of a test run."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from filelock import FileLock

T = TypeVar("T")


def apart(work: Callable[..., T], *given: Any) -> T:
    """What it gives, in a thread of its own: a browser of this process may have a running loop in the main one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work, *given).result()


def awaited(coroutine: Coroutine[Any, Any, T]) -> T:
    """What it comes to, apart."""
    return apart(asyncio.run, coroutine)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that `make` filled, for whichever process came first; the others wait for it."""
    base = factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder, done = shared / name, shared / f"{name}.made"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    return folder
