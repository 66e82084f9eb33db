"""The action plan in documents: a table of the seven components per step, its time line, who does what, what to look at."""

from govcourse import content, kinds
from govcourse.content import formats
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.plan import rules
from govcourse.kinds.plan.activity import Plan
from govcourse.kinds.reader import LineRead, PartRead
from govcourse.kinds.report import Chart, Page, Report, RoomAnswers
from govcourse.layout.blocks import Block, Fields, Heading, Items, Slide, Table, Text
from govcourse.layout.pictures import figure_slide

STEPS, DRAWN, NEXT = 40, 10, 7  # rows of a table, of a time line and of a slide that a reader still reads


def _titles(activity: Plan) -> dict[str, str]:
    return {component.id: component.title for component in activity.components}


def _money(resources: Json, language: str) -> str:
    money = resources.get("money")
    if money is None:
        return ""
    return f"{formats.number(money, language, 0)} {resources.get('currency', '')}".strip()


def _resources(step: Json, language: str) -> str:
    resources = step.get("resources", {})
    parts = [_money(resources, language), resources.get("people"), resources.get("other")]
    return formats.listed(parts, language)


def _time(step: Json, language: str) -> str:
    span = " – ".join(formats.day(date, language) for date in (step.get("start"), step.get("end")) if date)
    marks = [
        " ".join(filter(None, (words(one.get("text")), _in_brackets(one.get("date"), language))))
        for one in step.get("milestones", [])
    ]
    return "\n".join(part for part in (span, *marks) if part)


def _in_brackets(date: str | None, language: str) -> str:
    return f"({formats.day(date, language)})" if date else ""


def _kpi(kpi: Json, language: str) -> str:
    """What is measured, from where to where; a figure that is missing beside the other one is a question."""
    known = any(words(kpi.get(name)) for name in ("baseline", "target"))
    figures = f"{kpi.get('baseline') or '?'} {formats.towards(language)} {formats.with_unit(kpi.get('target') or '?', words(kpi.get('unit')), language)}"
    said = formats.listed(
        (words(kpi.get("text")), figures if known else words(kpi.get("unit"))), language, ":"
    )
    return " ".join(filter(None, (said, _in_brackets(kpi.get("date"), language))))


def _components(
    step: Json, titles: dict[str, str], texts: dict[str, str], language: str
) -> list[tuple[str, str]]:
    """The seven components of one step, and what evidence came along, as label and text."""
    who = step.get("responsibility", "")
    if step.get("support"):
        who += f" ({formats.listed((texts['support'], step['support']), language, ':')})"
    return [
        (titles["step"], step.get("step", "")),
        (titles["responsibility"], who),
        (titles["ownership"], step.get("owner", "")),
        (titles["timeframe"], _time(step, language)),
        (titles["resources"], _resources(step, language)),
        (titles["kpis"], "\n".join(_kpi(one, language) for one in step.get("kpis", []))),
        (titles["sharing"], step.get("sharing", "")),
        *([(texts["evidence"], step["evidence"])] if words(step.get("evidence")) else []),
    ]


def _serves(goal: Json, texts: dict[str, str], language: str) -> str:
    names = {one.id: one.title for one in content.principles()}
    goals = {one.number: one.title for one in content.goals().goals}
    served = [names.get(id, id) for id in goal.get("principles", [])]
    served += [f"{texts['sdg_n'].format(n=number)} {goals[number]}" for number in goal.get("sdgs", [])]
    return formats.listed(served, language)


