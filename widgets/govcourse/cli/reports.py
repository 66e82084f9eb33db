"""Reports of rooms: of one, of a country, of many at once."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

from govcourse.cli.problems import ending

commands = typer.Typer(help="Write the reports of rooms.", no_args_is_help=True)
Out = Annotated[Path, typer.Option(help="Folder for the files.")]
Formats = Annotated[
    list[str], typer.Option("--format", help="docx, pdf, xlsx, pptx; may be given several times.")
]
Least = Annotated[int, typer.Option(help="Figures of fewer people are held back; never lower than 5.")]
ALL = ["docx", "pdf", "xlsx", "pptx"]


def _formats(formats: list[str]) -> tuple[str, ...]:
    if unknown := set(formats) - set(ALL):
        raise typer.BadParameter(
            f"There is no format {', '.join(sorted(unknown))}; there are {', '.join(ALL)}."
        )
    return tuple(formats)


def _told(make: Callable[[], Iterable[Path]]) -> None:
    """Writes, and says where; a problem ends with its words and status 1."""
    from govcourse.reports import ReportError
    from govcourse.store import StoreError

    with ending(ReportError, StoreError):
        for path in make():
            typer.echo(f"Written to {path}.")


@commands.command("cohort")
def report_cohort(
    room: Annotated[str, typer.Option(help="The room's code.")],
    out: Out,
    formats: Formats = ALL,
    language: str = "en",
    threshold: Least = 5,
    before: Annotated[
        Path | None, typer.Option(help="The same room as it was: a file of “room export”.")
    ] = None,
    compare: Annotated[
        list[str] | None, typer.Option(help="Code of a room to compare with; may be repeated.")
    ] = None,
    notebook: Annotated[bool, typer.Option(help="Also run notebooks/reports/cohort.ipynb.")] = True,
) -> None:
    """The report of one room."""
    from govcourse import reports

    others, chosen = tuple(compare or ()), _formats(formats)
    _told(lambda: reports.write_cohort(room, out, chosen, language, threshold, before, others, notebook))


@commands.command("country")
def report_country(
    country: Annotated[str, typer.Option(help="As it was given when the rooms were made.")],
    out: Out,
    formats: Formats = ALL,
    language: str = "en",
    threshold: Least = 5,
    notebook: Annotated[bool, typer.Option(help="Also run notebooks/reports/country.ipynb.")] = True,
) -> None:
    """The report of all rooms of a country, together and side by side."""
    from govcourse import reports

    chosen = _formats(formats)
    _told(lambda: reports.write_country(country, out, chosen, language, threshold, notebook))


@commands.command("batch")
def report_batch(
    rooms: Annotated[
        Path, typer.Argument(help="CSV with a column “room”; folder, formats, language, threshold if wanted.")
    ],
    out: Out,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="Processes; all cores by default.")
    ] = os.cpu_count() or 1,
    notebook: Annotated[bool, typer.Option(help="Also run the notebook for each room.")] = False,
) -> None:
    """The reports of many rooms. One that fails stops no other; the exit status is 1 if any did."""
    from govcourse import reports

    with ending(reports.ReportError, status=2):
        rows = reports.read_batch(rooms)
    done = []
    with typer.progressbar(length=len(rows), label="Reports") as bar:
        for one in reports.batch(rows, out, workers, notebook):
            done.append(one)
            bar.update(1)
    typer.echo(f"{'room':8}{'files':>6}{'seconds':>9}  problem")
    for one in sorted(done, key=lambda one: one.name):
        typer.echo(f"{one.name:8}{len(one.files):6}{one.seconds:9.1f}  {one.problem}")
    failed = sum(bool(one.problem) for one in done)
    typer.echo(f"{len(done) - failed} of {len(done)} made.")
    raise typer.Exit(bool(failed))
