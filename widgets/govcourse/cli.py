"""`govcourse`: serve the course, open it in JupyterLab, build the book, look after a machine."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
import typer.core

from govcourse.json_types import Json

if TYPE_CHECKING:
    from govcourse.store import Store


class Commands(typer.core.TyperGroup):
    """All commands; a setting that cannot be what it is ends each of them with its words and status 1."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except ValueError as error:
            from govcourse.settings import WrongSetting  # only where something is wrong, as it takes its time

            if not isinstance(error, WrongSetting):
                raise
            typer.echo(error, err=True)
            raise typer.Exit(1) from None


app = typer.Typer(
    cls=Commands,
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
    from govcourse.store.sql import home

    return translate.notebooks(home() / f"notebooks-{language}", language)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
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
    ours = str(Path(__file__).parent / "jupyter")
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


@app.command()
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


@app.command()
def translate(
    language: Annotated[str, typer.Argument(help="The language's code: fr, ar, pt-BR …")],
    chapters: Annotated[bool, typer.Option(help="Also the book's chapters and the notebooks.")] = True,
) -> None:
    """Make or update the catalogues of a language in locale/; what is translated stays."""
    from govcourse.translate import TranslationError, prepare

    try:
        for domain, (count, done) in prepare(language, chapters).items():
            typer.echo(f"{domain:10} {done:5} of {count:5} texts are translated")
    except (TranslationError, ValueError) as error:
        typer.echo(error, err=True)
        raise typer.Exit(1) from None


@app.command()
def pdf(out: Annotated[Path, typer.Option(help="The file to write.")] = Path("_build/course.pdf")) -> None:
    """Write the whole book as one PDF."""
    from govcourse.book.print import pdf as make
    from govcourse.files import Unavailable

    try:
        typer.echo(f"Written to {make(out)}.")
    except (Unavailable, RuntimeError) as error:
        typer.echo(error, err=True)
        raise typer.Exit(1) from None


@app.command()
def scorm(
    html: Annotated[Path, typer.Option(help="The built book.")] = Path("_build/html"),
    out: Annotated[Path, typer.Option(help="Folder for the packages.")] = Path("_build"),
) -> None:
    """Pack the built book for learning platforms: SCORM 1.2 and 2004."""
    from govcourse.book.scorm import pack

    try:
        for path in pack(html, out):
            typer.echo(f"Written to {path} ({path.stat().st_size / 1e6:.1f} MB).")
    except FileNotFoundError as error:
        typer.echo(error, err=True)
        raise typer.Exit(1) from None


rooms = typer.Typer(
    help="List, export, import, delete rooms; back up and restore the whole store.", no_args_is_help=True
)
app.add_typer(rooms, name="room")


def _store() -> "Store":
    from govcourse.store import StoreError, open_store

    try:
        return open_store()
    except StoreError as error:
        typer.echo(error, err=True)
        raise typer.Exit(1) from None


def _write(archive: Json, out: Path) -> None:
    import json

    if out.exists():
        typer.echo(f"{out} exists already; choose another name.", err=True)
        raise typer.Exit(1)
    out.write_text(json.dumps(archive, ensure_ascii=False, indent=1), encoding="utf-8")
    out.chmod(0o600)  # it holds what people entered
    typer.echo(f"Written to {out}.")


@rooms.command("list")
def room_list() -> None:
    """All rooms, the newest first."""
    store = _store()
    for room in store.rooms.all():
        counts = store.rooms.counts(room.code)
        answers = sum(counts["answered"].values())
        typer.echo(
            f"{room.code}  {room.status:6}  {counts['participants']:4} people  {answers:5} answers  {room.title}"
        )


@rooms.command("export")
def room_export(code: str, out: Annotated[Path, typer.Option(help="The file to write.")]) -> None:
    """Write one room into a file: without private answers, resume codes, tokens and links."""
    from govcourse.store.archive import export

    try:
        archive = export(_store(), code.upper())
    except KeyError:
        typer.echo(f"There is no room {code}.", err=True)
        raise typer.Exit(1) from None
    _write(archive, out)


@rooms.command("backup")
def room_backup(out: Annotated[Path, typer.Option(help="The file to write.")]) -> None:
    """Write the whole store into a file that SQLite and PostgreSQL can take over."""
    from govcourse.store.archive import backup

    _write(backup(_store()), out)


@rooms.command("import")
@rooms.command("restore")
def room_import(file: Path) -> None:
    """Take over a room or a whole store from a file; all of it or nothing."""
    import json

    from govcourse.store.archive import ArchiveRefused, restore

    try:
        taken = restore(_store(), json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        known = isinstance(error, ArchiveRefused | OSError)
        typer.echo(error if known else "This file cannot be read as an archive.", err=True)
        raise typer.Exit(1) from None
    counts = taken.counts
    typer.echo(
        f"Taken over: {counts['rooms']} rooms, {counts['participants']} people, {counts['answers']} answers."
    )
    for code, key in taken.keys.items():
        typer.echo(
            f"Facilitators of {code} get in at /facilitator/{code}?key={key} of your course's address."
        )
    if taken.keys:
        typer.echo("Everybody's resume code is new; those of before open nothing here.")


@rooms.command("delete")
def room_delete(code: str, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Delete a room for good, with everything in it."""
    store = _store()
    room = store.rooms.get(code)
    if room is None:
        typer.echo(f"There is no room {code}.", err=True)
        raise typer.Exit(1)
    if not yes:
        typer.confirm(
            f"Delete {room.code} ({room.title}) with everything that was entered in it?", abort=True
        )
    gone = store.rooms.delete(room.code)
    typer.echo(
        f"Deleted: everybody in the room ({gone['participants']}) and all answers ({gone['answers']})."
    )


report = typer.Typer(help="Write the reports of rooms.", no_args_is_help=True)
app.add_typer(report, name="report")
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

    try:
        for path in make():
            typer.echo(f"Written to {path}.")
    except (ReportError, StoreError) as error:
        typer.echo(error, err=True)
        raise typer.Exit(1) from None


@report.command("cohort")
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


@report.command("country")
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


@report.command("batch")
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

    try:
        rows = reports.read_batch(rooms)
    except reports.ReportError as error:
        typer.echo(error, err=True)
        raise typer.Exit(2) from None
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


@rooms.command("collect")
def room_collect(
    code: str, sheet: Path, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False
) -> None:
    """Take over answers to the assessment from a sheet (XLSX or CSV); see what is wrong with it first."""
    from govcourse import assessment_import

    store = _store()
    room = store.rooms.get(code)
    if room is None:
        typer.echo(f"There is no room {code}.", err=True)
        raise typer.Exit(1)
    try:
        found = assessment_import.read(sheet.read_bytes(), sheet.name)
    except (OSError, assessment_import.SheetRefused) as error:
        typer.echo(error, err=True)
        raise typer.Exit(1) from None
    for one in found.problems:
        typer.echo(f"row {one.row}, {one.column or 'the row'}: {one.message}")
    typer.echo(f"{len(found.respondents)} people can be taken over, {len(found.problems)} problems.")
    if not yes:
        typer.confirm("Take them over?", abort=True)
    outcome = assessment_import.take_over(store, room.code, found)
    typer.echo(", ".join(f"{count} {name}" for name, count in outcome.items()))


@rooms.command("sheet")
def room_sheet(
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("assessment.xlsx"),
) -> None:
    """Write the sheet for answers that are collected elsewhere."""
    from govcourse.assessment_import import template

    out.write_bytes(template())
    typer.echo(f"Written to {out}.")


@app.command()
def check() -> None:
    """Check data/: every problem with file, line and field."""
    from govcourse.content import checking

    problems = checking.check()
    for problem in problems:
        typer.echo(problem, err=True)
    typer.echo("data/ is in order." if not problems else f"{len(problems)} problems.")
    raise typer.Exit(bool(problems))


@app.command()
def schema() -> None:
    """Write the JSON Schemas of data/ into data/schema/."""
    from govcourse.content.schema import write

    write()


@app.command()
def doctor() -> None:
    """Say what is missing on this machine, and how to mend it."""
    from govcourse.doctor import findings

    found = findings()
    for one in found:
        typer.echo(
            f"{'ok     ' if one.ok else 'missing'}  {one.what}" + ("" if one.ok else f"\n         {one.mend}")
        )
    raise typer.Exit(any(not one.ok and one.needed for one in found))


if __name__ == "__main__":
    app()
