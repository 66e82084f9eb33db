"""How an Altair chart of a cell comes onto a page: drawn by the course's own script, as a page may ask no other host."""

import json
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from govcourse import kernel_environment
from govcourse.json_types import Json

if TYPE_CHECKING:
    from altair import TopLevelMixin

LAB = "application/vnd.vegalite.v5+json"  # what JupyterLab draws by itself; it has no Vega-Lite 6, which reads the same charts
WIDE = 640  # pixels of a chart in JupyterLab
TITLE = 60  # letters of its title in a line
LINE = 17  # pixels of a line of a name beside an axis
MOST = 60  # rows of a table beside a chart
# What a cell need not say, as it is about its figures.
MARKS: Json = {
    "view": {"discreteHeight": {"step": 36}},
    "scale": {"bandPaddingInner": 0.35, "minSize": 0, "maxSize": 900},
    "range": {"category": ["var(--accent)", "var(--warn)", "var(--ink-2)"]},
    "legend": {
        "columns": 1, "titleColor": "var(--ink-2)", "titleFontSize": 14, "titleFontWeight": "normal", "titleLimit": 280, "labelLimit": 260,
        "symbolSize": 140, "symbolStrokeWidth": 2, "symbolBaseStrokeColor": "var(--accent)",
    },
    "axisDiscrete": {"labelExpr": "split(datum.label, '\\n')", "labelLineHeight": LINE, "labelLimit": 260},
    "axisXDiscrete": {"labelAngle": 0},
    "axisX": {"labelBound": True, "labelSeparation": 8},  # rather no name than half of one, or two that touch
    # A narrow chart names few months, in short: of long names that touch none would be left.
    "axisXTemporal": {"tickCount": {"expr": "ceil(width / 90)"}, "format": {"month": "%b", "quarter": "%b"}},
    "mark": {"color": "var(--accent)"},
    "rule": {"color": "var(--accent)"},
    "line": {"strokeWidth": 3},
    "point": {"filled": True, "opacity": 1, "size": 140},
    "circle": {"color": "var(--accent-line)", "opacity": 1},
    "text": {"color": "var(--ink)", "fontSize": 14},
}  # fmt: skip
_known = False


def register() -> None:
    """Where a shell of IPython runs, charts are shown so; Altair is not imported for it."""
    global _known
    from IPython.core.getipython import get_ipython

    shell = get_ipython()
    if shell is None or shell.display_formatter is None or _known:
        return
    shell.display_formatter.mimebundle_formatter.for_type_by_name(
        "altair.vegalite.v6.api", "TopLevelMixin", bundle
    )
    _known = True


def warm() -> None:
    """Makes a chart for nobody: the first one of a process reads Altair's schema, which takes half a second.

    No picture of it: what draws them has threads of its own, which no forked kernel would have.
    """
    import altair as alt

    rows = alt.Data(values=[{"x": 1}])  # type: ignore[no-untyped-call]  # Altair types no part of it
    prepared(alt.Chart(rows).mark_bar().encode(x="x:Q").to_dict())


def bundle(chart: "TopLevelMixin", include: object = None, exclude: object = None) -> Json:
    """What a front end is sent of a chart: JupyterLab the chart, a page its markup."""
    spec = prepared(chart.to_dict())
    if kernel_environment.for_book() or kernel_environment.server() is not None:
        return {"text/html": markup(spec), "text/plain": message(spec)}
    from govcourse.content.translation import language
    from govcourse.layout.chart_language import directed, written
    from govcourse.layout.pictures import on_white

    if spec.get("width") == "container":
        spec["width"] = WIDE  # JupyterLab never comes to an end with charts that are as wide as their place
    said = message(spec)
    if said:  # in lines: one that is wider than its chart takes the chart's place
        look = {
            "anchor": "start",
            "fontSize": 16,
            "color": "var(--ink)",
        }  # a dark JupyterLab has white titles
        spec["title"] = {"text": wrap(said, TITLE), **look}
    spec["padding"] = {"left": 5, "top": 5, "right": 28, "bottom": 5}  # for a bar's own words at its end
    made = on_white(directed(spec))
    names = written(language())
    made["usermeta"] = {
        "embedOptions": {
            "renderer": "svg",  # whose text can be read aloud, and searched
            "formatLocale": names["format_locale"],
            "timeFormatLocale": names["time_format_locale"],
        }
    }
    return {LAB: made, "text/plain": said}


def prepared(spec: Json) -> Json:
    """In the course's look, as wide as its place, and without the address of its schema."""
    from govcourse.layout.charts import CONFIG

    look: Json = {name: {**CONFIG.get(name, {}), **part} for name, part in MARKS.items()}
    spec = {name: part for name, part in spec.items() if name != "$schema"}
    own = {
        name: part for name, part in spec.get("config", {}).items() if name != "view"
    }  # Altair's own width
    spec["config"] = {**CONFIG, **look, **own}
    if not {"hconcat", "vconcat", "concat", "facet", "repeat"} & spec.keys():
        spec.setdefault("width", "container")
        spec["autosize"] = {"type": "fit-x", "contains": "padding"}
    match spec.get("height"):
        case {"step": float() | int() as step}:  # a name of three lines does not touch the next
            spec["height"] = {"step": max(step, (_lines(spec) + 0.5) * LINE)}
    return spec


def _lines(spec: Json) -> int:
    """How many lines the longest of the names has that a cell broke into lines."""
    return 1 + max((str(value).count("\n") for row in _rows(spec) for value in row.values()), default=0)


def message(spec: Json) -> str:
    """The chart's title: what it says."""
    title = spec.get("title", "")
    text = title.get("text", "") if isinstance(title, dict) else title
    return " ".join(text) if isinstance(text, list) else str(text)


def markup(spec: Json) -> str:
    """A figure that the page's script draws, with its data as a table for whoever does not see it, or has no script."""
    from govcourse import content
    from govcourse.layout.chart_language import directed

    t = content.texts()["common"]
    label = escape(message(spec), quote=True)
    inner = {name: part for name, part in spec.items() if name != "title"}
    data = escape(json.dumps(directed(inner), separators=(",", ":")), quote=True)
    drawing = f'<div data-drawing role="img" aria-label="{label}" dir="ltr">{_drawn(inner)}</div>'
    caption = f"<figcaption>{label}</figcaption>" if label else ""
    return (
        f'<figure class="gc-computed" data-govcourse-chart="{data}">{caption}<div data-controls></div>'
        f"{drawing}{_table(spec, t['as_table'], label)}</figure>"
    )


def _drawn(spec: Json) -> str:
    """In the book the picture itself: without a script, and before it has come, it is there."""
    if not kernel_environment.for_book():
        return ""
    from govcourse.layout.pictures import svg

    return svg(spec)


def _table(spec: Json, words: str, label: str) -> str:
    rows = _rows(spec)
    if not rows or len(rows) > MOST:
        return ""
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(row.get(name)))}</td>" for name in rows[0]) + "</tr>"
        for row in rows
    )
    return (
        f"<details><summary>{escape(words)}</summary>"
        f'<div class="gc-scroll" tabindex="0" role="region" aria-label="{label}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )


def _rows(spec: Json) -> list[dict[str, Any]]:
    """The data that the whole chart shows, where it has one table and reckons with it no more."""
    if any("transform" in one for one in (spec, *spec.get("layer", []))):
        return []
    data = spec.get("data", {})
    found = data.get("values") or spec.get("datasets", {}).get(data.get("name", ""), [])
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _cell(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else "–" if value is None else str(value)
