"""The report of a room: an executive summary whose every sentence rests on a figure, then the figures and what was made."""

from govcourse import content
from govcourse.documents import cohort as data
from govcourse.documents import comparison
from govcourse.documents.blocks import Block, Document, Fields, Heading, Items, Table, Text
from govcourse.documents.brand import Brand
from govcourse.documents.cohort import Cohort
from govcourse.documents.comparison import one_place
from govcourse.documents.pictures import draw
from govcourse.documents.plan import kpi_text, line
from govcourse.kinds.answers import words
from govcourse.kinds.charts import bars, wrapped

MOST, STEPS, DRAWN = (
    15,
    40,
    10,
)  # rows of a table, and of a time line, that a reader still reads; the workbook has all


def document(
    cohort: Cohort, brand: Brand, before: Cohort | None = None, others: list[Cohort] | None = None
) -> Document:
    """`before` is the same room at an earlier time; `others` are rooms to compare with."""
    t = content.texts(cohort.language)["documents"]
    sections = [
        who, debrief, maturity, goals, priorities, stakeholders, boards, value, plans, polls, quizzes, evaluation,
    ]  # fmt: skip
    blocks: list[Block] = [Heading(t["summary"]), *_summary(cohort, t)]
    for make in sections:
        blocks += make(cohort, brand, t)
    if before or others:
        blocks += comparison.blocks(cohort, before, others or [], t)
    blocks += _method(cohort, t)
    facts = [(t[f"fact_{name}"], text) for name, text in cohort.facts.items() if text]
    return Document(
        t["report_title"].format(title=cohort.title), blocks, subtitle=content.course().title, language=cohort.language,
        cover=True, facts=[*facts, (t["made"], cohort.made)],
    )  # fmt: skip


def sentences(cohort: Cohort) -> list[str]:
    """The executive summary: sentences by rules, in order; no sentence without its figure, and where it stands."""
    t = content.texts(cohort.language)["documents"]
    said = [t["say_people"].format(n=cohort.people, answers=sum(cohort.counts.values()), see=t["who"])]

    def say(key: str, see: str, **values) -> None:
        said.append(t[f"say_{key}"].format(see=t[see], **values))

    if found := data.debrief(cohort):
        scored = [row for row in found["dimensions"] if row["score"] is not None]
        if scored:
            low, high = min(scored, key=lambda row: row["score"]), max(scored, key=lambda row: row["score"])
            say(
                "dimensions",
                "debrief",
                n=found["n"],
                high=high["title"],
                high_score=one_place(high["score"]),
                low=low["title"],
                low_score=one_place(low["score"]),
            )
        if found["gaps"]:
            row = next(row for row in found["dimensions"] if row["id"] == found["gaps"][0])
            say(
                "gap",
                "debrief",
                title=row["title"],
                gap=one_place(row["gap"]),
                score=one_place(row["score"]),
                target=one_place(row["target"]),
            )
        if found["disagreement"]:
            id = found["disagreement"][0]
            say(
                "disagreement",
                "debrief",
                text=_statements()[id],
                consensus=f"{found['statements'][id]['consensus']:.2f}",
            )
    if rows := data.maturity(cohort):
        low = min(rows, key=lambda row: row["value"])
        say("maturity", "maturity", title=low["title"], value=one_place(low["value"]), n=low["n"])
    if rows := data.goals(cohort):
        say(
            "goals",
            "goals",
            title=rows[0]["title"],
            n=rows[0]["pitches"] + rows[0]["priorities"],
            all=len(rows),
        )
    if items := data.placed(cohort, "value-feasibility"):
        say("value", "value", name=items[0]["name"], score=round(items[0]["score"]), n=len(items))
    for poll in data.polls(cohort):
        if poll["activity"] == "obstacles-poll" and poll["bars"] and poll["bars"][0]["count"]:
            top = poll["bars"][0]
            say("obstacle", "polls", title=top["title"], count=top["count"], n=poll["n"])
    if found := data.plans(cohort):
        steps = [step for plan in found for goal in plan["goals"] for step in goal.get("steps", [])]
        owned = sum(bool(words(step.get("owner"))) for step in steps)
        count = sum(len(plan["goals"]) for plan in found)
        say("plans", "plans", plans=len(found), goals=count, steps=len(steps), owned=owned)
    return said


