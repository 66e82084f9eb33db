"""The page “How fast”: what `make bench` found last, as a chart and a table. The figures lie in data/measured.json."""

import json
from html import escape

from pydantic import BaseModel

from govcourse import content
from govcourse.content.formats import percent
from govcourse.content.models import Text
from govcourse.content.translation import translated
from govcourse.json_types import Json


class Row(BaseModel):
    """What of a row people read, beside its figures."""

    topic: Text
    what: Text


def found() -> Json:
    """The last run: `at`, `machine`, `results` (rows as bench/run.py has them); without one, no results."""
    path = content.data() / "measured.json"
    last: Json = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"results": []}
    return last


def page() -> str:
    run = found()
    t: dict[str, str] = content.texts()["book"]
    if not run["results"]:
        return t["fast_nothing"]
    rows = translated(list[Row], run["results"], "data", content.language())
    machine = run["machine"]
    lines = [
        t["fast_machine"].format(date=run["at"][:10], **machine),
        "", "```{raw} html", *_chart(rows, t), "```", "",
    ]  # fmt: skip
    topics = list(dict.fromkeys(row["topic"] for row in rows))
    for topic in topics:
        lines += [
            f"**{topic}**", "", "```{table}", ":class: gc-figures", ":widths: 46 20 20 14", "",
            f"| {t['fast_what']} | {t['fast_ours']} | {t['fast_stock']} | {t['fast_limit']} |",
            "| --- | --- | --- | --- |",
        ]  # fmt: skip
        for row in (row for row in rows if row["topic"] == topic):
            met = {True: t["fast_met"], False: f"**{t['fast_missed']}**", None: ""}[row["met"]]
            cells = [
                row["what"], _shown(row["ours"], row["unit"], row["spread"]),
                _shown(row["stock"], row["unit"], row["stock_spread"]),
                "<br>".join(filter(None, [_bound(row), met])),
            ]  # fmt: skip
            lines.append(f"| {' | '.join(cells)} |")
        lines += ["```", ""]
    return "\n".join(lines)


def _bound(row: Json) -> str:
    """What is allowed at most, or asked at least."""
    least = row.get("least")
    return _shown(row["limit"], row["unit"]) if least is None else f"≥\u00a0{_shown(least, row['unit'])}"


def _shown(value: float | None, unit: str, spread: list[float] | None = None) -> str:
    if value is None:
        return ""
    shown = f"{value:g}\u00a0{unit}".strip()
    return f"{shown}<br><small>{spread[0]:g}–{spread[1]:g}</small>" if spread else shown


def _chart(rows: list[Json], t: dict[str, str]) -> list[str]:
    """Ours as a share of the stock tool, for what both were asked; the message is the title, the table says the rest."""
    from govcourse.layout import charts
    from govcourse.layout.pictures import svg

    compared = [row for row in rows if row["stock"]]
    less = sum(row["ours"] < row["stock"] for row in compared)
    title = t["fast_message"].format(n=less, all=len(compared))
    bars = [
        {
            "title": row["what"],
            "value": 100 * row["ours"] / row["stock"],
            "shown": percent(row["ours"] / row["stock"], content.language()),
        }
        for row in compared
    ]
    drawn = svg(charts.bars(bars).to_dict(), title)
    # On a phone it scrolls, so that its words stay as large as the page's.
    scrolled = (
        f'<figure class="gc-chart" tabindex="0" role="group" aria-label="{escape(title)}">{drawn}</figure>'
    )
    return [f"<h2>{escape(title)}</h2>", scrolled]
