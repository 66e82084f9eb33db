"""How a command ends that cannot do what it is asked: with the problem's words, and no traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer


def end(problem: object, status: int = 1) -> NoReturn:
    """Says the problem, and ends the command."""
    typer.echo(problem, err=True)
    raise typer.Exit(status) from None


@contextmanager
def ending(*problems: type[Exception], status: int = 1) -> Iterator[None]:
    """Ends the command on one of these."""
    try:
        yield
    except problems as error:
        end(error, status)
