"""The report of a room: an executive summary whose every sentence rests on a figure, then sections as data/report.yaml names them."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from govcourse import content, kinds
from govcourse.content import formats
from govcourse.content.activity import ActivityBase
from govcourse.content.report_plan import ReportSection
from govcourse.documents import cohort as data
from govcourse.documents import comparison
from govcourse.documents.cohort import Cohort
from govcourse.kinds import access
from govcourse.kinds.report import MOST, Page
from govcourse.layout.blocks import Block, Cell, Document, Heading, Items, Picture, Slide, Table, Text
from govcourse.layout.brand import Brand


@dataclass(frozen=True)
class Section:
    """A part of the report: its blocks with their heading, its sentences of the summary, its slides beside its figures."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    slides: dict[str, Slide] = field(default_factory=dict)
    shows: list[str] = field(default_factory=list)  # the activities whose answers it is made of

    def figure(self, name: str) -> Picture | Text | None:
        """The first figure of this name; in words, where it could not be drawn."""
        named = (one for one in self.blocks if isinstance(one, Picture | Text) and one.name == name)
        return next(named, None)

    def heading_of(self, figure: Block) -> str:
        """What stands over a figure: what it is about."""
        before = self.blocks[: self.blocks.index(figure)]
        return next((one.text for one in reversed(before) if isinstance(one, Heading)), "")


def document(
    cohort: Cohort, brand: Brand, before: Cohort | None = None, others: list[Cohort] | None = None
) -> Document:
    """`before` is the same room at an earlier time; `others` are rooms to compare with."""
    page = Page(brand, cohort.language)
    t, made = page.t, sections(cohort, page, before, others or [])
    said: list[Block] = [
        Items([sentence for one in made for sentence in one.sentences]),
        Text(t["summary_note"], "note"),
    ]
    blocks: list[Block] = [Heading(t["summary"]), *said, *(block for one in made for block in one.blocks)]
    told = cohort.facts | {"date": page.day(cohort.facts.get("date"))}
    facts = [(t[f"fact_{name}"], text) for name, text in told.items() if text]
    return Document(
        t["report_title"].format(title=cohort.title), blocks, subtitle=content.course().title, language=cohort.language,
        cover=True, facts=[*facts, (t["made"], page.day(cohort.made))],
    )  # fmt: skip


def sections(
    cohort: Cohort, page: Page, before: Cohort | None = None, others: list[Cohort] | None = None
) -> list[Section]:
    """The sections of data/report.yaml, in order; one without anything to say is empty."""
    plan, made = content.report_plan().sections, {}
    for one in plan:
        if one.name == "comparison":
            blocks = comparison.blocks(cohort, before, others or [], page) if before or others else []
            blocks = blocks or comparison.again(cohort, page)
            made[one.name] = Section(one.name, blocks)
        elif one.name != "who":
            made[one.name] = OWN.get(one.name, _of_activities)(one, cohort, page)
    headings = {one.name: page.t[one.heading] for one in plan if one.heading}
    where = {id: headings.get(one.name, "") for one in made.values() for id in one.shows}
    return [_who(one, cohort, page, where) if one.name == "who" else made[one.name] for one in plan]


def sentences(cohort: Cohort, page: Page) -> list[str]:
    """The executive summary: sentences by rules, in order; no sentence without its figure, and where it stands."""
    return [sentence for one in sections(cohort, page) for sentence in one.sentences]


def _of_activities(section: ReportSection, cohort: Cohort, page: Page) -> Section:
    """What the kinds of its activities make of the answers to them."""
    blocks: list[Block] = []
    said: list[str] = []
    slides: dict[str, Slide] = {}
    shows: list[str] = []
    for activity in content.in_course_order():
        if activity.report not in section.takes():
            continue
        report, room = kinds.kind(activity.id).report(), data.given(cohort, activity)
        heading = page.t[section.heading] if section.heading else activity.title
        if found := report.room(activity, room, page):
            blocks += [] if section.heading else [Heading(heading)]
            blocks += [*found, *_reviewed(cohort, activity, page)]
            shows.append(activity.id)
            said += report.say(activity, room, page, heading)
            slides |= report.room_slides(activity, room, page)
        elif room.answers:
            blocks += [
                Heading(activity.title, 2 if section.heading else 1),
                Text(page.t["too_little"], "note"),
            ]
    if blocks and section.heading:
        blocks.insert(0, Heading(page.t[section.heading]))
    return Section(section.name, blocks, said, slides, shows)


def _reviewed(cohort: Cohort, activity: ActivityBase, page: Page) -> list[Block]:
    """How others of the room found the work, where enough people said so."""
    if activity.id not in cohort.reviews:
        return []
    reviewed, t = cohort.reviews[activity.id], page.t
    rows: list[list[Cell]] = [list(row) for row in zip(activity.good or [], reviewed["levels"], strict=True)]
    return [Table([t["review_like"], t["reviews"]], rows, t["reviews_table"].format(n=reviewed["n"]))]


