"""Markdown of the book's pages that come from data/."""

from govcourse import content


def syllabus() -> str:
    course = content.course()
    lines = ["| | " + " | ".join(version.title for version in course.versions) + " |", "| --- | --- | --- |"]
    lines.append("| For whom | " + " | ".join(version.audience for version in course.versions) + " |")
    lines.append("| Length | " + " | ".join(version.length for version in course.versions) + " |")
    lines.append("| Contains | " + " | ".join("; ".join(version.parts) for version in course.versions) + " |")
    lines += ["", course.availability, "", "## Objectives", ""]
    lines += [f"{number}. {text}" for number, text in enumerate(course.objectives, 1)]
    lines += ["", "## Thirteen modules in four blocks", ""]
    for block in course.blocks:
        lines += [f"### {block.title}", ""]
        lines += [f"- **Module {module.number}.** {module.title}" for module in block.modules] + [""]
    lines += ["## Five sessions online", ""]
    for session in content.sessions():
        lines += [f"### Session {session.number}. {session.title}", "", session.question, ""]
        lines += [f"- {objective}" for objective in session.objectives] + [""]
        lines += ["| Minutes | Part |", "| --- | --- |"]
        lines += [f"| {item.minutes} | {item.title} |" for item in session.agenda] + [""]
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


def case_list() -> str:
    lines = ["| Case | Where | Year | SDGs | Session |", "| --- | --- | --- | --- | --- |"]
    for case in sorted(content.cases(), key=lambda one: (min(one.sessions), one.title)):
        goals = ", ".join(map(str, case.sdgs))
        sessions = ", ".join(map(str, case.sessions))
        lines.append(
            f"| [{case.title}]({case.id}.md) | {case.country} | {case.year} | {goals} | {sessions} |"
        )
    return "\n".join(lines)


def cases() -> dict[str, str]:
    """Page name to Markdown: an index, and a page per case."""
    return {"index": f"# Cases\n\n{content.texts()['book']['cases_lead']}\n\n{case_list()}\n"} | {
        case.id: _case(case) for case in content.cases()
    }


def _case(case) -> str:
    t = content.texts()["pages"]
    goals = {goal.number: goal.title for goal in content.goals().goals}
    principles = {one.id: one.title for one in content.principles()}
    facts = [
        (t["case_where"], f"{case.country} ({case.region})"),
        (t["case_when"], case.year),
        (t["case_sdgs"], "; ".join(f"{number} {goals[number]}" for number in case.sdgs)),
        (t["case_principles"], "; ".join(principles[id] for id in case.principles)),
        (t["case_techniques"], "; ".join(case.techniques)),
        (
            t["sessions"],
            ", ".join(f"[{number}](../../notebooks/session-{number}.ipynb)" for number in case.sessions),
        ),
    ]
    lines = [f"# {case.title}", "", f"**{case.summary}**", "", "| | |", "| --- | --- |"]
    lines += [f"| {label} | {text} |" for label, text in facts]
    lines += ["", f"## {t['case_context']}", "", case.context, "", f"## {t['case_done']}", "", case.done]
    lines += ["", f"## {t['case_results']}", ""]
    lines += [f"- {result.text} *{t['case_source'].format(source=result.source)}*" for result in case.results]
    lines += ["", f"## {t['case_lesson']}", "", case.lesson, "", f"## {t['case_questions']}", ""]
    lines += [f"{number}. {question}" for number, question in enumerate(case.questions, 1)]
    if case.origin == "draft":
        lines += ["", f"*{t['case_draft']}*"]
    return "\n".join(lines) + "\n"


MAKERS = {"syllabus": syllabus, "glossary": glossary, "quotations": quotations}
