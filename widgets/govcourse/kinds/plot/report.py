"""The plot in documents: the picture with its ranking, of one answer or of a room."""

from typing import Any

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.plot.activity import Plot
from govcourse.kinds.plot.rules import placed, ranking
from govcourse.kinds.plot.shapes import Placed, Ranked
from govcourse.kinds.report import MOST, Entry, Page, Places, Report, RoomAnswers
from govcourse.layout.blocks import Block, Table, Text
from govcourse.layout.pictures import draw


class PlotReport(Report[Plot]):
    def figures(self, activity: Plot, answer: Json, page: Page) -> list[Block]:
        from govcourse.kinds.plot.chart import places

        items, t = [one for one in answer.get("items", []) if words(one.get("name"))], page.t
        if not items:
            return []
        ranked = ranking(items, activity.rank)
        message = t["plot_message"].format(name=ranked[0]["name"], n=len(items))
        place = {one["id"]: n for n, one in enumerate(items, 1)}
        head = ["", activity.item, activity.x.title, activity.y.title, t["quadrant"]]
        rows = [[place[one["id"]], *_row(activity, one)] for one in ranked]
        if any(one["expected"] is not None for one in ranked):
            head += [t["expected"], t["by_workshop"]]
            rows = [
                [*row, one["expected"], one["by_workshop"]] for row, one in zip(rows, ranked, strict=True)
            ]
        return [
            draw(places(activity, items), message, page.brand, message),
            Table(head, rows, t["ranked"]),
        ]

    def room(self, activity: Plot, room: RoomAnswers, page: Page) -> list[Block]:
        from govcourse.kinds.plot.chart import places

        items, t = placed(activity, room.answers), page.t
        if not items:
            return []
        message = t["plot_message"].format(name=items[0]["name"], n=len(items))
        rows = [[*_row(activity, one), one["n"]] for one in items[:MOST]]
        head = [activity.item.capitalize(), activity.x.title, activity.y.title, t["quadrant"], t["placed_by"]]
        rest = [Text(t["more_rows"].format(n=len(items) - MOST), "note")] if len(items) > MOST else []
        chart = places(activity, items[:MOST])
        return [
            draw(chart, message, page.brand, message, name="plot"),
            Table(head, rows, t["ranked"]),
            *rest,
        ]

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
        return [sentence.format(name=first["name"], score=round(first["score"]), n=len(items), see=see)]


def _row(activity: Plot, item: Ranked | Placed) -> list[Any]:
    titles = {(one.x, one.y): one.title for one in activity.quadrants}
    return [item["name"], round(item.get("x", 50)), round(item.get("y", 50)), titles[item["quadrant"]]]
