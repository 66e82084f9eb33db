"""`govcourse`: serve the course, open it in JupyterLab, build the book, look after a machine."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="The course Innovation and Digital Government for Public Service Delivery.",
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def serve(
    host: Annotated[str, typer.Option(envvar="HOST", help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", min=1, max=65535)] = 8866,
    token: Annotated[
        str | None, typer.Option(envvar="GOVCOURSE_TOKEN", help="Facilitator's token; made if none.")
    ] = None,
    database: Annotated[str | None, typer.Option(envvar="GOVCOURSE_DATABASE", help="SQLAlchemy URL.")] = None,
    base_url: Annotated[str, typer.Option(envvar="GOVCOURSE_BASE_URL", help="Path behind a proxy.")] = "/",
):
    """Serve the course: learners at the home page, rooms, Voila."""
    from govcourse.server.app import serve as run

    raise typer.Exit(run(host, port, token, database, base_url))


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab(
    context: typer.Context,
    port: Annotated[int, typer.Option(help="Port to listen at.")] = 8888,
    notebooks: Annotated[
        Path | None, typer.Option(help="Folder to open; the session notebooks by default.")
    ] = None,
):
    """Open the session notebooks in JupyterLab; further options go to JupyterLab."""
    from govcourse import content

    # Lab then asks no other host for news, and keeps exercises that are scrolled out of sight.
    ours = str(Path(__file__).parent / "host" / "jupyter")
    path = os.pathsep.join(filter(None, [ours, os.environ.get("JUPYTER_CONFIG_PATH")]))
    folder = str(notebooks or content.root() / "notebooks")
    command = [sys.executable, "-m", "jupyterlab", folder, "--port", str(port), *context.args]
    environment = {**os.environ, "JUPYTER_CONFIG_PATH": path}
    if os.name == "posix":  # Lab takes this process's place: whoever stops one stops the other
        os.execve(command[0], command, environment)
    raise typer.Exit(subprocess.call(command, env=environment))


@app.command()
def book(
    out: Annotated[Path, typer.Option(help="Folder that gets _build/html.")] = Path("."),
    clean: Annotated[bool, typer.Option(help="Remove what an earlier build left.")] = False,
):
    """Build the static course book; warnings are errors."""
    from govcourse.book.build import build

    raise typer.Exit(build(out, clean))


@app.command()
def check():
    """Check data/: every problem with file, line and field."""
    from govcourse import content

    problems = content.check()
    for problem in problems:
        typer.echo(problem, err=True)
    typer.echo("data/ is in order." if not problems else f"{len(problems)} problems.")
    raise typer.Exit(bool(problems))


@app.command()
def schema():
    """Write the JSON Schemas of data/ into data/schema/."""
    from govcourse.content.schema import write

    write()


@app.command()
def doctor():
    """Say what is missing on this machine, and how to mend it."""
    from govcourse.doctor import findings

    found = findings(os.environ)
    for one in found:
        typer.echo(
            f"{'ok     ' if one.ok else 'missing'}  {one.what}" + ("" if one.ok else f"\n         {one.mend}")
        )
    raise typer.Exit(any(not one.ok and one.needed for one in found))


if __name__ == "__main__":
    app()
