"""The course itself: served, or opened in JupyterLab."""

import os
import subprocess
import sys
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


@commands.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="Port to listen at.")] = 8888,
    notebooks: Annotated[
        Path | None, typer.Option(help="Folder to open; your own copy of the notebooks by default.")
    ] = None,
) -> None:
    """Open the notebooks in JupyterLab, in a copy of your own; further options go to JupyterLab."""
    from govcourse import content, own_notebooks
    from govcourse.book import chapters
    from govcourse.files import STATIC
    from govcourse.store.place import home

    # Lab then asks no other host for news, keeps exercises that are scrolled out of sight, shows chapters as text, and runs what
    # shows an exercise by itself.
    ours = {"JUPYTER_CONFIG_PATH": str(Path(__file__).parents[1] / "jupyter"), "JUPYTER_PATH": str(STATIC)}
    paths = {
        name: os.pathsep.join(filter(None, [first, os.environ.get(name)])) for name, first in ours.items()
    }
    language = content.language()
    folder = notebooks or home() / ("notebooks" if language == "en" else f"notebooks-{language}")
    try:
        if not notebooks:
            for new in own_notebooks.copy(folder, language):
                print(f"You have changed your copy; the course's new edition of it is {new}.", flush=True)
        if (folder / "session-1.ipynb").exists():
            chapters.write(folder)
    except OSError as error:  # what is there opens, if need be without the book's pages
        print(f"Your copy of the notebooks could not be brought up to date: {error}.", file=sys.stderr)
    environment = {**os.environ, **paths}
    welcome = "/lab/tree/welcome.ipynb" if (folder / "welcome.ipynb").exists() else ""
    if (
        "JUPYTERHUB_SERVICE_URL" in environment
    ):  # a hub started it, and says where to listen and who may come in
        command = [
            sys.executable,
            "-m",
            "jupyterhub.singleuser",
            f"--ServerApp.root_dir={folder}",
            *context.args,
        ]
        if welcome:
            environment.setdefault("JUPYTERHUB_DEFAULT_URL", welcome)
    else:
        command = [sys.executable, "-m", "jupyterlab", str(folder), "--port", str(port), *context.args]
        if welcome:
            command.append(f"--LabApp.default_url={welcome}")
    if os.name == "posix":  # Lab takes this process's place: whoever stops one stops the other
        os.execve(command[0], command, environment)
    raise typer.Exit(subprocess.call(command, env=environment))
