"""The course itself: served, or opened in JupyterLab."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

commands = typer.Typer()


@commands.command()
def serve(
    host: Annotated[str, typer.Option(envvar="HOST", help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535)] = 8866,
    token: Annotated[
        str | None, typer.Option(envvar="GOVCOURSE_TOKEN", help="Facilitator's token; made if none.")
    ] = None,
    database: Annotated[str | None, typer.Option(envvar="GOVCOURSE_DATABASE", help="SQLAlchemy URL.")] = None,
    base_url: Annotated[str, typer.Option(envvar="GOVCOURSE_BASE_URL", help="Path behind a proxy.")] = "/",
) -> None:
    """Serve the course: learners at the home page, rooms, Voila."""
    from govcourse.server.app import serve as run

    raise typer.Exit(run(host, port, token, database, base_url))


def _notebooks(language: str) -> Path:
    """The session notebooks: the course's own, or in an edition's language a copy that belongs to its reader."""
    from govcourse import content

    if language == "en":
        return content.root() / "notebooks"
    from govcourse import translate
    from govcourse.store.store import home

    return translate.notebooks(home() / f"notebooks-{language}", language)


@commands.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="Port to listen at.")] = 8888,
    notebooks: Annotated[
        Path | None, typer.Option(help="Folder to open; the session notebooks by default.")
    ] = None,
) -> None:
    """Open the session notebooks in JupyterLab; further options go to JupyterLab."""
    from govcourse import content
    from govcourse.book import chapters

    # Lab then asks no other host for news, keeps exercises that are scrolled out of sight, and shows chapters as text.
    ours = str(Path(__file__).parents[1] / "jupyter")
    path = os.pathsep.join(filter(None, [ours, os.environ.get("JUPYTER_CONFIG_PATH")]))
    folder = notebooks or _notebooks(content.language())
    if (folder / "session-1.ipynb").exists():
        with suppress(OSError):  # where nothing can be written, the notebooks open without the book's pages
            chapters.write(folder)
    command = [sys.executable, "-m", "jupyterlab", str(folder), "--port", str(port), *context.args]
    environment = {**os.environ, "JUPYTER_CONFIG_PATH": path}
    if os.name == "posix":  # Lab takes this process's place: whoever stops one stops the other
        os.execve(command[0], command, environment)
    raise typer.Exit(subprocess.call(command, env=environment))
