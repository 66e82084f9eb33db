"""The two-axis plot: entries placed by two judgements, ranked, with their worth where money measures it."""

from typing import TYPE_CHECKING

from govcourse.kinds.answers import at_most, unique, unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Join, Outline, at, every, join, table
from govcourse.kinds.plot import rules
from govcourse.kinds.plot.activity import Plot
from govcourse.kinds.plot.answer import Answer as PlotAnswer

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Plots(Kind[Plot, PlotAnswer]):
    Activity, Answer = Plot, PlotAnswer

    def keys(self, activity: Plot) -> dict[str, list[str]]:
        return {"fields": [field.id for field in activity.fields]}

    def check(self, answer: PlotAnswer, activity: Plot) -> None:
        at_most("items", len(answer.items), activity.limit)
        unique("items", answer.items)
        for index, item in enumerate(answer.items):
            unknown(f"items.{index}.fields", item.fields, self.keys(activity)["fields"])

    def outline(self, activity: Plot) -> Outline:
        places = at("x", places=0), at("y", places=0)
        return {
            "parts": [
                {
                    "each": "items",
                    "title": at("name"),
                    "lines": [
                        {"label": activity.x.title, "text": places[0]},
                        {"label": activity.y.title, "text": places[1]},
                        {"each": "$fields", "label": at("title"), "text": at("^fields/{id}")},
                    ],
                }
            ],
            "done": [{"each": "items", "check": every(at("name"), *places), "enough": rules.ENOUGH}],
            "feeds": [
                {
                    "each": "items",
                    "id": at("id"),
                    "name": at("name"),
                    "note": join(at("fields/*")),
                    "keeps": {
                        "evidence": _kept(activity, "evidence"),
                        "owner": _kept(activity, "owner"),
                    },
                }
            ],
            "tables": {"fields": table(activity.fields)},
        }

    def formats(self, activity: Plot) -> list[str]:
        return ["docx", "pdf", "xlsx", "csv"]

    def tables(self, activity: Plot, language: str = "en") -> "list[Table]":
        from govcourse.kinds.plot.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Plot]":
        from govcourse.kinds.plot.report import PlotReport

        return PlotReport(self)


def _kept(activity: Plot, name: str) -> Join:
    return join(*(at(f"fields/{field.id}") for field in activity.fields if field.keeps == name))


kind = Plots()
