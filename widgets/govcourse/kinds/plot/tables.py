"""The plot as a tidy table: a row for each entry, with its place, its rank and its worth in money."""

from collections.abc import Iterator

from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.plot.activity import Axis, Plot
from govcourse.kinds.plot.rules import by_workshop, expected, ranking
from govcourse.kinds.tables import Codebook, Column, Row, Table

NOWHERE: Row = (None,) * 6
MONEY = ("benefits", "costs", "probability", "pilot", "go_on")


def tables(activity: Plot, language: str) -> list[Table]:
    book = Codebook(activity.kind, language)
    column, quadrants = book.column, {(one.x, one.y): one for one in activity.quadrants}

    def axis(name: str, about: Axis) -> Column:
        ends = book.said("axis").format(low=about.low, high=about.high)
        return column(name, "Float64", label=about.title, unit=ends, missing=book.said("not_placed"))

    def rows(answer: Json) -> Iterator[Row]:
        items = answer.get("items", [])
        ranked = {one["id"]: (place, one) for place, one in enumerate(ranking(items, activity.rank), 1)}
        for item in items:
            fields, where = item.get("fields", {}), NOWHERE
            if item["id"] in ranked:
                place, judged = ranked[item["id"]]
                quadrant = quadrants[judged["quadrant"]]
                where = item["x"], item["y"], quadrant.id, quadrant.title, judged["score"], place
            yield (
                item["id"], words(item.get("name")) or None, *where,
                *(words(fields.get(field.id)) or None for field in activity.fields), *_worth(item, activity),
            )  # fmt: skip

    place = ("x", "y")
    columns = [
        column("item", "string", id=True),
        column("name", "string", label=activity.item),
        axis("x", activity.x),
        axis("y", activity.y),
        column("quadrant", "category", categories=tuple(one.id for one in activity.quadrants), of=place, id=True),
        column("quadrant_title", "string", of=place),
        column("score", "Float64", unit=book.said(f"score_{activity.rank}"), of=place),
        column("rank", "Int64", of=place),
        *(
            column(f"field_{field.id.replace('-', '_')}", "string", label=field.title, missing=book.said("missing"))
            for field in activity.fields
        ),
    ]  # fmt: skip
    if activity.money:
        columns += [column(name, "Float64") for name in MONEY]
        columns += [
            column("expected", "Float64", of=MONEY),
            column("by_workshop", "Float64", of=MONEY[:3]),
        ]
    return [Table("items", activity.title, tuple(columns), rows)]


def _worth(item: Json, activity: Plot) -> Row:
    money = item.get("money", {})
    return (*map(money.get, MONEY), expected(money), by_workshop(money)) if activity.money else ()
