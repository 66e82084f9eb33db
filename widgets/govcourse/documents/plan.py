"""The action plan in documents: a table of the seven components per step, its time line, who does what, what to look at."""

from govcourse import content
from govcourse.content.activity_models import Plan
from govcourse.documents.blocks import Block, Fields, Heading, Items, Sheet, Slide, Table, Text
from govcourse.documents.brand import Brand
from govcourse.documents.pictures import draw, figure_slide
from govcourse.kinds.answers import words
from govcourse.kinds.plan import summary
from govcourse.kinds.plan.chart import dated, timeline


def _catalogue(language: str) -> dict[str, str]:
    texts = content.texts(language)
    return {**texts["common"], **texts["plan"]}


def _titles(activity: Plan) -> dict[str, str]:
    return {component.id: component.title for component in activity.components}


def _money(resources: dict) -> str:
    money = resources.get("money")
    return "" if money is None else f"{money:,.0f} {resources.get('currency', '')}".strip()


def _resources(step: dict) -> str:
    resources = step.get("resources", {})
    parts = [_money(resources), resources.get("people"), resources.get("other")]
    return "; ".join(part for part in parts if part)


def _time(step: dict) -> str:
    span = " – ".join(date for date in (step.get("start"), step.get("end")) if date)
    marks = [f"{one.get('text', '')} ({one.get('date', '')})" for one in step.get("milestones", [])]
    return "\n".join(part for part in (span, *marks) if part)


def kpi_text(kpi: dict) -> str:
    figures = f"{kpi.get('baseline') or '?'} → {kpi.get('target') or '?'} {kpi.get('unit', '')}".strip()
    return f"{kpi.get('text', '')}: {figures}" + (f" ({kpi['date']})" if kpi.get("date") else "")


def _components(step: dict, titles: dict[str, str], support: str) -> list[tuple[str, str]]:
    """The seven components of one step, as label and text."""
    who = step.get("responsibility", "")
    if step.get("support"):
        who += f" ({support}: {step['support']})"
    return [
        (titles["step"], step.get("step", "")),
        (titles["responsibility"], who),
        (titles["ownership"], step.get("owner", "")),
        (titles["timeframe"], _time(step)),
        (titles["resources"], _resources(step)),
        (titles["kpis"], "\n".join(kpi_text(one) for one in step.get("kpis", []))),
        (titles["sharing"], step.get("sharing", "")),
    ]


def _serves(goal: dict) -> str:
    names = {one.id: one.title for one in content.principles()}
    goals = {one.number: one.title for one in content.goals().goals}
    served = [names.get(id, id) for id in goal.get("principles", [])]
    return "; ".join(served + [f"SDG {number} {goals[number]}" for number in goal.get("sdgs", [])])


def blocks(activity: Plan, answer: dict, brand: Brand, language: str, level: int) -> list[Block]:
    texts, titles = _catalogue(language), _titles(activity)
    if not answer.get("goals"):
        return [Text(texts["checks_empty"])]
    made: list[Block] = [*line(answer, brand, language)]
    for number, goal in enumerate(answer["goals"], 1):
        title = words(goal.get("title")) or texts["untitled"]
        made.append(Heading(texts["goal_n"].format(n=number, title=title), level))
        if served := _serves(goal):
            made.append(Text(served, "quote"))
        for place, step in enumerate(goal.get("steps", []), 1):
            made.append(Heading(texts["step_n"].format(n=f"{number}.{place}"), min(3, level + 1)))
            made.append(Fields(_components(step, titles, texts["support"])))
    if people := summary.by_person(answer):
        made.append(Heading(texts["tab_people"], level))
        made.append(
            Table(
                ["", texts["owns"], texts["does"], texts["supports"]],
                [
                    [person["name"], *("\n".join(step or texts["untitled"] for step in person[role]) for role in ("owns", "does", "supports"))]
                    for person in people
                ],
            )
        )  # fmt: skip
    if found := summary.advice(answer):
        made.append(Heading(texts["tab_checks"].format(count=len(found)), level))
        told = []
        for one in found:
            filled = {key: value or texts["untitled"] for key, value in one.items()}
            code = one["code"]
            told.append(texts[f"check_{code}"].format(**filled) + " " + texts[f"why_{code}"])
        made.append(Items(told))
    return made


