"""`govcourse`: serve the course, open it in JupyterLab, build the book, look after a machine."""

from typing import Any

import typer
import typer.core

from govcourse.cli import book, countries, course, machine, reports, rooms
from govcourse.cli.problems import end


class Commands(typer.core.TyperGroup):
    """All commands; a setting that cannot be what it is ends each of them with its words."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except ValueError as error:
            from govcourse.settings import WrongSetting  # only where something is wrong, as it takes its time

            if isinstance(error, WrongSetting):
                end(error)
            raise


app = typer.Typer(
    cls=Commands,
    help="The course Innovation and Digital Government for Public Service Delivery.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
for part in (course, book, machine):
    app.add_typer(part.commands)
app.add_typer(rooms.commands, name="room")
app.add_typer(reports.commands, name="report")
app.add_typer(countries.commands, name="countries")
