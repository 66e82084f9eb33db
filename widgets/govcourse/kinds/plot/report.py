"""The plot in documents: the picture with its ranking, of one answer or of a room."""

from collections.abc import Mapping, Sequence
from typing import Any

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.plot.activity import Plot
from govcourse.kinds.plot.rules import is_placed, placed, ranking
from govcourse.kinds.plot.shapes import Placed, Ranked
from govcourse.kinds.report import MOST, Chart, Entry, Page, Places, Report, RoomAnswers
from govcourse.layout.blocks import Block, Table


class PlotReport(Report[Plot]):
    def chart(self, activity: Plot, answer: Json, page: Page) -> Chart | None:
        items = _named(answer)
        return _chart(activity, items, ranking(items, activity.rank), page) if items else None

    def figures(self, activity: Plot, answer: Json, page: Page) -> list[Block]:
        items, t = _named(answer), page.t
        if not items:
            return []
        ranked = ranking(items, activity.rank)
        place = {one["id"]: n for n, one in enumerate(items, 1)}
        head = [t["number"], activity.item.capitalize(), activity.x.title, activity.y.title, t["quadrant"]]
        rows = [[place[one["id"]], *_row(activity, one, page)] for one in ranked]
        if any(one["expected"] is not None for one in ranked):
            head += [t["expected"], t["by_workshop"]]
            rows = [
                [*row, page.number(one["expected"], 0), page.number(one["by_workshop"], 0)]
                for row, one in zip(rows, ranked, strict=True)
            ]
        return [*super().figures(activity, answer, page), Table(head, rows, t["ranked"])]

    def room_chart(self, activity: Plot, room: RoomAnswers, page: Page) -> Chart | None:
        items = placed(activity, room.answers)
        return _chart(activity, items, items, page, "plot") if items else None

    def room(self, activity: Plot, room: RoomAnswers, page: Page) -> list[Block]:
        items, t = placed(activity, room.answers), page.t
        chart = self.room_chart(activity, room, page)
        if chart is None:
            return []
        rows = [[*_row(activity, one, page), one["n"]] for one in items[:MOST]]
        head = [activity.item.capitalize(), activity.x.title, activity.y.title, t["quadrant"], t["placed_by"]]
        return [chart.drawn(page), Table(head, rows, t["ranked"]), *page.more(len(items) - MOST)]

    def places(self, activity: Plot, room: RoomAnswers) -> Places:
        rows = [
            Entry(one["name"], one["x"], one["y"], one["score"], one["n"])
            for one in placed(activity, room.answers)
        ]
        return Places((activity.item, activity.x.title, activity.y.title), rows)

    def say(self, activity: Plot, room: RoomAnswers, page: Page, see: str) -> list[str]:
        items, sentence = placed(activity, room.answers), page.t.get(f"say_{activity.report}")
        if not items or not sentence:
            return []
        first = items[0]
        return [
            sentence.format(name=first["name"], score=page.number(first["score"], 0), n=len(items), see=see)
        ]


def _named(answer: Json) -> list[Json]:
    """What has a name and a place."""
    return [one for one in answer.get("items", []) if words(one.get("name")) and is_placed(one)]


def _chart(
    activity: Plot,
    items: Sequence[Mapping[str, Any]],
    ranked: Sequence[Ranked | Placed],
    page: Page,
    name: str = "",
) -> Chart:
    """The first of a room's many; its message is about all."""
    from govcourse.kinds.plot.chart import places

    message = page.t["plot_message"].format(name=ranked[0]["name"], n=len(items))
    shown = items[:MOST] if name else items
    return Chart(places(activity, shown, content.direction(page.language)), message, name=name)


def _row(activity: Plot, item: Ranked | Placed, page: Page) -> list[Any]:
    titles = {(one.x, one.y): one.title for one in activity.quadrants}
    return [item["name"], page.number(item["x"], 0), page.number(item["y"], 0), titles[item["quadrant"]]]