def line(answer: dict, brand: Brand, language: str, most: int | None = None) -> list[Block]:
    """The plan's steps on a time line, where any has a date: the first `most` that are drawn, all that are told of."""
    if not (rows := dated(answer)):
        return []
    t, drawn = content.texts(language)["documents"], rows[:most]
    message = t["plan_message"].format(n=len(rows), date=max(row["end"] for row in rows))
    rest = [Text(t["more_rows"].format(n=len(rows) - len(drawn)), "note")] if len(rows) > len(drawn) else []
    return [draw(timeline(drawn), message, brand, message, name="plans"), *rest]


def slides(activity: Plan, answer: dict, brand: Brand, language: str) -> list[Slide]:
    texts, t = _catalogue(language), content.texts(language)["documents"]
    goals = answer.get("goals", [])
    if not goals:
        return [Slide(activity.title, [("", texts["checks_empty"])])]
    made = []
    for number, goal in enumerate(goals, 1):
        steps = [
            (
                ", ".join(filter(None, (step.get("owner"), step.get("end")))),
                words(step.get("step")) or texts["untitled"],
            )
            for step in goal.get("steps", [])
        ]
        title = texts["goal_n"].format(n=number, title=words(goal.get("title")) or texts["untitled"])
        for first in range(0, max(1, len(steps)), 4):
            made.append(Slide(title, steps[first : first + 4], _serves(goal) if first == 0 else ""))
    kpis = [
        [one.get("text"), one.get("baseline"), one.get("target"), one.get("unit"), one.get("date")]
        for goal in goals for step in goal.get("steps", []) for one in step.get("kpis", [])
    ][:9]  # fmt: skip
    if figures := line(answer, brand, language):
        made.append(figure_slide(figures[0]))
    if kpis:
        head = [texts["kpi"], texts["baseline"], texts["target"], texts["unit"], texts["by_date"]]
        made.append(Slide(t["kpis"], [], table=Table(head, kpis)))
    return made


def sheets(activity: Plan, answer: dict, language: str = "en") -> list[Sheet]:
    """Three tidy sheets: steps, milestones, KPIs. One row each; goal and step numbers tie them together."""
    texts, titles = _catalogue(language), _titles(activity)
    number = content.texts(language)["documents"]["number"]
    steps, milestones, kpis = [], [], []
    for g, goal in enumerate(answer.get("goals", []), 1):
        for s, step in enumerate(goal.get("steps", []), 1):
            resources, n = step.get("resources", {}), f"{g}.{s}"
            steps.append(
                [
                    n, goal.get("title"), step.get("step"), step.get("responsibility"), step.get("support"),
                    step.get("owner"), step.get("start"), step.get("end"), resources.get("money"),
                    resources.get("currency"), resources.get("people"), resources.get("other"),
                    step.get("sharing"), _serves(goal),
                ]
            )  # fmt: skip
            milestones += [[n, one.get("text"), one.get("date")] for one in step.get("milestones", [])]
            kpis += [
                [n, *(one.get(key) for key in ("text", "baseline", "target", "unit", "date"))]
                for one in step.get("kpis", [])
            ]
    head = [
        number, texts["goal_label"].format(n="").strip(), titles["step"], titles["responsibility"],
        texts["support"], titles["ownership"], texts["start"], texts["end"], texts["money"],
        texts["currency"], texts["people_needed"], texts["other_resources"], titles["sharing"], texts["principles"],
    ]  # fmt: skip
    return [
        Sheet(titles["step"], head, steps),
        Sheet(texts["milestones"], [number, texts["milestone"], texts["date"]], milestones),
        Sheet(
            titles["kpis"],
            [number, texts["kpi"], texts["baseline"], texts["target"], texts["unit"], texts["by_date"]],
            kpis,
        ),
    ]
