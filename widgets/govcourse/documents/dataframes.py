"""What the report notebooks show: pandas tables of a cohort's figures."""

import pandas as pd

from govcourse import content, kinds
from govcourse.documents import cohort as data
from govcourse.documents import comparison, report
from govcourse.documents.cohort import Cohort
from govcourse.kinds.report import Page
from govcourse.layout import brand


def summary(cohort: Cohort) -> pd.DataFrame:
    """The executive summary, a sentence each."""
    return _plain({"": report.sentences(cohort, Page(brand.current(), cohort.language))})


def assessment(cohort: Cohort) -> pd.DataFrame:
    """Per dimension score, median, quartiles, target and gap; empty where too few answered."""
    _, found = data.assessed(cohort)
    rows = found["dimensions"] if found else []
    columns = ["title", "respondents", "score", "median", "q1", "q3", "target", "gap"]
    return pd.DataFrame(rows, columns=columns).set_index("title").round(2)


def placed(cohort: Cohort, activity: str) -> pd.DataFrame:
    """The entries of a plot from first to last."""
    about = content.activity(activity)
    found = kinds.kind(activity).report().places(about, data.given(cohort, about))
    if found is None:
        raise KeyError(f"“{about.title}” places nothing.")
    rows = [(one.name, one.x, one.y, one.score, one.n) for one in found.rows]
    return pd.DataFrame(rows, columns=[*found.head, "score", "n"]).round(0)


def tallies(cohort: Cohort) -> pd.DataFrame:
    """Polls with choices: a row per option."""
    rows = [
        {"question": asked.text, "option": bar["title"], "count": bar["count"], "share": bar["share"], "n": asked.n}
        for activity in content.in_course_order()
        for asked in kinds.kind(activity.id).report().bars(activity, data.given(cohort, activity))
        for bar in asked.rows
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["question", "option", "count", "share", "n"]).round(2)


def compared(cohorts: list[Cohort]) -> pd.DataFrame:
    """Mean score by dimension and room, with how many answered; “–” where they are too few."""
    if not cohorts:
        return pd.DataFrame()
    rows = comparison.scores(cohorts[0], None, cohorts[1:], Page(brand.current(), cohorts[0].language))
    names = [f"{one.title} (n = {data.assessed_by(one)})" for one in cohorts]
    return pd.DataFrame([row[1:] for row in rows], columns=names, index=[row[0] for row in rows])


def _plain(columns: dict[str, list[str]]) -> pd.DataFrame:
    pd.set_option("display.max_colwidth", None)
    return pd.DataFrame(columns)
