"""A learner's portfolio as one document."""

from collections.abc import Mapping
from datetime import date

from govcourse import content, kinds
from govcourse.content.models import Session
from govcourse.json_types import Json
from govcourse.kinds.answers import words
from govcourse.kinds.portfolio.activity import Portfolio
from govcourse.kinds.report import Page, Report
from govcourse.layout.blocks import Block, Document, Heading, NewPage, Text


class PortfolioReport(Report[Portfolio]):
    def gathered(self, activity: Portfolio, answers: Mapping[str, Json], page: Page) -> Document:
        """Everything in course order, with the learner's own notes; what was left out of the portfolio stays out."""
        mine = answers.get(activity.id, {})
        shown = {
            id: one
            for id, one in answers.items()
            if one and id not in {activity.id, *mine.get("left_out", [])}
        }
        blocks = [
            block
            for session in content.sessions()
            for block in _session(session, shown, mine.get("notes", {}), page)
        ]
        name, t = words(mine.get("name")), page.t
        facts = [(t["name"], name)] if name else []
        return Document(
            activity.title,
            blocks or [Text(t["portfolio_empty"])],
            subtitle=content.course().title,
            language=page.language,
            cover=True,
            facts=[*facts, (t["made"], page.day(date.today().isoformat()))],
        )


def _session(
    session: Session, answers: Mapping[str, Json], notes: Mapping[str, str], page: Page
) -> list[Block]:
    """The exercises that begin in this session and hold something; a new page for each session."""
    found: list[Block] = []
    for one in content.in_course_order():
        if min(one.sessions) != session.number or one.id not in answers:
            continue
        if blocks := kinds.kind(one.id).report().blocks(one, answers[one.id], page, level=3):
            note = words(notes.get(one.id))
            found += [Heading(one.title, 2), *([Text(note, "quote")] if note else []), *blocks]
    if not found:
        return []
    title = content.texts(page.language)["pages"]["session"].format(number=session.number)
    return [Heading(f"{title}. {session.title}", 1), *found, NewPage()]