class PlanReport(Report[Plan]):
    def blocks(self, activity: Plan, answer: Json, page: Page, level: int) -> list[Block]:
        """A form of its own: the time line, each step whole, who does what, and what to look at."""
        texts, titles = page.texts(self.kind.name), _titles(activity)
        if not answer.get("goals"):
            return [Text(texts["checks_empty"])]
        made: list[Block] = self.figures(activity, answer, page)
        for number, goal in enumerate(answer["goals"], 1):
            title = words(goal.get("title")) or texts["untitled"]
            made.append(Heading(texts["goal_n"].format(n=number, title=title), level))
            if served := _serves(goal, texts, page.language):
                made.append(Text(served, "quote"))
            if evidence := words(goal.get("evidence")):
                made.append(Fields([(texts["evidence"], evidence)]))
            for place, step in enumerate(goal.get("steps", []), 1):
                made.append(Heading(texts["step_n"].format(n=f"{number}.{place}"), min(3, level + 1)))
                made.append(Fields(_components(step, titles, texts, page.language)))
        return [*made, *_people(answer, texts, level), *_advice(answer, texts, level)]

    def whole(self, activity: Plan, answer: Json, language: str) -> list[PartRead]:
        """Each step with its components, of which the outline names two."""
        texts, titles = kinds.texts(activity.id, language), _titles(activity)
        made: list[PartRead] = []
        for number, goal in enumerate(answer.get("goals", []), 1):
            title = words(goal.get("title")) or texts["untitled"]
            served = _serves(goal, texts, language)
            evidence = words(goal.get("evidence"))
            lines: list[LineRead] = [{"label": "", "text": served}] if served else []
            if evidence:
                lines.append({"label": texts["evidence"], "text": evidence})
            made.append({"title": texts["goal_n"].format(n=number, title=title), "lines": lines})
            for place, step in enumerate(goal.get("steps", []), 1):
                said = _components(step, titles, texts, language)
                lines = [{"label": label, "text": text} for label, text in said if text.strip()]
                made.append({"title": texts["step_n"].format(n=f"{number}.{place}"), "lines": lines})
        return made

    def chart(self, activity: Plan, answer: Json, page: Page) -> Chart | None:
        return _line(answer, page)

    def slides(self, activity: Plan, answer: Json, page: Page) -> list[Slide]:
        """One or more for each goal, then the time line and the KPIs."""
        texts, goals = page.texts(self.kind.name), answer.get("goals", [])
        if not goals:
            return [Slide(activity.title, [("", texts["checks_empty"])])]
        made = [
            slide for number, goal in enumerate(goals, 1) for slide in _goal_slides(number, goal, texts, page)
        ]
        if chart := self.chart(activity, answer, page):
            made.append(figure_slide(chart.drawn(page)))
        kpis = [
            [one.get("text"), one.get("baseline"), one.get("target"), one.get("unit"), page.day(one.get("date"))]
            for goal in goals for step in goal.get("steps", []) for one in step.get("kpis", [])
        ][:9]  # fmt: skip
        if kpis:
            head = [texts["kpi"], texts["baseline"], texts["target"], texts["unit"], texts["by_date"]]
            made.append(Slide(page.t["kpis"], [], table=Table(head, kpis)))
        return made

    def room_chart(self, activity: Plan, room: RoomAnswers, page: Page) -> Chart | None:
        """The steps that end first."""
        return _line(_by_end(room, page), page, DRAWN)

    def room(self, activity: Plan, room: RoomAnswers, page: Page) -> list[Block]:
        """All teams' goals and steps in one table and on one time line; each plan in full is in the workbook."""
        from govcourse.kinds.plan.chart import dated

        steps, t, texts, titles = (
            _all_steps(room, page),
            page.t,
            page.texts(self.kind.name),
            _titles(activity),
        )
        if not steps:
            return []
        rows = [
            [
                words(step.get("step")) or t["untitled"],
                formats.listed((who, words(goal.get("title")) or t["untitled"]), page.language, ":"),
                step.get("owner"),
                page.day(step.get("end")),
                "\n".join(_kpi(one, page.language) for one in step.get("kpis", [])),
            ]
            for who, goal, step in steps
        ]
        head = [titles["step"], t["goal_of_team"], titles["ownership"], texts["end"], titles["kpis"]]
        chart = self.room_chart(activity, room, page)
        line = [chart.drawn(page), *page.more(len(dated(_by_end(room, page))) - DRAWN)] if chart else []
        return [*line, Table(head, rows[:STEPS], t["plans_table"]), *page.more(len(rows) - STEPS)]

    def say(self, activity: Plan, room: RoomAnswers, page: Page, see: str) -> list[str]:
        plans, sentence = (
            [one for one in room.answers if one.get("goals")],
            page.t.get(f"say_{activity.report}"),
        )
        if not plans or not sentence:
            return []
        steps = _all_steps(room, page)
        owned = sum(bool(words(step.get("owner"))) for _, _, step in steps)
        goals = sum(len(one["goals"]) for one in plans)
        return [sentence.format(plans=len(plans), goals=goals, steps=len(steps), owned=owned, see=see)]

    def room_slides(self, activity: Plan, room: RoomAnswers, page: Page) -> dict[str, Slide]:
        """`next`: the steps that end first, with who answers for them."""
        steps = [(who, step) for who, _, step in _all_steps(room, page) if words(step.get("step"))]
        if not steps:
            return {}
        steps.sort(key=lambda one: one[1].get("end") or "9999")
        rows = [
            [words(step["step"])[:90], who, step.get("owner"), page.day(step.get("end"))]
            for who, step in steps[:NEXT]
        ]
        t, titles, texts = page.t, _titles(activity), page.texts(self.kind.name)
        head = [titles["step"], t["team"], titles["ownership"], texts["end"]]
        more = len(steps) - NEXT
        byline = t["more_rows"].format(n=more) if more > 0 else ""
        return {"next": Slide(t["deck_next"], [], byline, table=Table(head, rows))}


