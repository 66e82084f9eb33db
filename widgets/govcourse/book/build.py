"""Builds the book with Jupyter Book; warnings are errors."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from govcourse import content


def build(out: Path, clean: bool = False, url: str = "") -> int:
    """Builds into OUT/_build/html; the exit status of Jupyter Book."""
    if clean:
        shutil.rmtree(out / "_build", ignore_errors=True)
    command = [
        sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", str(content.root()),
        "--path-output", str(out), "--warningiserror", "--nitpick", "--keep-going", "--quiet",
    ]  # fmt: skip
    status = subprocess.call(command, env={**os.environ, "GOVCOURSE_BOOK_URL": url})
    if status == 0:
        print(f"The book is at {(out / '_build' / 'html' / 'index.html').resolve()}")
    return status
