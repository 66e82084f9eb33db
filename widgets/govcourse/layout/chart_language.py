"""Charts in a language: how it writes figures and days, and that they begin at the right where it does, wherever Vega draws them.

Documents mirror what was drawn, with its legends; that cannot be done where a reader moves a slider, nor in JupyterLab.
"""

from functools import cache
from typing import Any

from govcourse.content import formats
from govcourse.content.translation import direction
from govcourse.json_types import Json

SIDES = {"left": "right", "right": "left", "start": "end", "end": "start"}
CONFIG: Json = {
    "scale": {"xReverse": True},
    "axisY": {"orient": "right"},
    "legend": {"layout": {"top": {"anchor": "end"}}},
}


def directed(spec: Json) -> Json:
    """A chart of Vega-Lite as the edition's language runs; one that `keeps_sides` has the same in all languages."""
    if direction() == "ltr" or spec.get("usermeta", {}).get("keeps_sides"):
        return spec
    config = spec.get("config", {})
    turned = {name: {**config.get(name, {}), **part} for name, part in CONFIG.items()}
    made: Json = _turned(spec)
    return made | {"config": {**config, **turned}}


def _turned(node: Any) -> Any:
    """What stands at the right of its place stands at the left, and what is so far from the left as far from the right."""
    match node:
        case list():
            return [_turned(one) for one in node]
        case dict():
            made = {key: one if key in ("data", "datasets") else _turned(one) for key, one in node.items()}
            if isinstance(mark := made.get("mark"), dict) and mark.get("type") == "text":
                made["mark"] = mark | {
                    "align": SIDES.get(mark.get("align", ""), "center"),
                    "dx": -mark.get("dx", 0),
                }
            match made.get("padding"):
                case {"left": left, "right": right, **others}:
                    made["padding"] = {**others, "left": right, "right": left}
            if isinstance(title := made.get("title"), dict) and "anchor" in title:
                made["title"] = title | {"anchor": SIDES.get(title["anchor"], "middle")}
            match made.get("x"):
                case {"value": int() | float() as value}:
                    made["x"] = {"value": {"expr": f"width - {value}"}}
            return made
    return node


@cache
def written(language: str) -> dict[str, Any]:
    """How a language writes figures, days and months, as d3 asks for it and vl-convert takes it."""
    from babel import Locale

    known = Locale(language)
    signs = known.number_symbols["latn"]

    def months(width: str) -> list[str]:
        return [known.months["format"][width][n] for n in range(1, 13)]

    def days(width: str) -> list[str]:
        return [known.days["format"][width][n] for n in (6, *range(6))]  # d3 begins with Sunday

    return {
        "format_locale": {
            "decimal": signs["decimal"], "thousands": signs["group"], "grouping": [3], "currency": ["", ""],
            "percent": formats.percent(0, language).removeprefix("0"),
        },
        "time_format_locale": {
            "dateTime": "%x, %X", "date": "%d/%m/%Y", "time": "%H:%M:%S", "periods": ["AM", "PM"],
            "days": days("wide"), "shortDays": days("abbreviated"),
            "months": months("wide"), "shortMonths": months("abbreviated"),
        },
    }  # fmt: skip
