"""Markdown of the book's pages that come from data/."""

from collections import Counter
from collections.abc import Callable
from functools import partial

from govcourse import content
from govcourse.book import cases, diagrams, five_days, interface, measured
from govcourse.content.formats import listed, written


def syllabus() -> str:
    course = content.course()
    lines = ["| | " + " | ".join(version.title for version in course.versions) + " |", "| --- | --- | --- |"]
    lines.append("| For whom | " + " | ".join(version.audience for version in course.versions) + " |")
    lines.append("| Length | " + " | ".join(version.length for version in course.versions) + " |")
    lines.append(
        "| Contains | "
        + " | ".join(listed(version.parts, content.language()) for version in course.versions)
        + " |"
    )
    lines += ["", course.availability, "", "## Objectives", ""]
    lines += [f"{number}. {text}" for number, text in enumerate(course.objectives, 1)]
    lines += ["", "## Thirteen modules in four blocks", ""]
    for block in course.blocks:
        lines += [f"### {block.title}", ""]
        lines += [f"- **Module {module.number}.** {module.title}" for module in block.modules] + [""]
    lines += ["## Five sessions online", ""]
    for session in content.sessions():
        lines += [f"### Session {session.number}. {session.title}", "", session.question, ""]
        lines += [f"- {objective.text}" for objective in session.objectives] + [""]
        lines += ["| Minutes | Part |", "| --- | --- |"]
        lines += [f"| {item.minutes} | {item.title} |" for item in session.agenda] + [""]
    return "\n".join(lines)


def objectives() -> str:
    """A map: each objective with its parts, exercises and questions."""
    t = content.texts()["book"]
    asked = Counter(id for activity in content.activities() for id in activity.checks())
    lines = []
    for session in content.sessions():
        lines += [f"## {t['session_n'].format(number=session.number)}", ""]
        lines += [f"| {t['map_head']} | {t['map_parts']} | {t['map_exercises']} | {t['map_checks']} |"]
        lines += ["| --- | --- | --- | --- |"]
        for one in session.objectives:
            said = f"**{one.text}** {t['map_given'].format(given=one.given)} {one.standard}"
            exercises = listed((f"{{exercise}}`{id}`" for id in one.exercises), content.language())
            lines.append(f"| {said} | {'; '.join(one.parts)} | {exercises} | {asked[one.id]} |")
        lines.append("")
    return "\n".join(lines)


def glossary() -> str:
    lines = ["```{glossary}"]
    for term in sorted(content.glossary(), key=lambda one: one.term.casefold()):
        lines += [term.term, f"  {term.definition}", ""]
    return "\n".join([*lines, "```"])


def quotations() -> str:
    lines = []
    for one in content.quotations():
        lines += [f"> “{one.text}”", ">", f"> — {one.attribution}", ""]
        if one.note:
            lines += [one.note, ""]
    return "\n".join(lines)


def readings() -> str:
    """By session: what it is, why to read it, how long it takes, and whether it is free."""
    t = content.texts()["book"]
    lines = []
    for number in range(1, 6):
        lines += [f"## {t['session_n'].format(number=number)}", ""]
        for one in (reading for reading in content.readings() if reading.session == number):
            title = f"[{one.title}]({one.url})" if one.url else one.title
            parts = [one.author, title, one.publisher, one.year]
            time = t["reading_minutes"].format(minutes=one.minutes) if one.minutes else t["reading_look_up"]
            marks = [t[f"need_{one.need}"], time, t[f"access_{one.access}"]]
            if one.url:
                seen = one.seen and t["reading_seen"].format(date=written(one.seen, content.language()))
                marks.append(seen or t["reading_not_checked"])
            lines.append(f"- {', '.join(part for part in parts if part)}. {one.why} *{'; '.join(marks)}.*")
        lines.append("")
    return "\n".join(lines)


def principles() -> str:
    t = content.texts()["book"]
    lines = [*_figure("principles")]
    for number, one in enumerate(content.principles(), 1):
        lines += [
            f"({one.id}-principle)=",
            f"## {number}. {one.title}",
            "",
            one.about,
            "",
            f"**{t['signs']}**",
            "",
        ]
        lines += [f"- {sign}" for sign in one.signs] + ["", f"**{t['ask']}**", ""]
        lines += [f"- {question}" for question in one.questions] + [""]
        lines += [
            f"**{t['seen_in']}** "
            + listed(
                (
                    f"[{case.title}](../cases/{case.id}.md)"
                    for case in cases.in_order()
                    if one.id in case.principles
                ),
                content.language(),
            ),
            "",
        ]
    return "\n".join(lines)


