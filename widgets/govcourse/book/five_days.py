"""Markdown of the five-day version: what it consists of, and each day's modules minute by minute."""

from govcourse import content
from govcourse.content.five_days import DayModule
from govcourse.content.formats import listed


def overview() -> str:
    """Days with their modules; says which titles are the workshop's."""
    t, pages = content.texts()["book"], content.texts()["pages"]
    lines = []
    for day in content.days():
        name = pages["day"].format(number=day.number)
        lines += [f"## [{name}. {day.title}](day-{day.number}.md)", "", day.question, ""]
        lines += [
            f"| {t['module']} | {t['minutes_head']} | {t['syllabus_head']} | {t['title_of']} |",
            "| --- | --- | --- | --- |",
        ]
        for one in day.modules:
            modules = listed(map(str, one.syllabus), content.language(), ",") or "–"
            lines.append(f"| {one.id} {one.title} | {one.minutes} | {modules} | {t[f'title_{one.origin}']} |")
        lines.append("")
    return "\n".join(lines)


def day(number: int) -> str:
    """A day's modules."""
    t, found = content.texts()["book"], content.day(number)
    lines = [f"**{found.title}**", "", found.question, "", f"**{t['have_ready']}**", ""]
    lines += [*(f"- {one}" for one in found.prepare), ""]
    for one in found.modules:
        lines += _module(one)
    return "\n".join(lines)


def _module(one: DayModule) -> list[str]:
    t, start = content.texts()["book"], 0
    minutes = t["minutes_for"].format(minutes=one.minutes)
    lines = [f"## {one.id} {one.title}", "", f"{one.purpose} *({minutes})*", ""]
    for item in one.agenda:
        lines += [f"**{start}–{start + item.minutes}. {item.title}**", ""]
        start += item.minutes
        if item.activity:
            lines += [f"*{t['exercise']}:* {{exercise}}`{item.activity}`", ""]
        lines += [*(f"- {line}" for line in item.talk), ""]
        if item.cut:
            lines += [f"*{t['when_late']}* {item.cut}", ""]
    lines += [
        f"**{t['material']}** " + listed(one.material, content.language()),
        "",
        f"**{t['troubles']}**",
        "",
    ]
    lines += [*(f"- {line}" for line in one.troubles), "", f"**{t['beside_online']}** {one.online}", ""]
    return lines
