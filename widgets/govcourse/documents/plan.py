"""The action plan as a Word document that one goes on editing, and as an Excel workbook."""

import io

import xlsxwriter
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt, RGBColor

from govcourse import content
from govcourse.content.activity_models import Plan
from govcourse.documents.text import cell, plain
from govcourse.kinds.plan import summary


def _catalogue() -> dict[str, str]:
    return {**content.texts()["common"], **content.texts()["plan"]}


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


def _kpi(kpi: dict) -> str:
    figures = f"{kpi.get('baseline') or '?'} → {kpi.get('target') or '?'} {kpi.get('unit', '')}".strip()
    return f"{kpi.get('text', '')}: {figures}" + (f" ({kpi['date']})" if kpi.get("date") else "")


def _components(step: dict, titles: dict[str, str]) -> list[tuple[str, str]]:
    """The seven components of one step, as label and text."""
    who = step.get("responsibility", "")
    if step.get("support"):
        who += f" ({_catalogue()['support']}: {step['support']})"
    return [
        (titles["step"], step.get("step", "")),
        (titles["responsibility"], who),
        (titles["ownership"], step.get("owner", "")),
        (titles["timeframe"], _time(step)),
        (titles["resources"], _resources(step)),
        (titles["kpis"], "\n".join(_kpi(one) for one in step.get("kpis", []))),
        (titles["sharing"], step.get("sharing", "")),
    ]


def _serves(goal: dict) -> str:
    names = {one.id: one.title for one in content.principles()}
    goals = {one.number: one.title for one in content.goals().goals}
    served = [names.get(id, id) for id in goal.get("principles", [])]
    return "; ".join(served + [f"SDG {number} {goals[number]}" for number in goal.get("sdgs", [])])


def docx(activity: Plan, answer: dict) -> bytes:
    """A4 landscape: a heading per goal, a table of the seven components per step, then people and advice."""
    texts, titles = _catalogue(), _titles(activity)
    document = Document()
    document.core_properties.title, document.core_properties.author = activity.title, ""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    document.styles["Normal"].font.size = Pt(10.5)
    document.add_heading(activity.title, level=0)
    if not answer.get("goals"):
        document.add_paragraph(texts["checks_empty"])
    for number, goal in enumerate(answer.get("goals", []), 1):
        title = plain(goal.get("title")) or texts["untitled"]
        document.add_heading(texts["goal_n"].format(n=number, title=title), level=1)
        if served := _serves(goal):
            document.add_paragraph(plain(served), style="Intense Quote")
        for place, step in enumerate(goal.get("steps", []), 1):
            document.add_heading(texts["step_n"].format(n=f"{number}.{place}"), level=2)
            table = document.add_table(rows=0, cols=2, style="Table Grid")
            for label, text in _components(step, titles):
                left, right = table.add_row().cells
                left.width, right.width = Cm(5), Cm(20.7)
                left.paragraphs[0].add_run(plain(label)).bold = True
                right.text = plain(text)
    if people := summary.by_person(answer):
        document.add_heading(texts["tab_people"], level=1)
        for person in people:
            document.add_paragraph(plain(person["name"]), style="List Bullet").runs[0].bold = True
            for role in ("owns", "does", "supports"):
                if person[role]:
                    steps = "; ".join(step or texts["untitled"] for step in person[role])
                    document.add_paragraph(plain(f"{texts[role]}: {steps}"), style="List Bullet 2")
    found = summary.advice(answer)
    if found:
        document.add_heading(texts["tab_checks"].format(count=len(found)), level=1)
        for one in found:
            words = {key: value or texts["untitled"] for key, value in one.items()}
            paragraph = document.add_paragraph(
                plain(texts[f"check_{one['code']}"].format(**words)), style="List Bullet"
            )
            why = paragraph.add_run(" " + texts[f"why_{one['code']}"])
            why.font.color.rgb = RGBColor(0x4A, 0x58, 0x66)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def xlsx(activity: Plan, answer: dict) -> bytes:
    """Three tidy sheets: steps, milestones, KPIs. One row each; goal and step numbers tie them together."""
    texts, titles = _catalogue(), _titles(activity)
    steps = [
        [
            "", texts["goal_label"].format(n="").strip(), titles["step"], titles["responsibility"],
            texts["support"], titles["ownership"], texts["start"], texts["end"], texts["money"],
            texts["currency"], texts["people_needed"], texts["other_resources"], titles["sharing"],
            texts["principles"],
        ]
    ]  # fmt: skip
    milestones = [["", texts["milestone"], texts["date"]]]
    kpis = [["", texts["kpi"], texts["baseline"], texts["target"], texts["unit"], texts["by_date"]]]
    for g, goal in enumerate(answer.get("goals", []), 1):
        for s, step in enumerate(goal.get("steps", []), 1):
            resources, number = step.get("resources", {}), f"{g}.{s}"
            steps.append(
                [
                    number, goal.get("title"), step.get("step"), step.get("responsibility"), step.get("support"),
                    step.get("owner"), step.get("start"), step.get("end"), resources.get("money"),
                    resources.get("currency"), resources.get("people"), resources.get("other"),
                    step.get("sharing"), _serves(goal),
                ]
            )  # fmt: skip
            milestones += [[number, one.get("text"), one.get("date")] for one in step.get("milestones", [])]
            kpis += [
                [number, *(one.get(key) for key in ("text", "baseline", "target", "unit", "date"))]
                for one in step.get("kpis", [])
            ]
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for name, rows in ((titles["step"], steps), (texts["milestones"], milestones), (titles["kpis"], kpis)):
        sheet = book.add_worksheet("".join(c for c in name if c not in "[]:*?/\\")[:31])
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 8)
        sheet.set_column(1, len(rows[0]) - 1, 24)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                style = head if r == 0 else body
                if isinstance(value, int | float):
                    sheet.write_number(r, c, value, style)
                else:
                    sheet.write_string(r, c, cell(value)[:32767], style)
    book.close()
    return buffer.getvalue()