def _line(answer: Json, page: Page, most: int | None = None) -> Chart | None:
    """The plan's steps on a time line, where any has a date: the first `most` are drawn, all are told of."""
    from govcourse.kinds.plan.chart import dated, timeline

    if not (rows := dated(answer)):
        return None
    message = page.t["plan_message"].format(n=len(rows), date=page.day(max(row["end"] for row in rows)))
    return Chart(timeline(rows[:most]), message, name="timeline")


def _by_end(room: RoomAnswers, page: Page) -> Json:
    """All teams' steps with an end as one plan, the first to end first."""
    steps = [
        {**step, "named": formats.listed((who, step.get("step")), page.language, ":")}
        for who, _, step in _all_steps(room, page)
        if step.get("end")
    ]
    return {"goals": [{"steps": sorted(steps, key=lambda step: str(step["end"]))}]}


def _people(answer: Json, texts: dict[str, str], level: int) -> list[Block]:
    roles = [role for role, _ in rules.ROLES]
    rows = [
        [person["name"], *("\n".join(step or texts["untitled"] for step in person[role]) for role in roles)]
        for person in rules.by_person(answer)
    ]
    head = [texts["person"], *(texts[role] for role in roles)]
    return [Heading(texts["tab_people"], level), Table(head, rows)] if rows else []


def _advice(answer: Json, texts: dict[str, str], level: int) -> list[Block]:
    told = []
    for one in rules.advice(answer):
        filled = {key: value or texts["untitled"] for key, value in one.items()}
        told.append(texts[f"check_{one['code']}"].format(**filled) + " " + texts[f"why_{one['code']}"])
    return [Heading(texts["tab_checks"].format(count=len(told)), level), Items(told)] if told else []


def _goal_slides(number: int, goal: Json, texts: dict[str, str], page: Page) -> list[Slide]:
    """Four steps on a slide."""
    steps = [
        (
            formats.listed((step.get("owner"), page.day(step.get("end"))), page.language, ","),
            words(step.get("step")) or texts["untitled"],
        )
        for step in goal.get("steps", [])
    ]
    title = texts["goal_n"].format(n=number, title=words(goal.get("title")) or texts["untitled"])
    return [
        Slide(title, steps[first : first + 4], _serves(goal, texts, page.language) if first == 0 else "")
        for first in range(0, max(1, len(steps)), 4)
    ]


def _all_steps(room: RoomAnswers, page: Page) -> list[tuple[str, Json, Json]]:
    """Whose it is, goal and step."""
    return [
        (who, goal, step)
        for who, plan in room.signed(page)
        for goal in plan.get("goals", [])
        for step in goal.get("steps", [])
    ]
