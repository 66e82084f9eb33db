"""Rooms beside each other, and a room beside itself at an earlier time; with what that may say and what not."""

from govcourse.content import formats
from govcourse.documents import cohort as data
from govcourse.documents.cohort import Cohort
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Block, Cell, Heading, Items, Table


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
                *([page.change(change)] if before else []),
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


def again(cohort: Cohort, page: Page) -> list[Block]:
    """The room beside the figures of an earlier one that were brought in; nothing of fewer than five at either time."""
    t, then, (_, now) = page.t, cohort.again, data.assessed(cohort)
    if then is None or now is None:
        return []
    rows: list[list[Cell]] = []
    for row in now["dimensions"]:
        kept, score = then.dimensions.get(row["id"]), row["score"]
        shown = score if row["respondents"] >= cohort.least else None
        change = _change(kept.score if kept else None, shown)
        rows.append(
            [
                row["title"],
                t["again_cell"].format(median=page.number(kept.median), score=page.number(kept.score)) if kept else t["again_few"],
                t["again_few"] if shown is None else t["again_cell"].format(median=page.number(row["median"]), score=page.number(shown)),
                page.change(change),
                f"{page.number(kept.consensus, 2)} {formats.towards(page.language)} {page.number(row['consensus'], 2)}" if kept and shown is not None else "–",
            ]
        )  # fmt: skip
    about = t["again_then"].format(title=then.title, date=page.day(then.on), n=then.n)
    head = [t["dimension"], about, t["again_now"].format(n=now["n"]), t["change"], t["consensus"]]
    return [
        Heading(t["comparison"]),
        Table(head, rows, t["again_table"]),
        Items([t["compare_can"], t["compare_cannot"], t["compare_before"]]),
    ]
