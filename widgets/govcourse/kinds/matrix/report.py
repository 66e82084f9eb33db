"""The matrix in documents: bars of its rows or columns, and what a room placed where."""

from collections.abc import Callable

from govcourse import content, kinds
from govcourse.json_types import Json
from govcourse.kinds.matrix import rules
from govcourse.kinds.matrix.activity import Matrix
from govcourse.kinds.matrix.rules import levels
from govcourse.kinds.matrix.shapes import Urgent
from govcourse.kinds.reader import LineRead, PartRead
from govcourse.kinds.report import Chart, Page, Report, RoomAnswers
from govcourse.layout.blocks import Block, Table, Text


class MatrixReport(Report[Matrix]):
    def whole(self, activity: Matrix, answer: Json, language: str) -> list[PartRead]:
        """With the weights, of which the outline has what they come to."""
        given = answer.get("weights", {})
        titles = {**answer.get("titles", {}), **{row.id: row.title for row in rules.rows(activity)}}
        lines: list[LineRead] = [
            {"label": titles.get(row, ""), "text": str(given[row])}
            for row in self.kind.keys(activity)["weights"]
            if row in given
        ]
        weights: PartRead = {"title": kinds.texts(activity.id, language)["weight"], "lines": lines}
        return [*([weights] if lines else []), *super().whole(activity, answer, language)]

    def chart(self, activity: Matrix, answer: Json, page: Page) -> Chart | None:
        from govcourse.layout.charts import bars

        if len({level.value for level in levels(activity)}) < 2:
            return None
        if activity.options:
            found = [one for one in rules.totals(activity, answer) if one["most"]]
            shown = [
                {"title": one["title"] or page.t["untitled"], "value": one["total"], "shown": f"{one['total']} / {one['most']}"}
                for one in found
            ]  # fmt: skip
            message = page.t["matrix_message"].format(**shown[0]) if shown else ""
        else:
            titles, urgent = (
                {one.value: one.title for one in levels(activity)},
                rules.urgent(activity, answer),
            )
            shown = [
                {"title": one["title"], "value": one["value"], "shown": titles[one["value"]]}
                for one in urgent
            ]
            message = self._message(activity, urgent[0], titles, page) if urgent else ""
        return Chart(bars(shown), message) if shown else None

    def _message(self, activity: Matrix, first: Urgent, titles: dict[int, str], page: Page) -> str:
        """What the exercise's own page says above the picture."""
        texts, today, target = page.texts(self.kind.name), titles[first["value"]], first["target"]
        if target is None or first["gap"] <= 0:
            return texts[f"profile_best_{activity.best}"].format(row=first["title"], level=today)
        return texts["profile_gap"].format(**{"row": first["title"], "from": today, "to": titles[target]})

    def room_chart(self, activity: Matrix, room: RoomAnswers, page: Page) -> Chart | None:
        from govcourse.layout.charts import bars

        rows = [] if activity.options else rules.medians(activity, room.answers)
        if not rows:
            return None
        name, low = _namer(activity), min(rows, key=lambda row: float(row["value"]))
        message = page.t["maturity_message"].format(title=low["title"], level=name(low["value"]))
        shown = [{"title": r["title"], "value": r["value"], "shown": name(r["value"])} for r in rows]
        most = max(one.value for one in levels(activity))
        return Chart(bars(shown, most), message, name="rows")

    def room(self, activity: Matrix, room: RoomAnswers, page: Page) -> list[Block]:
        """Per row the median of today and of the target; columns of people's own are read back."""
        if activity.options:
            return super().room(activity, room, page)
        chart, t = self.room_chart(activity, room, page), page.t
        if chart is None:
            return []
        name, rows = _namer(activity), rules.medians(activity, room.answers)
        table = Table(
            [activity.row, t["today"], t["target"], t["answers"]],
            [[r["title"], name(r["value"]), name(r["target"]), r["n"]] for r in rows],
            t["maturity_table"],
        )
        note = [Text(content.pillars().note, "note")] if activity.rows_from == "pillars" else []
        return [chart.drawn(page), table, *note]

    def say(self, activity: Matrix, room: RoomAnswers, page: Page, see: str) -> list[str]:
        sentence = page.t.get(f"say_{activity.report}")
        rows = [] if activity.options else rules.medians(activity, room.answers)
        if not rows or not sentence:
            return []
        low = min(rows, key=lambda row: float(row["value"]))
        return [sentence.format(title=low["title"], value=page.number(low["value"]), n=low["n"], see=see)]

    def goals(self, activity: Matrix, answer: Json) -> list[int]:
        """The goals that a column serves directly, where the rows are the goals."""
        if activity.rows_from != "sdgs":
            return []
        direct = max(activity.levels, key=lambda level: level.value).id
        return [
            int(row.removeprefix("sdg-"))
            for option in answer.get("options", [])
            for row, cell in option.get("marks", {}).items()
            if direct in cell.values()
        ]


def _namer(activity: Matrix) -> Callable[[float | None], str]:
    titles = {one.value: one.title for one in levels(activity)}

    def name(value: float | None) -> str:
        """A median may lie between two levels."""
        if value is None:
            return "–"
        if value in titles:
            return titles[int(value)]
        return " / ".join(titles[one] for one in (int(value), int(value) + 1) if one in titles)

    return name
