"""Ten slides of a room for a minister: one message each, the picture that carries it, and where it comes from."""

from govcourse import content
from govcourse.documents import cohort as data
from govcourse.documents import report
from govcourse.documents.blocks import Picture, Slide, Table, Text
from govcourse.documents.brand import Brand
from govcourse.documents.cohort import Cohort
from govcourse.documents.pictures import figure_slide
from govcourse.kinds.answers import words


def slides(cohort: Cohort, brand: Brand) -> list[Slide]:
    """Always ten; what was not worked on says so."""
    t = content.texts(cohort.language)["documents"]
    source = t["deck_source"].format(title=cohort.title, date=cohort.made)
    figures: dict[str, Picture | Text] = {}  # of each name the first
    for section in (report.debrief, report.maturity, report.value, report.plans, report.polls):
        for block in section(cohort, brand, t):
            if isinstance(block, Picture | Text) and block.name:
                figures.setdefault(block.name, block)

    def shown(title: str, name: str) -> Slide:
        """The figure with its message as title."""
        if name not in figures:
            agreed = name == "disagreement" and "dimensions" in figures
            return Slide(title, [("", t["deck_agreed" if agreed else "deck_nothing"])], notes=source)
        return figure_slide(figures[name], notes=f"{title}. {source}")

    about = [cohort.facts.get(name, "") for name in ("country", "date")]
    made = [
        Slide(cohort.title, [("", content.course().title)], " · ".join(filter(None, [*about, cohort.made])), source),
        Slide(t["deck_summary"], [("", _short(text)) for text in report.sentences(cohort)[1:5]] or [("", t["deck_nothing"])], notes="\n".join([*report.sentences(cohort), source])),
        shown(t["dimensions"], "dimensions"),
        shown(t["disagreement"], "disagreement"),
        shown(t["gaps"], "gaps"),
        shown(t["maturity"], "maturity"),
        shown(t["polls"], "polls"),
        shown(t["value"], "value-feasibility"),
        shown(t["plans"], "plans"),
        _next(cohort, t, source),
    ]  # fmt: skip
    return made


def _short(sentence: str) -> str:
    """A sentence of the summary without where its figure stands."""
    return sentence.rsplit(" (", 1)[0].rstrip(".") + (
        "" if sentence.rsplit(" (", 1)[0].endswith((".”", "”")) else "."
    )


def _next(cohort: Cohort, t: dict, source: str) -> Slide:
    """The steps that end first, with who answers for them."""
    plan = content.texts(cohort.language)["plan"]
    steps = [
        step
        for one in data.plans(cohort)
        for goal in one["goals"]
        for step in goal.get("steps", [])
        if words(step.get("step"))
    ]
    steps.sort(key=lambda step: step.get("end") or "9999")
    if not steps:
        return Slide(t["deck_next"], [("", t["deck_nothing"])], notes=source)
    rows = [[words(step["step"])[:90], step.get("owner"), step.get("end")] for step in steps[:7]]
    components = {one.id: one.title for one in content.activity("action-plan").components}
    return Slide(
        t["deck_next"],
        [],
        notes=source,
        table=Table([components["step"], components["ownership"], plan["end"]], rows),
    )
