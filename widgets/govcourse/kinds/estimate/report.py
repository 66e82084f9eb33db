"""The estimate in documents: how a room's estimates were spread, before and after its talk."""

from govcourse.kinds.access import enough
from govcourse.kinds.estimate.activity import Estimate
from govcourse.kinds.estimate.rules import rounds
from govcourse.kinds.report import Page, Report, RoomAnswers
from govcourse.layout.blocks import Block, Cell, Heading, Table, Text


class EstimateReport(Report[Estimate]):
    def room(self, activity: Estimate, room: RoomAnswers, page: Page) -> list[Block]:
        t = page.texts(self.kind.name)
        found = {
            name: one for name, one in rounds(activity, room.answers).items() if enough(one["n"], room.least)
        }
        if not found:
            return []
        heads = [t["steps"], *(t[f"round_{name}"] for name in found)]
        rows: list[list[Cell]] = [
            [f"{_figure(step['low'], page)}–{_figure(step['high'], page)}", *(one["steps"][place]["count"] for one in found.values())]
            for place, step in enumerate(next(iter(found.values()))["steps"])
        ]  # fmt: skip
        said = " ".join(
            _middle(name, one["n"], one["quartiles"], activity, t, page) for name, one in found.items()
        )
        caption = t["table"].format(unit=activity.unit)
        return [Heading(activity.question, 2), Text(said), Table(heads, rows, caption)]


def _middle(
    name: str, n: int, quartiles: list[float], activity: Estimate, t: dict[str, str], page: Page
) -> str:
    q1, median, q3 = (_figure(one, page) for one in quartiles)
    return t[f"said_{name}"].format(n=n, median=median, q1=q1, q3=q3, unit=activity.unit)


def _figure(value: float, page: Page) -> str:
    """Whole where it is whole."""
    return page.number(value, 0 if float(value).is_integer() else 1)
