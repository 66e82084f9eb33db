"""The assessment in documents: one respondent's profile, and the debrief of a room."""

from typing import Literal

from govcourse import content
from govcourse.assessment import scoring
from govcourse.assessment.again import changes
from govcourse.assessment.debrief import Debrief, DimensionFigures, debrief, respondents
from govcourse.content import formats
from govcourse.content.instruments import Instrument
from govcourse.json_types import Json
from govcourse.kinds.access import enough
from govcourse.kinds.dtca.activity import Dtca
from govcourse.kinds.report import Chart, Page, Report, RoomAnswers
from govcourse.layout.blocks import Block, Cell, Heading, Items, Table, Text
from govcourse.layout.pictures import draw


class AssessmentReport(Report[Dtca]):
    def blocks(self, activity: Dtca, answer: Json, page: Page, level: int) -> list[Block]:
        """With a profile, its table says what the outline's first part would say again."""
        figures, rest = (
            self.figures(activity, answer, page),
            self.read_back(activity, answer, page, level),
        )
        return [*figures, *(rest[1:] if figures else rest)]

    def chart(self, activity: Dtca, answer: Json, page: Page) -> Chart | None:
        from govcourse.assessment.charts import gaps
        from govcourse.layout.charts import wrapped

        found = scoring.profile(answer, _instrument(activity))
        known = [one for one in found.dimensions if one.mean is not None]
        if not known:
            return None
        rows = [{"title": wrapped(one.title), "score": one.mean, "target": one.target} for one in known]
        weakest = min(known, key=lambda one: one.mean or 0)
        message = page.t["profile_message"].format(title=weakest.title, mean=page.number(weakest.mean))
        return Chart(gaps(rows), message, f"{message}. {page.t['profile_caption']}")

    def figures(self, activity: Dtca, answer: Json, page: Page) -> list[Block]:
        instrument, t = _instrument(activity), page.t
        found, bands = scoring.profile(answer, instrument), {one.id: one.title for one in instrument.bands}
        if not (drawn := super().figures(activity, answer, page)):
            return []
        table = Table(
            [t["dimension"], t["today"], t["band"], t["target"], t["gap"]],
            [
                [
                    one.title,
                    page.number(one.mean),
                    bands.get(one.band or "", "–"),
                    one.target,
                    page.number(one.gap),
                ]
                for one in found.dimensions
            ],
            t["profile_table"],
        )
        return [*drawn, table, *self._earlier(activity, answer, page)]

    def _earlier(self, activity: Dtca, answer: Json, page: Page) -> list[Block]:
        """What the respondent answered at an earlier time beside it, with what that can mean."""
        rows, t = changes(answer, _instrument(activity)), page.texts(self.kind.name)
        if not rows:
            return []
        then = page.day(answer["earlier"].get("on")) or t["earlier_then"]
        cells: list[list[Cell]] = [
            [
                one["title"],
                page.number(one["before"]),
                page.number(one["now"]),
                page.change(one["change"]),
                t["earlier_moved"].format(up=one["up"], down=one["down"], of=one["both"])
                if one["both"]
                else "–",
            ]
            for one in rows
        ]
        head = [t["dimension"], then, t["today"], t["earlier_change"], t["earlier_both"]]
        meaning = [t[f"earlier_{key}"] for key in ("can", "cannot", "step")]
        return [Table(head, cells, t["earlier_table"]), Items(meaning)]

    def room(self, activity: Dtca, room: RoomAnswers, page: Page) -> list[Block]:
        """The debrief, in the order in which it is held."""
        found, t, instrument = self._found(activity, room), page.t, _instrument(activity)
        if found is None:
            return []
        who = t["debrief_who"].format(
            n=found["n"],
            missing=page.percent(found["missing"]),
            dont_know=page.percent(found["dont_know"]),
            evidence=page.percent(found["evidence"]),
        )
        return [
            Text(instrument.note, "note"),
            Text(who),
            *([Text(t["debrief_retired"].format(n=found["retired"]))] if found["retired"] else []),
            *_dimensions(found, page),
            *_vignettes(found, instrument, page),
            *_disagreement(found, instrument, page),
            *_extremes(found, instrument, page),
            *_gaps(found, instrument, page),
        ]

    def room_chart(self, activity: Dtca, room: RoomAnswers, page: Page) -> Chart | None:
        found = self._found(activity, room)
        return _spread(found, page) if found else None

    def say(self, activity: Dtca, room: RoomAnswers, page: Page, see: str) -> list[str]:
        found, t = self._found(activity, room), page.t
        if found is None:
            return []
        said = []
        if scored := [row for row in found["dimensions"] if row["score"] is not None]:
            low, high = min(scored, key=_score), max(scored, key=_score)
            said.append(
                t["say_dimensions"].format(
                    n=found["n"], high=high["title"], high_score=page.number(high["score"]),
                    low=low["title"], low_score=page.number(low["score"]), see=see,
                )
            )  # fmt: skip
        if found["gaps"]:
            row = next(row for row in found["dimensions"] if row["id"] == found["gaps"][0])
            figures = {"gap": page.number(row["gap"]), "score": page.number(row["score"]), "target": page.number(row["target"])}  # fmt: skip
            said.append(t["say_gap"].format(title=row["title"], see=see, **figures))
        if found["disagreement"]:
            id = found["disagreement"][0]
            consensus = page.number(found["statements"][id]["consensus"], 2)
            text = _statements(_instrument(activity))[id]
            said.append(t["say_disagreement"].format(text=text, consensus=consensus, see=see))
        return said

    def _found(self, activity: Dtca, room: RoomAnswers) -> Debrief | None:
        """The figures of the debrief; None of fewer than may be shown."""
        instrument = _instrument(activity)
        given = respondents(room.answers, instrument)
        return debrief(given, instrument, room.least) if enough(len(given), room.least) else None


