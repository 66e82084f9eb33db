"""Rooms and the whole store: listed, kept as files, taken over, deleted; sheets that were filled in elsewhere."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govcourse.cli.problems import end, ending
from govcourse.json_types import Json

if TYPE_CHECKING:
    from govcourse.store import Room, Store

commands = typer.Typer(
    help="List, export, import, delete rooms, and bring them back; back up and restore the whole store.",
    no_args_is_help=True,
)


def _store() -> "Store":
    from govcourse.store import StoreError, open_store

    with ending(StoreError):
        return open_store()


def _room(store: "Store", code: str) -> "Room":
    return store.rooms.get(code) or end(f"There is no room {code}.")


def _write(archive: Json, out: Path) -> None:
    if out.exists():
        end(f"{out} exists already; choose another name.")
    out.write_text(json.dumps(archive, ensure_ascii=False, indent=1), encoding="utf-8")
    out.chmod(0o600)  # it holds what people entered
    typer.echo(f"Written to {out}.")


@commands.command("list")
def room_list() -> None:
    """All rooms, the newest first."""
    store = _store()
    for room in store.rooms.all():
        counts = store.rooms.counts(room.code)
        answers = sum(counts["answered"].values())
        typer.echo(
            f"{room.code}  {room.status:6}  {counts['participants']:4} people  {answers:5} answers  {room.title}"
        )


@commands.command("export")
def room_export(code: str, out: Annotated[Path, typer.Option(help="The file to write.")]) -> None:
    """Write one room into a file: without private answers, resume codes, tokens and links."""
    from govcourse.store.archive import export

    try:
        archive = export(_store(), code.upper())
    except KeyError:
        end(f"There is no room {code}.")
    _write(archive, out)


@commands.command("backup")
def room_backup(out: Annotated[Path, typer.Option(help="The file to write.")]) -> None:
    """Write the whole store into a file that SQLite and PostgreSQL can take over."""
    from govcourse.store.archive import backup

    _write(backup(_store()), out)


@commands.command("import")
@commands.command("restore")
def room_import(file: Path) -> None:
    """Take over a room or a whole store from a file, or from a copy that the server made; all of it or nothing."""
    from govcourse.store.archive import ArchiveRefused, read, restore

    with ending(OSError, ArchiveRefused):
        taken = restore(_store(), read(file))
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


@commands.command("demo")
def room_demo(
    seed: Annotated[int, typer.Option(help="Which class: the same number gives the same answers.")] = 1,
    people: Annotated[int, typer.Option(min=1, max=500, help="How many made-up people.")] = 40,
) -> None:
    """Make a room with a simulated class that has answered everything, to try the course with."""
    from govcourse import content, rehearsal
    from govcourse.server import room_settings

    store, course = _store(), content.course()
    title = content.texts()["console"]["practice_title"].format(title=course.title)
    room, key = room_settings.make(store, room_settings.RoomSettings(title=title))
    answers = rehearsal.fill(store, room, seed, people)
    typer.echo(
        f"{room.code}: {people} made-up people, {answers} answers. Due to be deleted a day after its last use."
    )
    typer.echo(f"Lead it at /facilitator/{room.code}?key={key} of your course's address.")


@commands.command("delete")
def room_delete(code: str, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Delete a room for good and at once, with everything in it; also one that is marked as deleted."""
    from govcourse.store import retention

    store = _store()
    marked = next((one for one in retention.marked(store)[0] if one.code == code.upper()), None)
    room = marked or _room(store, code)
    if not yes:
        typer.confirm(
            f"Delete {room.code} ({room.title}) with everything that was entered in it?", abort=True
        )
    gone = store.rooms.delete(room.code)
    typer.echo(
        f"Deleted: everybody in the room ({gone['participants']}) and all answers ({gone['answers']})."
    )


@commands.command("deleted")
def room_deleted() -> None:
    """What nobody used for long and is marked as deleted, with the day from which on it may go for good."""
    from govcourse.store import retention

    store = _store()
    rooms, learners = retention.marked(store)
    for room in rooms:
        counts = store.rooms.counts(room.code)
        answers = sum(counts["answered"].values())
        typer.echo(
            f"{room.code}  goes {room.goes:%Y-%m-%d}  {counts['participants']:4} people  {answers:5} answers  {room.title}"
        )
    if learners:
        typer.echo(f"{learners} who learned alone; they have all of it again when they come back.")
    if rooms or learners:
        typer.echo("Bring back by: govcourse room undelete CODE, or --learners")
    else:
        typer.echo("Nothing is marked as deleted.")


@commands.command("undelete")
def room_undelete(
    code: Annotated[str, typer.Argument(help="Of a room that is marked as deleted.")] = "",
    learners: Annotated[bool, typer.Option("--learners", help="All who learned alone.")] = False,
) -> None:
    """Bring back a room that is marked as deleted, or all who learned alone, with everything in it."""
    from govcourse.store import retention

    if bool(code) == learners:
        end("Say which room, or --learners.")
    store = _store()
    if learners:
        typer.echo(f"Brought back: {retention.bring_back_learners(store)} who learned alone.")
    elif retention.bring_back(store, code):
        typer.echo(f"Brought back: {code.upper()}. It is kept as if it had been used today.")
    else:
        end(f"No room {code} is marked as deleted.")


@commands.command("collect")
def room_collect(
    code: str, sheet: Path, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False
) -> None:
    """Take over answers to the assessment from a sheet (XLSX or CSV); see what is wrong with it first."""
    from govcourse import assessment_import

    store = _store()
    room = _room(store, code)
    with ending(OSError, assessment_import.SheetRefused):
        found = assessment_import.read(sheet.read_bytes(), sheet.name)
    for one in found.problems:
        typer.echo(f"row {one.row}, {one.column or 'the row'}: {one.message}")
    typer.echo(f"{len(found.respondents)} people can be taken over, {len(found.problems)} problems.")
    if not yes:
        typer.confirm("Take them over?", abort=True)
    outcome = assessment_import.take_over(store, room.code, found)
    typer.echo(", ".join(f"{count} {name}" for name, count in outcome.items()))


@commands.command("sheet")
def room_sheet(
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("assessment.xlsx"),
) -> None:
    """Write the sheet for answers that are collected elsewhere."""
    from govcourse.assessment_import import template

    out.write_bytes(template())
    typer.echo(f"Written to {out}.")
