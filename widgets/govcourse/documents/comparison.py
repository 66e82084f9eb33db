"""Rooms beside each other, and a room beside itself at an earlier time; with what that may say and what not."""

from govcourse import content
from govcourse.documents import cohort as data
from govcourse.documents.blocks import Block, Heading, Items, Table
from govcourse.documents.cohort import Cohort


def one_place(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def scores(cohort: Cohort, before: Cohort | None, others: list[Cohort]) -> list[list]:
    """Per dimension the score of each cohort with enough answers, `before` first, and the change since then."""
    found = [data.debrief(one) for one in (*([before] if before else []), cohort, *others)]
    rows = []
    for place, dimension in enumerate(content.instrument().dimensions):
        means = [one["dimensions"][place]["score"] if one else None for one in found]
        change = means[1] - means[0] if before and None not in means[:2] else None
        rows.append(
            [
                dimension.title,
                *map(one_place, means),
                *([f"{change:+.1f}" if change is not None else "–"] if before else []),
            ]
        )
    return rows


def blocks(cohort: Cohort, before: Cohort | None, others: list[Cohort], t: dict) -> list[Block]:
    names = ([f"{before.title} ({t['before']}, n = {before.counts.get('dtca', 0)})"] if before else []) + [
        f"{one.title} (n = {one.counts.get('dtca', 0)})" for one in (cohort, *others)
    ]
    head = [t["dimension"], *names, *([t["change"]] if before else [])]
    return [
        Heading(t["comparison"]),
        Table(head, scores(cohort, before, others), t["comparison_table"]),
        Items([t["compare_can"], t["compare_cannot"], *([t["compare_before"]] if before else [])]),
    ]
