"""What the course itself says, as frames: cases, goals, questions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from govcourse.content.case_library import Case
    from govcourse.kinds.tables import Column, Dtype, Row


def cases(results: bool = False) -> "pd.DataFrame":
    """The case library, a row for each case; with `results` a row for each figure that a case reports.

    Of a case: `case` (id), `title`, `country`, `region`, `year` (text, as “2008–2015”), `sessions`, `sdgs`, `principles`, `themes` and
    `contexts` (ids or numbers, with spaces between them; contexts are places for which the case says what can be taken over),
    `origin` (“workshop”, or “draft” for ours), `summary`, `results` (how many figures) and `sources` (how many).

    Of a result: `case`, `country`, `result` (from 1), `text`, `value` (a number, in `unit`), `year` (text), `before` and `before_year` (what
    was measured earlier, in the same unit; missing where it was not), `evidence` (“independent”, “self-reported” or “press”:
    whose figure it is), `source` (who says so) and `url` (where; with spaces between several). Each result's source is in its row.

    >>> cases()["case"].is_unique
    True
    >>> cases(results=True).groupby("evidence", observed=False)["value"].count().index.to_list()
    ['independent', 'self-reported', 'press']
    """
    from govcourse import content
    from govcourse.content.case_library import Region

    library = content.cases()
    if results:
        return _results(library)
    return _frame(
        [
            _column("case", "string"), _column("title", "string"), _column("country", "string"), _column("region", "category", _of(Region)),
            *(_column(name, "string") for name in ("year", "sessions", "sdgs", "principles", "themes", "contexts")),
            _column("origin", "category", ("workshop", "seed", "draft")), _column("summary", "string"),
            _column("results", "Int64"), _column("sources", "Int64"),
        ],
        [
            (
                one.id, one.title, one.country, one.region, one.year, _joined(one.sessions), _joined(one.sdgs), _joined(one.principles),
                _joined(one.themes), _joined(part.context for part in one.transfer), one.origin, one.summary,
                len(one.results), len(one.bibliography),
            )
            for one in library
        ],
    )  # fmt: skip


def _results(library: "Iterable[Case]") -> "pd.DataFrame":
    from govcourse.content.case_library import Evidence

    rows: list[Row] = []
    for one in library:
        sources = {source.key: source for source in one.bibliography}
        for number, result in enumerate(one.results, 1):
            said = [sources[key] for key in result.sources]
            before = (result.before.value, result.before.year) if result.before else (None, None)
            rows.append(
                (
                    one.id, one.country, number, result.text, result.value, result.unit, result.year, *before, result.evidence,
                    "; ".join(f"{source.author}, {source.title}" for source in said), _joined(source.url for source in said),
                )
            )  # fmt: skip
    return _frame(
        [
            _column("case", "string"), _column("country", "string"), _column("result", "Int64"), _column("text", "string"),
            _column("value", "Float64"), _column("unit", "string"), _column("year", "string"), _column("before", "Float64"),
            _column("before_year", "string"), _column("evidence", "category", _of(Evidence)), _column("source", "string"), _column("url", "string"),
        ],
        rows,
    )  # fmt: skip


def sdgs(targets: bool = False) -> "pd.DataFrame":
    """The seventeen Sustainable Development Goals, a row each; with `targets` a row for each target and indicator that the course names.

    Of a goal: `goal` (1 to 17), `title`, `colour` (as “#E5243B”), `service_delivery` (whether it bears on the delivery of public services, by
    our reading of the workshop), `why`, `targets` and `indicators` (how many are named). Of a target or an indicator: `goal`, `kind`
    (“target” or “indicator”), `number` (text, as “16.9.1”), `text`. Source: the 2030 Agenda of the United Nations, whose words are shortened.

    >>> sdgs().set_index("goal").loc[16, "title"]
    'Peace, Justice and Strong Institutions'
    """
    from govcourse import content

    goals = content.goals().goals
    if targets:
        columns = [_column("goal", "Int64"), _column("kind", "category", ("target", "indicator")), _column("number", "string"), _column("text", "string")]  # fmt: skip
        rows = [
            (goal.number, kind, one.number, one.text)
            for goal in goals
            for kind, some in (("target", goal.targets), ("indicator", goal.indicators))
            for one in some
        ]
        return _frame(columns, rows)
    return _frame(
        [
            _column("goal", "Int64"), _column("title", "string"), _column("colour", "string"), _column("service_delivery", "boolean"),
            _column("why", "string"), _column("targets", "Int64"), _column("indicators", "Int64"),
        ],
        [
            (one.number, one.title, one.colour, one.service_delivery, one.why, len(one.targets), len(one.indicators))
            for one in goals
        ],
    )  # fmt: skip


def questions(answers: bool = False, options: bool = False) -> "pd.DataFrame":
    """The item bank, a row for each question; with `options` a row for each option. What is right is told with `answers` only.

    Of a question: `activity`, `question` (ids), `session` (the first in which it is asked), `objective` (id), `level` (“know”, “apply”, “judge”), `type`
    (“single”, “multiple”, “match”, “order”, “true-false”), `text`, `options` (how many); with `answers` also `right` (ids with spaces between them,
    of an order in order, of a match as one=other) and `explanation`. Of an option: `activity`, `question`, `option` (id), `text`; with
    `answers` also `right` (boolean), `match` (its other half) and `feedback`. Options stand in the order of their texts. Source:
    written for this course, from its chapters.

    >>> "right" in questions(), "right" in questions(answers=True)
    (False, True)
    """
    from govcourse import content, kinds

    bank = [(one, asked) for one in content.in_course_order() for asked in kinds.kind(one.id).questions(one)]
    ids = [_column("activity", "string"), _column("question", "string")]
    if options:
        told = [_column("right", "boolean"), _column("match", "string"), _column("feedback", "string")]
        return _frame(
            [*ids, _column("option", "string"), _column("text", "string"), *(told if answers else [])],
            [
                (one.id, asked["id"], option["id"], option["text"], *((option["right"], option["match"], option["feedback"]) if answers else ()))
                for one, asked in bank for option in sorted(asked["options"], key=lambda option: option["text"])
            ],
        )  # fmt: skip
    return _frame(
        [
            *ids, _column("session", "Int64"), _column("objective", "string"), _column("level", "category", ("know", "apply", "judge"), ordered=True),
            _column("type", "category", ("single", "multiple", "match", "order", "true-false")), _column("text", "string"), _column("options", "Int64"),
            *([_column("right", "string"), _column("explanation", "string")] if answers else []),
        ],
        [
            (
                one.id, asked["id"], min(one.sessions), asked["objective"], asked["level"], asked["type"], asked["text"], len(asked["options"]),
                *((asked["right"], asked["explanation"]) if answers else ()),
            )
            for one, asked in bank
        ],
    )  # fmt: skip


def _column(name: str, dtype: "Dtype", categories: tuple[str, ...] = (), ordered: bool = False) -> "Column":
    from govcourse.kinds.tables import Column

    return Column(name, dtype, name, categories=categories, ordered=ordered)


def _frame(columns: "list[Column]", rows: "Iterable[Row]") -> "pd.DataFrame":
    from govcourse.kinds.tables import frame

    return frame(columns, rows)


def _of(names: object) -> tuple[str, ...]:
    """What a Literal may be."""
    from typing import get_args

    return get_args(names)


def _joined(some: Iterable[object]) -> str | None:
    return " ".join(map(str, some)) or None
