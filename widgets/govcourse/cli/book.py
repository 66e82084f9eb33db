"""The book: built, translated, as one PDF, packed for learning platforms."""

import os
from pathlib import Path
from typing import Annotated

import typer

from govcourse.cli.problems import ending

commands = typer.Typer()


@commands.command()
def book(
    out: Annotated[Path, typer.Option(help="Folder that gets _build/html.")] = Path("."),
    clean: Annotated[bool, typer.Option(help="Remove what an earlier build left.")] = False,
    language: Annotated[
        str, typer.Option(envvar="GOVCOURSE_LANGUAGE", help="The edition's language.")
    ] = "en",
    url: Annotated[
        str, typer.Option(envvar="GOVCOURSE_BOOK_URL", help="Where it will be published: for the site map.")
    ] = "",
) -> None:
    """Build the static course book; warnings are errors."""
    os.environ["GOVCOURSE_LANGUAGE"] = language
    from govcourse.book.build import build

    raise typer.Exit(build(out, clean, url))


@commands.command()
def translate(
    language: Annotated[str, typer.Argument(help="The language's code: fr, ar, pt-BR …")],
    chapters: Annotated[bool, typer.Option(help="Also the book's chapters and the notebooks.")] = True,
) -> None:
    """Make or update the catalogues of a language in locale/; what is translated stays."""
    from govcourse.translate import TranslationError, prepare

    with ending(TranslationError, ValueError):
        for domain, (count, done) in prepare(language, chapters).items():
            typer.echo(f"{domain:10} {done:5} of {count:5} texts are translated")


@commands.command()
def pdf(out: Annotated[Path, typer.Option(help="The file to write.")] = Path("_build/course.pdf")) -> None:
    """Write the whole book as one PDF."""
    from govcourse.book.print import pdf as make
    from govcourse.files import Unavailable

    with ending(Unavailable, RuntimeError):
        typer.echo(f"Written to {make(out)}.")


@commands.command()
def scorm(
    html: Annotated[Path, typer.Option(help="The built book.")] = Path("_build/html"),
    out: Annotated[Path, typer.Option(help="Folder for the packages.")] = Path("_build"),
) -> None:
    """Pack the built book for learning platforms: SCORM 1.2 and 2004."""
    from govcourse.book.scorm import pack

    with ending(FileNotFoundError):
        for path in pack(html, out):
            typer.echo(f"Written to {path} ({path.stat().st_size / 1e6:.1f} MB).")