def _instrument(activity: Dtca) -> Instrument:
    return content.instrument(activity.instrument)


def _statements(instrument: Instrument) -> dict[str, str]:
    return {one.id: one.text for one in instrument.statements}


def _score(row: DimensionFigures) -> float:
    return row["score"] or 0


def _spread(found: Debrief, page: Page) -> Chart | None:
    from govcourse.assessment import charts
    from govcourse.layout.charts import wrapped

    t, known = page.t, [row for row in found["dimensions"] if row["n"]]
    if not known:
        return None
    widest = max(known, key=lambda row: row["iqr"] or 0)
    message = t["dimensions_message"].format(title=widest["title"], iqr=page.number(widest["iqr"]))
    chart = charts.dimensions([{**row, "title": wrapped(row["title"])} for row in known])
    return Chart(chart, message, f"{message}. {t['dimensions_key']}", "dimensions")


def _dimensions(found: Debrief, page: Page) -> list[Block]:
    t, chart = page.t, _spread(found, page)
    if chart is None:
        return []
    spread = [f"{page.number(row['q1'])}–{page.number(row['q3'])}" for row in found["dimensions"]]
    rows = [
        [row["title"], page.number(row["score"]), page.number(row["median"]), span, page.number(row["target"]), page.number(row["gap"])]
        for row, span in zip(found["dimensions"], spread, strict=True)
    ]  # fmt: skip
    head = [t["dimension"], t["score"], t["median"], t["spread"], t["target"], t["gap"]]
    return [
        Heading(t["dimensions"], 2),
        chart.drawn(page),
        Table(head, rows, t["dimensions_table"]),
    ]


def _vignettes(found: Debrief, instrument: Instrument, page: Page) -> list[Block]:
    """Where the room places its government beside the invented ministries, where a facilitator asked for it."""
    t, told = page.t, instrument.vignettes
    if told is None or not found["vignettes"]:
        return []
    scores = {row["id"]: row["score"] for row in found["dimensions"]}
    rows: list[list[Cell]] = [
        [
            row["title"],
            page.number(scores[row["id"]]),
            page.number(row["median"]),
            *row["counts"],
            row["unplaced"],
        ]
        for row in found["vignettes"]
    ]
    head = [t["dimension"], t["score"], t["median_place"], *told.places, t["unplaced"]]
    return [Heading(told.title, 2), Text(told.about), Table(head, rows, t["vignettes_table"])]