def _summary(cohort: Cohort, t: dict) -> list[Block]:
    return [Items(sentences(cohort)), Text(t["summary_note"], "note")]


def _statements() -> dict[str, str]:
    return {one.id: one.text for dimension in content.instrument().dimensions for one in dimension.statements}


# ---- sections: nothing where there is nothing to say


def who(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    rows = [
        [content.activity(id).title, n, t["held_back"] if id in cohort.too_few else ""]
        for id, n in cohort.counts.items()
    ]
    table = [Table([t["exercise"], t["answers"], ""], rows, t["who_table"])] if rows else []
    return [Heading(t["who"]), Text(t["who_text"].format(n=cohort.people)), *table]


def debrief(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    if not (found := data.debrief(cohort)):
        return []
    from govcourse.kinds.debrief import chart

    instrument, statements = content.instrument(), _statements()
    labels = {step.value: step.label for step in instrument.scale}
    known = [row for row in found["dimensions"] if row["n"]]
    made: list[Block] = [
        Heading(t["debrief"]),
        Text(instrument.note, "note"),
        Text(
            t["debrief_who"].format(
                n=found["n"], missing=round(found["missing"] * 100), dont_know=round(found["dont_know"] * 100)
            )
        ),
    ]
    if known:
        widest = max(known, key=lambda row: row["iqr"] or 0)
        message = t["dimensions_message"].format(title=widest["title"], iqr=one_place(widest["iqr"]))
        rows = [{**row, "title": wrapped(row["title"])} for row in known]
        made += [
            Heading(t["dimensions"], 2),
            draw(
                chart.dimensions(rows), message, brand, f"{message}. {t['dimensions_key']}", name="dimensions"
            ),
        ]
        made.append(
            Table(
                [t["dimension"], t["score"], t["median"], t["spread"], t["target"], t["gap"]],
                [[r["title"], one_place(r["score"]), one_place(r["median"]), f"{one_place(r['q1'])}–{one_place(r['q3'])}", one_place(r["target"]), one_place(r["gap"])] for r in found["dimensions"]],
                t["dimensions_table"],
            )
        )  # fmt: skip
    if found["disagreement"]:
        rows = [
            {"title": wrapped(statements[id], 40), "step": step, "label": labels[step], "share": count / found["statements"][id]["n"]}
            for id in found["disagreement"] for step, count in enumerate(found["statements"][id]["counts"], 1)
        ]  # fmt: skip
        message = t["disagreement_message"].format(text=statements[found["disagreement"][0]])
        made += [
            Heading(t["disagreement"], 2),
            draw(
                chart.distributions(rows),
                message,
                brand,
                f"{message} {t['distributions_key']}",
                name="disagreement",
            ),
        ]
        made.append(
            Table(
                [t["statement"], *(labels[step] for step in range(1, 6)), t["consensus"]],
                [[statements[id], *found["statements"][id]["counts"], f"{found['statements'][id]['consensus']:.2f}"] for id in found["disagreement"]],
                t["disagreement_table"],
            )
        )  # fmt: skip
    if found["strongest"]:
        head = [t["statement"], t["mean"], t["answers"]]
        made += [
            Heading(t["extremes"], 2),
            Table(head, _means(found, found["strongest"]), t["strongest"]),
            Table(head, _means(found, found["weakest"]), t["weakest"]),
        ]
    if found["gaps"]:
        by_id = {row["id"]: row for row in found["dimensions"]}
        rows = [by_id[id] for id in found["gaps"]]
        message = t["gaps_message"].format(title=rows[0]["title"], gap=one_place(rows[0]["gap"]))
        picture = draw(
            chart.gaps([{**row, "title": wrapped(row["title"])} for row in rows]),
            message,
            brand,
            f"{message}. {t['profile_caption']}",
            name="gaps",
        )
        made += [Heading(t["gaps"], 2), picture, _helps(found["gaps"][:3], t)]
    return made


def _means(found: dict, ids: list[str]) -> list[list]:
    statements, figures = _statements(), found["statements"]
    return [[statements[id], one_place(figures[id]["mean"]), figures[id]["n"]] for id in ids]


def _helps(ids: list[str], t: dict) -> Block:
    pillars = {pillar.id: pillar.title for pillar in content.pillars().pillars}
    rows = []
    for dimension in content.instrument().dimensions:
        if dimension.id in ids:
            cases = "\n".join(content.case(id).title for id in dimension.cases)
            rows.append(
                (dimension.id, [dimension.title, "\n".join(pillars[id] for id in dimension.pillars), cases])
            )
    rows.sort(key=lambda row: ids.index(row[0]))
    return Table([t["dimension"], t["pillars"], t["cases"]], [row for _, row in rows], t["helps"])


def maturity(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    if not (rows := data.maturity(cohort)):
        return []
    levels = {n: level.title for n, level in enumerate(content.pillars().levels, 1)}

    def name(value: float | None) -> str:
        """A median may lie between two levels."""
        if value is None or value in levels:
            return levels.get(value, "–")
        return f"{levels[int(value)]} / {levels[int(value) + 1]}"

    low = min(rows, key=lambda row: row["value"])
    message = t["maturity_message"].format(title=low["title"], level=name(low["value"]))
    picture = draw(
        bars([{"title": r["title"], "value": r["value"], "shown": name(r["value"])} for r in rows], 4),
        message,
        brand,
        message,
        name="maturity",
    )
    table = Table(
        [t["pillar"], t["today"], t["target"], t["answers"]],
        [[r["title"], name(r["value"]), name(r["target"]), r["n"]] for r in rows],
        t["maturity_table"],
    )
    return [Heading(t["maturity"]), picture, table, Text(content.pillars().note, "note")]


def goals(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    if not (rows := data.goals(cohort)):
        return []
    table = Table(
        [t["goal"], t["pitches"], t["priorities_serve"]],
        [[r["title"], r["pitches"], r["priorities"]] for r in rows],
        t["goals_table"],
    )
    return [Heading(t["goals"]), table]


def priorities(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    return _canvases(cohort, "ndp-priorities", t)


def _canvases(cohort: Cohort, id: str, t: dict) -> list[Block]:
    activity = content.activity(id)
    made: list[Block] = []
    for number, answer in enumerate(cohort.answers.get(id, [])[:MOST], 1):
        fields = answer.get("fields", {})
        pairs = [
            (field.title, words(fields[field.id])) for field in activity.fields if words(fields.get(field.id))
        ]
        if pairs:
            made += [Heading(t["team_n"].format(n=number), 3), Fields(pairs)]
    return [Heading(activity.title), *made] if made else []


def _plot(cohort: Cohort, brand: Brand, t: dict, id: str) -> list[Block]:
    from govcourse.kinds.plot.chart import places

    activity = content.activity(id)
    if not (items := data.placed(cohort, id)):
        return []
    titles = {(one.x, one.y): one.title for one in activity.quadrants}
    message = t["plot_message"].format(name=items[0]["name"], n=len(items))
    rows = [
        [one["name"], round(one["x"]), round(one["y"]), titles[one["quadrant"]], one["n"]]
        for one in items[:MOST]
    ]
    head = [activity.item.capitalize(), activity.x.title, activity.y.title, t["quadrant"], t["placed_by"]]
    rest = [Text(t["more_rows"].format(n=len(items) - MOST), "note")] if len(items) > MOST else []
    return [
        Heading(activity.title),
        draw(places(activity, items[:MOST]), message, brand, message, name=id),
        Table(head, rows, t["ranked"]),
        *rest,
    ]


def stakeholders(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    return _plot(cohort, brand, t, "stakeholders")


def value(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    return _plot(cohort, brand, t, "value-feasibility")


def boards(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    made: list[Block] = []
    for id, notes in data.boards(cohort).items():
        rows = [
            [
                "\n".join([note["text"], *(other["text"] for other in note["merged"])]),
                note["group"],
                note["votes"],
                "\n".join(note["comments"]),
            ]
            for note in notes[:MOST]
        ]
        made += [
            Heading(content.activity(id).title, 2),
            Table([t["note"], t["group"], t["dots"], t["comments"]], rows),
        ]
        if len(notes) > MOST:
            made.append(Text(t["more_rows"].format(n=len(notes) - MOST), "note"))
    if ideas := data.chosen_ideas(cohort):
        made += [
            Heading(t["chosen_ideas"], 2),
            Table([t["stage"], t["idea"]], [list(one) for one in ideas[:MOST]]),
        ]
    return [Heading(t["boards"]), *made] if made else []


def plans(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    """All teams' goals and steps in one table and on one time line; each plan in full is in the workbook."""
    found = data.plans(cohort)
    if not found:
        return []
    titles = {one.id: one.title for one in content.activity("action-plan").components}
    texts = content.texts(cohort.language)["plan"]
    rows, dated = [], []
    for team, plan in enumerate(found, 1):
        for goal in plan["goals"]:
            for step in goal.get("steps", []):
                kpis = "\n".join(kpi_text(one) for one in step.get("kpis", []))
                where = f"{team}. {words(goal.get('title')) or t['untitled']}"
                rows.append(
                    [
                        where,
                        words(step.get("step")) or t["untitled"],
                        step.get("owner"),
                        step.get("end"),
                        kpis,
                    ]
                )
                dated.append((step, team))
    drawn = [step for step, _ in dated if step.get("end")]
    first = {"goals": [{"steps": sorted(drawn, key=lambda step: step["end"])}]}
    made: list[Block] = [Heading(t["plans"]), *line(first, brand, cohort.language, most=DRAWN)]
    head = [t["goal_of_team"], titles["step"], titles["ownership"], texts["end"], titles["kpis"]]
    made.append(Table(head, rows[:STEPS], t["plans_table"]))
    if len(rows) > STEPS:
        made.append(Text(t["more_rows"].format(n=len(rows) - STEPS), "note"))
    return made


def polls(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    made: list[Block] = []
    for poll in data.polls(cohort):
        if poll["activity"] == "session-evaluation":
            continue
        made.append(Heading(poll["text"], 2))
        if poll["bars"] and poll["bars"][0]["count"]:
            top = poll["bars"][0]
            message = t["poll_message"].format(title=top["title"], count=top["count"], n=poll["n"])
            rows = [
                {
                    "title": bar["title"],
                    "value": bar["count"],
                    "shown": f"{bar['count']} ({bar['share']:.0%})",
                }
                for bar in poll["bars"]
            ]
            told = [(row["title"], row["shown"]) for row in rows]
            made.append(draw(bars(rows), message, brand, message, name="polls", rows=told))
        if poll["texts"]:
            made.append(Items(poll["texts"][:MOST]))
    return [Heading(t["polls"]), *made] if made else []


def quizzes(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    rows = [
        [one["text"], f"{one['right']} / {one['n']}", f"{one['right'] / one['n']:.0%}"]
        for one in data.quizzes(cohort)
    ]
    return (
        [Heading(t["quizzes"]), Table([t["question"], t["right"], ""], rows, t["quizzes_table"])]
        if rows
        else []
    )


def evaluation(cohort: Cohort, brand: Brand, t: dict) -> list[Block]:
    made: list[Block] = []
    for poll in data.polls(cohort):
        if poll["activity"] == "session-evaluation" and poll["texts"]:
            session = content.texts(cohort.language)["pages"]["session"].format(number=poll["session"])
            made += [Heading(f"{session}: {poll['text']} ({poll['n']})", 3), Items(poll["texts"][:MOST])]
    return [Heading(content.activity("session-evaluation").title), *made] if made else []


def _method(cohort: Cohort, t: dict) -> list[Block]:
    held = [content.activity(id).title for id in cohort.too_few]
    notes = [t["method_anonymity"].format(n=cohort.least), t["method_summary"], t["method_teams"]]
    if held:
        notes.append(t["method_held"].format(list=", ".join(held)))
    return [Heading(t["method"]), Items([*notes, *content.instrument().scoring])]
