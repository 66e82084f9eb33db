"""Ten slides of a room for a minister: one message each, the picture that carries it, and where it comes from."""

from govcourse import content
from govcourse.documents import cohort as data
from govcourse.documents import report
from govcourse.documents.blocks import Picture, Slide, Table
from govcourse.documents.brand import Brand
from govcourse.documents.cohort import Cohort
from govcourse.kinds.answers import words


def slides(cohort: Cohort, brand: Brand) -> list[Slide]:
    """Always ten; what was not worked on says so."""
    t = content.texts(cohort.language)["documents"]
    source = t["deck_source"].format(title=cohort.title, date=cohort.made)
    sections = {
        "debrief": report.debrief(cohort, brand, t),
        "maturity": report.maturity(cohort, brand, t),
        "value": report.value(cohort, brand, t),
        "plans": report.plans(cohort, brand, t),
        "polls": report.polls(cohort, brand, t),
    }
    pictures = {
        name: [block for block in blocks if isinstance(block, Picture)] for name, blocks in sections.items()
    }
    about = [cohort.facts.get(name, "") for name in ("country", "date")]
    made = [
        Slide(cohort.title, [("", content.course().title)], " · ".join(filter(None, [*about, cohort.made])), source),
        Slide(t["deck_summary"], [("", _short(text)) for text in report.sentences(cohort)[1:5]] or [("", t["deck_nothing"])], notes="\n".join([*report.sentences(cohort), source])),
        _shown(t["dimensions"], pictures["debrief"][:1], t, source),
        _shown(t["disagreement"], pictures["debrief"][1:2], t, source),
        _shown(t["gaps"], pictures["debrief"][2:3], t, source),
        _shown(t["maturity"], pictures["maturity"][:1], t, source),
        _shown(t["polls"], pictures["polls"][:1], t, source),
        _shown(t["value"], pictures["value"][:1], t, source),
        _shown(t["plans"], pictures["plans"][:1], t, source),
        _next(cohort, t, source),
    ]  # fmt: skip
    return made


def _short(sentence: str) -> str:
    """A sentence of the summary without where its figure stands."""
    return sentence.rsplit(" (", 1)[0].rstrip(".") + (
        "" if sentence.rsplit(" (", 1)[0].endswith((".”", "”")) else "."
    )


def _shown(title: str, pictures: list[Picture], t: dict, source: str) -> Slide:
    """The picture with its message as title."""
    if not pictures:
        return Slide(title, [("", t["deck_nothing"])], notes=source)
    return Slide(pictures[0].alt, [], picture=pictures[0], byline="", notes=f"{title}. {source}")


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