def pillars() -> str:
    t, found = content.texts()["book"], content.pillars()
    lines = [*_figure("pillars"), f"*{found.note}*", "", f"## {t['levels']}", ""]
    lines += [
        f"{number}. **{level.title}.** {level.about}" for number, level in enumerate(found.levels, 1)
    ] + [""]
    for number, pillar in enumerate(found.pillars, 1):
        lines += [
            f"({pillar.id}-pillar)=",
            f"## {number}. {pillar.title}",
            "",
            pillar.about,
            "",
            f"| {t['level']} | {t['what_is_there']} |",
            "| --- | --- |",
        ]
        lines += [f"| {level.title} | {pillar.cells[level.id]} |" for level in found.levels] + [""]
        strengthened = [one.title for one in content.instrument().dimensions if pillar.id in one.pillars]
        if strengthened:
            lines += [f"{t['helps_dimensions']} {', '.join(strengthened)}.", ""]
    return "\n".join(lines)


def tools() -> str:
    t, found = content.texts()["book"], content.tools()
    lines = [*_figure("tools"), f"*{found.note}*", ""]
    for stage in found.stages:
        lines += [f"## {stage.title}", "", stage.about, ""]
        for tool in (one for one in found.tools if one.stage == stage.id):
            lines += [
                f"({tool.id}-tool)=",
                f"### {tool.title}",
                "",
                f"{tool.use} *({t['minutes_for'].format(minutes=tool.minutes)})*",
                "",
            ]
            lines += [f"{number}. {step}" for number, step in enumerate(tool.steps, 1)]
            lines += ["", f"**{t['watch']}** {tool.watch}", ""]
            lines += [
                f"{t['try_it']} "
                + listed((f"{{exercise}}`{id}`" for id in tool.activities), content.language()),
                "",
            ]
    return "\n".join(lines)


def _figure(name: str) -> list[str]:
    return ["```{raw} html", f"<figure>{diagrams.MAKERS[name]()}</figure>", "```", ""]


def run_sheet(number: int) -> str:
    """A session minute by minute: what is said, what people do, what to cut."""
    t, session, start = content.texts()["book"], content.session(number), 0
    lines = [
        session.question,
        "",
        f"**{t['objectives_of']}**",
        "",
        *(f"- {one.text}" for one in session.objectives),
        "",
        f"**{t['have_ready']}**",
        "",
    ]
    lines += [f"- {one}" for one in session.prepare] + [""]
    for item in session.agenda:
        lines += [f"### {start}–{start + item.minutes} min. {item.title}", ""]
        start += item.minutes
        if item.activity:
            activity = content.activity(item.activity)
            lines += [
                f"*{t['exercise']}:* {{exercise}}`{item.activity}` ({t['settings'][activity.setting]}). {activity.lead}",
                "",
            ]
            if activity.report != "evaluation":
                lines += [
                    f"**{t['they_do']}**",
                    "",
                    *(f"{n}. {one}" for n, one in enumerate(activity.instructions, 1)),
                    "",
                ]
        if item.talk:
            lines += [f"**{t['you_say']}**", "", *(f"- {one}" for one in item.talk), ""]
        if item.cut:
            lines += [f"**{t['when_late']}** {item.cut}.", ""]
    for one in session.further:
        lines += [f"### {t['more_time'].format(title=one.title)}", ""]
        lines += [f"{one.question} *({t['minutes_for'].format(minutes=one.minutes)})*", ""]
        lines += [f"[{one.title}](../../notebooks/further-{one.id}.ipynb) · {{exercise}}`{one.activity}`", ""]
        lines += [f"**{t['you_say']}**", "", *(f"- {line}" for line in one.talk), ""]
    lines += [f"### {t['before_next']}", ""]
    lines += [f"- {task.text} *({task.deadline})*" for task in session.preparation] or [
        f"- {t['nothing_next']}"
    ]
    return "\n".join([*lines, ""])


MAKERS: dict[str, Callable[[], str]] = {
    "syllabus": syllabus, "objectives": objectives, "readings": readings, "glossary": glossary, "quotations": quotations, "principles": principles, "pillars": pillars,
    "tools": tools, "how-fast": measured.page, "interface": interface.functions, "codebooks": interface.codebooks, **{f"run-sheet-{number}": partial(run_sheet, number) for number in range(1, 6)},
    "five-days": five_days.overview, **{f"day-{number}": partial(five_days.day, number) for number in range(1, 6)},
}  # fmt: skip