def _disagreement(found: Debrief, instrument: Instrument, page: Page) -> list[Block]:
    """The statements with the lowest consensus, as distributions."""
    from govcourse.assessment import charts
    from govcourse.layout.charts import wrapped

    t, statements, ids = page.t, _statements(instrument), found["disagreement"]
    if not ids:
        return []
    labels = {step.value: step.label for step in instrument.scale}
    rows = [
        {"title": wrapped(statements[id], 40), "step": step, "label": labels[step], "share": count / found["statements"][id]["n"]}
        for id in ids for step, count in enumerate(found["statements"][id]["counts"], 1)
    ]  # fmt: skip
    message = t["disagreement_message"].format(text=statements[ids[0]])
    caption = f"{message} {t['distributions_key']}"
    ends = t["steps_key"].format(low=labels[1], high=labels[5])
    table = Table(
        [t["statement"], *map(str, range(1, 6)), t["consensus"], t["with_evidence"]],
        [
            [
                statements[id],
                *found["statements"][id]["counts"],
                page.number(found["statements"][id]["consensus"], 2),
                found["statements"][id]["evidence"],
            ]
            for id in ids
        ],
        f"{t['disagreement_table']}. {ends}",
    )
    chart = charts.distributions(rows)
    return [
        Heading(t["disagreement"], 2),
        draw(chart, message, page.brand, caption, page.language, "disagreement"),
        table,
        *_absent(found, instrument, page),
    ]


def _absent(found: Debrief, instrument: Instrument, page: Page) -> list[Block]:
    """How many said that there is none of what a dimension is about."""
    said = [(one.absent, found["statements"][one.id]["absent"]) for one in instrument.statements]
    return [Text(formats.listed((label, str(n)), page.language, ":")) for label, n in said if label and n]


def _extremes(found: Debrief, instrument: Instrument, page: Page) -> list[Block]:
    t, statements, figures = page.t, _statements(instrument), found["statements"]
    if not found["strongest"]:
        return []

    def table(name: Literal["strongest", "weakest"]) -> Table:
        rows: list[list[Cell]] = [
            [statements[id], page.number(figures[id]["mean"]), figures[id]["n"]] for id in found[name]
        ]
        return Table([t["statement"], t["mean"], t["answers"]], rows, t[name])

    return [Heading(t["extremes"], 2), table("strongest"), table("weakest")]


def _gaps(found: Debrief, instrument: Instrument, page: Page) -> list[Block]:
    from govcourse.assessment import charts
    from govcourse.layout.charts import wrapped

    if not found["gaps"]:
        return []
    t, by_id = page.t, {row["id"]: row for row in found["dimensions"]}
    rows = [by_id[id] for id in found["gaps"]]
    message = t["gaps_message"].format(title=rows[0]["title"], gap=page.number(rows[0]["gap"]))
    chart = charts.gaps([{**row, "title": wrapped(row["title"])} for row in rows])
    picture = draw(chart, message, page.brand, f"{message}. {t['profile_caption']}", page.language, "gaps")
    return [Heading(t["gaps"], 2), picture, _helps(found["gaps"][:3], instrument, page)]


def _helps(ids: list[str], instrument: Instrument, page: Page) -> Block:
    """The pillars and the cases that help with these dimensions."""
    t, pillars = page.t, {pillar.id: pillar.title for pillar in content.pillars().pillars}
    by_id = {dimension.id: dimension for dimension in instrument.dimensions}
    rows = [
        [
            by_id[id].title,
            "\n".join(pillars[one] for one in by_id[id].pillars),
            "\n".join(content.case(one).title for one in by_id[id].cases),
        ]
        for id in ids
    ]
    return Table([t["dimension"], t["pillars"], t["cases"]], rows, t["helps"])
