"""Builds the book with Jupyter Book; warnings are errors."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from govcourse import content
from govcourse.content.models import Text
from govcourse.content.translation import translated


def build(out: Path, clean: bool = False, url: str = "") -> int:
    """Builds into OUT/_build/html; the exit status of Jupyter Book."""
    if clean:
        shutil.rmtree(out / "_build", ignore_errors=True)
    with tempfile.TemporaryDirectory() as work:
        command = [
            sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build", str(content.root()),
            "--path-output", str(out), "--warningiserror", "--nitpick", "--keep-going", "--quiet", *_edition(Path(work)),
        ]  # fmt: skip
        # Notebooks are executed by kernels of one warm parent: starting them took longer than all their cells.
        kernels = {"JUPYTER_DEFAULT_PROVISIONER_NAME": "govcourse-fork"}
        status = subprocess.call(command, env={**kernels, **os.environ, "GOVCOURSE_BOOK_URL": url})
    if status == 0:
        print(f"The book is at {(out / '_build' / 'html' / 'index.html').resolve()}")
    return status


def _edition(work: Path) -> list[str]:
    """Jupyter Book's configuration in the edition's language: its theme reads that before any extension can say it."""
    language = content.language()
    if language == "en":
        return []
    config, contents = (
        yaml.safe_load((content.root() / name).read_text(encoding="utf-8"))
        for name in ("_config.yml", "_toc.yml")
    )
    config["title"] = content.course().title
    config["author"] = translated(Text, config["author"], "sphinx", language)
    config["sphinx"]["config"]["language"] = language
    for part in contents["parts"]:
        part["caption"] = translated(Text, part["caption"], "book", language)
    options = []
    for name, made in (("config", config), ("toc", contents)):
        path = work / f"_{name}.yml"
        path.write_text(yaml.safe_dump(made, allow_unicode=True, sort_keys=False), encoding="utf-8")
        options += [f"--{name}", str(path)]
    return options
