"""What is in order: the course's data, and the machine."""

import typer

commands = typer.Typer()


@commands.command()
def check() -> None:
    """Check data/: every problem with file, line and field."""
    from govcourse.content import checking

    problems = checking.check()
    for problem in problems:
        typer.echo(problem, err=True)
    typer.echo("data/ is in order." if not problems else f"{len(problems)} problems.")
    raise typer.Exit(bool(problems))


@commands.command()
def schema() -> None:
    """Write the JSON Schemas of data/ into data/schema/."""
    from govcourse.content.schema import write

    write()


@commands.command()
def doctor() -> None:
    """Say what is missing on this machine, and how to mend it."""
    from govcourse.doctor import findings

    found = findings()
    for one in found:
        typer.echo(
            f"{'ok     ' if one.ok else 'missing'}  {one.what}" + ("" if one.ok else f"\n         {one.mend}")
        )
    raise typer.Exit(any(not one.ok and one.needed for one in found))