# ---- sections of the report's own, by name


def _who(section: ReportSection, cohort: Cohort, page: Page, where: Mapping[str, str]) -> Section:
    """How many answered what, and where it is: in a section (`where`, "" for one of its own), elsewhere, or nowhere and why."""
    t = page.t

    def place(id: str) -> str:
        if id in cohort.too_few:
            return t["held_back"]
        shown = (where[id] or t["own_section"]) if id in where else t["in_workbook"]
        held = t["alone_held"].format(n=cohort.alone[id]) if id in cohort.alone else ""
        return formats.listed((shown, held), page.language)

    rows: list[list[Cell]] = [[content.activity(id).title, n, place(id)] for id, n in cohort.counts.items()]
    table = [Table([t["exercise"], t["answers"], t["where"]], rows, t["who_table"])] if rows else []
    rest = [content.activity(id) for id in cohort.exercises if id not in cohort.counts]
    todo = [one for one in rest if (its := kinds.kind(one.id)).sums or not (its.gathers or its.presents)]
    left = {
        "nobody": [one.title for one in todo if access.sees("facilitator", one)],
        "private": [one.title for one in todo if not access.sees("facilitator", one)],
    }
    notes = [
        Text(t[f"who_{why}"].format(list=formats.listed(titles, page.language)))
        for why, titles in left.items()
        if titles
    ]
    answers = sum(cohort.counts.values())
    said = t["say_people"].format(n=cohort.people, answers=page.number(answers, 0), see=t["who"])
    blocks: list[Block] = [Heading(t["who"]), Text(t["who_text"].format(n=cohort.people)), *table, *notes]
    return Section(section.name, blocks, [said])


def _goals(section: ReportSection, cohort: Cohort, page: Page) -> Section:
    """How often each goal was named in each of the activities that name some."""
    t, asked = page.t, [one for one in content.in_course_order() if one.report in section.takes()]
    named = [
        Counter(
            goal
            for answer in cohort.answers.get(one.id, [])
            for goal in kinds.kind(one.id).report().goals(one, answer)
        )
        for one in asked
    ]
    total = sum(named, Counter[int]())
    if not total:
        return Section(section.name)
    titles = {goal.number: f"{goal.number}. {goal.title}" for goal in content.goals().goals}
    order = sorted(total, key=lambda goal: (-total[goal], goal))
    rows: list[list[Cell]] = [[titles[goal], *(one[goal] for one in named)] for goal in order]
    table = Table([t["goal"], *(one.title for one in asked)], rows, t["goals_table"])
    said = t["say_goals"].format(title=titles[order[0]], n=total[order[0]], all=len(order), see=t["goals"])
    shows = [one.id for one, goals in zip(asked, named, strict=True) if goals]
    return Section(section.name, [Heading(t["goals"]), table], [said], shows=shows)


def _questions(section: ReportSection, cohort: Cohort, page: Page) -> Section:
    """What the room asked, what waits for an answer first, with the votes on it; of few people's questions only how many there are."""
    t, asked = page.t, cohort.questions
    if not asked and not cohort.questions_held:
        return Section(section.name)
    blocks: list[Block] = [Heading(t["asked"])]
    if asked:
        rows: list[list[Cell]] = [
            [one["text"], one["up"], one["down"], t["asked_yes"] if one["answered"] else t["asked_no"]]
            for one in asked[:MOST]
        ]
        head = [t["asked_question"], t["asked_up"], t["asked_down"], t["asked_answered"]]
        blocks += [Table(head, rows, t["asked_table"]), *page.more(len(asked) - MOST)]
    if cohort.questions_held:
        blocks.append(Text(t["asked_held"].format(n=cohort.questions_held, need=cohort.least), "note"))
    waits = sum(not one["answered"] for one in asked)
    said = [t["say_asked"].format(n=len(asked), waits=waits, see=t["asked"])] if asked else []
    return Section(section.name, blocks, said)


def _method(section: ReportSection, cohort: Cohort, page: Page) -> Section:
    t, held = page.t, [content.activity(id).title for id in cohort.too_few]
    notes = [t["method_anonymity"].format(n=cohort.least), t["method_summary"], t["method_teams"]]
    if held:
        notes.append(t["method_held"].format(list=formats.listed(held, page.language, ",")))
    instrument, _ = data.assessed(cohort)
    scoring = instrument.scoring if instrument else []
    return Section(section.name, [Heading(t["method"]), Items([*notes, *scoring])])


OWN: dict[str, Callable[[ReportSection, Cohort, Page], Section]] = {
    "goals": _goals,
    "method": _method,
    "questions": _questions,
}
