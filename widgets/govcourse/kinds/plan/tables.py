"""The action plan as tidy tables: a row for each step, each milestone, each KPI. Goal and step numbers tie them together."""

from collections.abc import Callable, Iterator

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.plan.activity import Plan
from govcourse.kinds.tables import Codebook, Column, Row, Table


def tables(activity: Plan, language: str) -> list[Table]:
    book, titles = Codebook(activity.kind, language), {one.id: one.title for one in activity.components}
    column = book.column

    def text(name: str, component: str = "") -> Column:
        return column(name, "string", **({"label": titles[component]} if component else {}))

    def day(name: str) -> Column:
        return column(name, "datetime64[s]")

    principles = {one.id: one.title for one in content.principles()}
    goals = {str(one.number): f"{one.number}. {one.title}" for one in content.goals().goals}
    number = column("goal", "Int64"), column("step", "Int64")
    steps = (
        *number, text("number"), text("goal_title"), text("step_text", "step"),
        text("responsible", "responsibility"), text("support"), text("owner", "ownership"), day("start"), day("end"), column("money", "Float64"),
        text("currency"), text("people"), text("other"), text("sharing", "sharing"), text("evidence"), column("principles", "string", words=principles),
        column("sdgs", "string", words=goals),
    )  # fmt: skip
    milestones = (*number, text("text"), day("date"))
    kpis = (*number, text("text"), text("baseline"), text("target"), text("unit"), day("date"))
    return [
        Table("steps", activity.title, steps, _steps),
        Table("milestones", book.said("milestones"), milestones, _parts("milestones", ("text", "date"))),
        Table("kpis", titles["kpis"], kpis, _parts("kpis", ("text", "baseline", "target", "unit", "date"))),
    ]


def _steps(answer: Json) -> Iterator[Row]:
    """A goal without steps has a row too."""
    for g, goal in enumerate(answer.get("goals", []), 1):
        title = words(goal.get("title")) or None
        serves = (
            " ".join(goal.get("principles", [])) or None,
            " ".join(map(str, goal.get("sdgs", []))) or None,
        )
        if not goal.get("steps"):
            yield g, None, None, title, *(None,) * 11, words(goal.get("evidence")) or None, *serves
        for s, step in enumerate(goal.get("steps", []), 1):
            resources = step.get("resources", {})
            who = (words(step.get(name)) or None for name in ("step", "responsibility", "support", "owner"))
            when = step.get("start") or None, step.get("end") or None
            needs = (words(resources.get(name)) or None for name in ("currency", "people", "other"))
            yield (
                g,
                s,
                f"{g}.{s}",
                title,
                *who,
                *when,
                resources.get("money"),
                *needs,
                words(step.get("sharing")) or None,
                words(step.get("evidence")) or words(goal.get("evidence")) or None,
                *serves,
            )


def _parts(name: str, fields: tuple[str, ...]) -> Callable[[Json], Iterator[Row]]:
    def rows(answer: Json) -> Iterator[Row]:
        for g, goal in enumerate(answer.get("goals", []), 1):
            for s, step in enumerate(goal.get("steps", []), 1):
                for one in step.get(name, []):
                    yield g, s, *(words(one.get(field)) or None for field in fields)

    return rows
