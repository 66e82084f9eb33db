"""Markdown of the case library: an index that can be filtered, and a page per case."""

from collections.abc import Iterable, Sequence

from govcourse import content
from govcourse.content.bibliography import Source
from govcourse.content.case_library import Case, Claim, Result
from govcourse.content.formats import listed, quantity, written
from govcourse.layout.change import change


def pages() -> dict[str, str]:
    """Page name to Markdown: an index, and a page per case with the way to its neighbours."""
    found = in_order()
    t = content.texts()["book"]
    made = {"index": f"# {t['cases_title']}\n\n{t['cases_lead']}\n\n{_index(found)}\n"}
    for place, case in enumerate(found):
        before = found[place - 1] if place else None
        after = found[place + 1] if place + 1 < len(found) else None
        made[case.id] = "\n".join([*_case(case), *_around(case, before, after)]) + "\n"
    return made


def in_order() -> list[Case]:
    """The cases as they come in the course."""
    return sorted(content.cases(), key=lambda one: (min(one.sessions), one.title))


def uses(case: Case) -> list[str]:
    """Exercises that a case helps with: the one made from it, and those that say which cases they are about."""
    helps = {
        "all": True,
        "principles": bool(case.principles),
        "dimensions": any(case.id in dimension.cases for dimension in content.instrument().dimensions),
    }
    about = [one.id for one in content.in_course_order() if one.cases and helps[one.cases]]
    return list(dict.fromkeys([*([case.exercise] if case.exercise else []), *about]))


def _index(found: list[Case]) -> str:
    """A table that site.ts filters; without scripts it is a table."""
    t, c, language = content.texts()["book"], content.texts()["cases"], content.language()
    principles = {one.id: one.title for one in content.principles()}
    heads = [t["case"], c["where"], t["region"], c["goals"], c["principles"], c["topics"], c["transfer"]]
    heads += [c["techniques"], c["in_session"]]
    lines = [
        "```{raw} html", '<div id="case-filters" hidden></div>', '<p id="case-count" role="status"></p>', "```", "",
        ":::{div} case-index", "", _row(heads), _row("---" for _ in heads),
    ]  # fmt: skip
    for case in found:
        cells = [
            f"[{case.title}]({case.id}.md)",
            listed([case.country, case.year], language, ","),
            content.texts()["common"][case.region],
            listed(map(str, case.sdgs), language, ","),
            listed((principles[id] for id in case.principles), language),
            listed((c[f"theme_{name}"] for name in case.themes), language),
            listed((c[f"context_{one.context}"] for one in case.transfer), language),
            listed(case.techniques, language),
            listed(map(str, case.sessions), language, ","),
        ]
        lines.append(_row(cells))
    return "\n".join([*lines, "", ":::"])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _case(case: Case) -> list[str]:
    c = content.texts()["cases"]
    lines = [f"# {case.title}", "", f"**{case.summary}**", "", "| | |", "| --- | --- |"]
    lines += [_row(fact) for fact in _facts(case)]
    lines += ["", f"## {c['problem']}", "", *_claims(case, case.problem)]
    lines += ["", f"## {c['done']}", "", *_claims(case, case.done)]
    lines += ["", f"## {c['results']}", "", *(_result(case, one) for one in case.results)]
    lines += ["", case.few_results] if case.few_results else []
    lines += ["", f"## {c['doubts']}", "", *_claims(case, case.doubts)]
    lines += ["", f"## {c['depends']}", "", f"*{c['our_reading']}*", ""]
    lines += [*(f"- {text}" for text in case.depends), "", f"## {c['transfer']}", ""]
    lines += [f"- **{c[f'context_{one.context}']}.** {one.text}" for one in case.transfer]
    lines += ["", f"## {c['lesson']}", "", case.lesson]
    lines += ["", f"## {c['questions']}", ""]
    lines += [f"{number}. {question}" for number, question in enumerate(case.questions, 1)]
    lines += ["", f"## {c['sources']}", ""]
    lines += [_source(case, number, one) for number, one in enumerate(case.bibliography, 1)]
    return lines


def _facts(case: Case) -> list[tuple[str, str]]:
    c, language = content.texts()["cases"], content.language()
    goals = {goal.number: goal.title for goal in content.goals().goals}
    principles = {one.id: one.title for one in content.principles()}
    facts = [
        (c["where"], f"{case.country} ({content.texts()['common'][case.region]})"),
        (c["when"], case.year),
        (c["goals"], listed((f"{number} {goals[number]}" for number in case.sdgs), language)),
        (c["principles"], listed((principles[id] for id in case.principles), language)),
        (c["topics"], listed((c[f"theme_{name}"] for name in case.themes), language)),
        (c["techniques"], listed(case.techniques, language)),
        (
            c["in_session"],
            listed((f"[{n}](../../notebooks/session-{n}.ipynb)" for n in case.sessions), language, ","),
        ),
    ]
    return [(label, text) for label, text in facts if text]


def _claims(case: Case, claims: Sequence[Claim]) -> list[str]:
    return [f"- {one.text} {_references(case, one)}" for one in claims]


def _result(case: Case, one: Result) -> str:
    """The figure first, then what it says, since when, and who found it."""
    c = content.texts()["cases"]
    figure = f"**{quantity(one.value, one.unit, content.language())}** ({one.year})"
    said = f"- {figure}: {one.text} *{c[f'evidence_{one.evidence}']}* {_references(case, one)}"
    return f"{said}\n\n  {change(one)}\n" if one.before else said


def _references(case: Case, claim: Claim) -> str:
    numbers = sorted(case.number(key) for key in claim.sources)
    return " ".join(f'<a href="#{_anchor(case, n)}">[{n}]</a>' for n in numbers)


def _source(case: Case, number: int, one: Source) -> str:
    read = content.texts()["cases"]["read_on"].format(date=written(one.seen, content.language()))
    parts = [one.author, f"[{one.title}]({one.url})", one.publisher, one.year, one.note, read]
    said = listed(parts, content.language(), ",")
    return f'{number}. <span id="{_anchor(case, number)}"></span>{said}'


def _anchor(case: Case, number: int) -> str:
    """Whole, as the book is one document in print."""
    return f"{case.id}-source-{number}"


def _around(case: Case, before: Case | None, after: Case | None) -> list[str]:
    """Where the case can be used, and the cases before and after."""
    t = content.texts()["book"]
    lines = ["", f"## {t['use_case']}", "", *(f"- {{exercise}}`{id}`" for id in uses(case)), ""]
    steps = [f"{t['case_before']}: [{before.title}]({before.id}.md)"] if before else []
    steps += [f"{t['case_after']}: [{after.title}]({after.id}.md)"] if after else []
    return [*lines, " · ".join([f"[{t['cases_all']}](index.md)", *steps])]
