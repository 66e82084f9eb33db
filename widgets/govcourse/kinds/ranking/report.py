"""The ranking in documents: the order of a room, with how far people agree."""

from govcourse.kinds.ranking.activity import Ranking
from govcourse.kinds.ranking.rules import standings
from govcourse.kinds.ranking.shapes import Standing
from govcourse.kinds.report import MOST, Chart, Page, Report, RoomAnswers
from govcourse.layout.blocks import Block, Cell, Heading, Table


class RankingReport(Report[Ranking]):
    def room_chart(self, activity: Ranking, room: RoomAnswers, page: Page) -> Chart | None:
        from govcourse.layout.charts import bars

        found, t = standings(activity, room.answers), page.texts(self.kind.name)
        if not found:
            return None
        first = found[0]
        message = t["message"].format(title=first["title"], points=first["points"], first=first["first"])
        rows = [
            {"title": one["title"], "value": one["points"], "shown": str(one["points"])}
            for one in found[:MOST]
        ]
        return Chart(bars(rows), message, f"{message} {t['borda']}", "ranking")

    def room(self, activity: Ranking, room: RoomAnswers, page: Page) -> list[Block]:
        found, t = standings(activity, room.answers), page.texts(self.kind.name)
        chart = self.room_chart(activity, room, page)
        if chart is None:
            return []
        return [
            Heading(activity.title, 2),
            chart.drawn(page),
            _table(found[:MOST], t, page),
            *page.more(len(found) - MOST),
        ]


def _table(found: list[Standing], t: dict[str, str], page: Page) -> Table:
    head = [t["option"], t["points"], t["median"], t["spread"], t["first"], t["ranked_by"]]
    rows: list[list[Cell]] = [
        [one["title"], one["points"], page.number(one["median"]), f"{page.number(one['q1'])}–{page.number(one['q3'])}", one["first"], one["n"]]
        for one in found
    ]  # fmt: skip
    return Table(head, rows, t["table"])
