"""Rooms beside each other, and a room beside itself at an earlier time; with what that may say and what not."""

from govcourse.documents import cohort as data
from govcourse.documents.cohort import Cohort
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Block, Heading, Items, Table


def scores(cohort: Cohort, before: Cohort | None, others: list[Cohort], page: Page) -> list[list[str]]:
    """Per dimension the score of each cohort with enough answers, `before` first, and the change since then."""
    instrument, _ = data.assessed(cohort)
    found = [data.assessed(one)[1] for one in (*([before] if before else []), cohort, *others)]
    rows = []
    for place, dimension in enumerate(instrument.dimensions if instrument else []):
        means: list[float | None] = [one["dimensions"][place]["score"] if one else None for one in found]
        change = _change(*means[:2]) if before else None
        rows.append(
            [
                dimension.title,
                *map(page.number, means),
                *([f"{'+' if (change or 0) > 0 else ''}{page.number(change)}"] if before else []),
            ]
        )
    return rows


def _change(before: float | None, now: float | None) -> float | None:
    return None if before is None or now is None else now - before


def blocks(cohort: Cohort, before: Cohort | None, others: list[Cohort], page: Page) -> list[Block]:
    t = page.t
    names = ([f"{before.title} ({t['before']}, n = {data.assessed_by(before)})"] if before else []) + [
        f"{one.title} (n = {data.assessed_by(one)})" for one in (cohort, *others)
    ]
    head = [t["dimension"], *names, *([t["change"]] if before else [])]
    return [
        Heading(t["comparison"]),
        Table(head, scores(cohort, before, others, page), t["comparison_table"]),
        Items([t["compare_can"], t["compare_cannot"], *([t["compare_before"]] if before else [])]),
    ]
