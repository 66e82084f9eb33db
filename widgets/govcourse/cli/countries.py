"""Figures of countries: loaded from the publishers' files, listed, removed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govcourse.cli.problems import end, ending

if TYPE_CHECKING:
    from govcourse.country_files import Found
    from govcourse.store import Store

FEW = 10  # rows that are told one by one

commands = typer.Typer(
    help="Load, list and remove what UN DESA, the World Bank and the OECD publish of countries.",
    invoke_without_command=True,
)


def _store() -> "Store":
    from govcourse.store import StoreError, open_store

    with ending(StoreError):
        return open_store()


@commands.callback()
def countries(context: typer.Context) -> None:
    """What is loaded, by index and edition."""
    if context.invoked_subcommand is None:
        countries_list()


@commands.command("list")
def countries_list() -> None:
    """What is loaded, by index and edition."""
    loaded = _store().country_figures.editions()
    for one in loaded:
        typer.echo(f"{one.source}  {one.edition}  {one.countries:4} countries")
    if not loaded:
        typer.echo(
            "Nothing is loaded; the course compares with published means. govcourse countries load FILE…"
        )


@commands.command("load")
def countries_load(
    files: Annotated[list[Path], typer.Argument(help="Tables of the publishers, as CSV.")],
) -> None:
    """Take over tables of the EGDI, the GTMI or the DGI: all files or none. An edition replaces itself alone."""
    from govcourse import country_files, country_tables
    from govcourse.store import StoreError

    read: list[tuple[Path, Found]] = []
    for file in files:
        try:
            with file.open("rb") as opened:
                read.append((file, country_files.read(opened.read(country_tables.BYTES + 1))))
        except (OSError, country_tables.CountryFileRefused) as error:
            end(f"{file}: {error}")
    with ending(StoreError):
        _store().country_figures.replace(country_files.together([found for _, found in read]))
    for file, found in read:
        _say(file, found)


@commands.command("remove")
def countries_remove(
    index: Annotated[str, typer.Argument(help="egdi, gtmi or dgi.")],
    edition: Annotated[int | None, typer.Argument(help="A year; all editions without it.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove an edition of an index, or all of them."""
    figures = _store().country_figures
    which = f"{index} {edition}" if edition else index
    if not any(one.source == index and edition in (None, one.edition) for one in figures.editions()):
        end(f"Nothing of {which} is loaded.")
    if not yes:
        typer.confirm(f"Remove {which}?", abort=True)
    typer.echo(f"Removed: {figures.remove(index, edition)} figures of {which}.")


def _say(file: Path, found: "Found") -> None:
    for edition, number in found.taken.items():
        typer.echo(f"{file.name}: {found.source} {edition}: {number} countries taken.")
    for one in (one for one in found.left if one.line is None):
        typer.echo(f"{file.name}: {found.source} {one.edition}: left out, as {one.why}.")
    rows: dict[int | None, list[str]] = {}
    for one in found.left:
        if one.line is not None:
            rows.setdefault(one.edition, []).append(f"line {one.line}, {one.why}")
    for year, lines in rows.items():
        about = f"{file.name}: {found.source} {year or '?'}: {len(lines)} rows left out"
        more = f"; and {len(lines) - FEW} more" if len(lines) > FEW else ""
        typer.echo(f"{about}: {'; '.join(lines[:FEW])}{more}.")
