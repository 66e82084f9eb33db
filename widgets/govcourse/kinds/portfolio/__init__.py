"""The portfolio: everything that a learner did in one place, and the certificate of completion."""

from typing import TYPE_CHECKING

from govcourse import content
from govcourse.kinds.answers import unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Entry, Outline, at, say
from govcourse.kinds.portfolio import rules, shapes
from govcourse.kinds.portfolio.activity import Portfolio
from govcourse.kinds.portfolio.answer import Answer as PortfolioAnswer
from govcourse.kinds.shapes import Earned

if TYPE_CHECKING:
    from govcourse.kinds.report import Report


class Portfolios(Kind[Portfolio, PortfolioAnswer]):
    Activity, Answer = Portfolio, PortfolioAnswer
    Spec = shapes.Spec
    gathers = True

    def spec(self, activity: Portfolio) -> shapes.Spec:
        return {
            "course": content.course().title,
            "titles": {session.number: session.title for session in content.sessions()},
        }

    def reads(self, activity: Portfolio) -> list[str]:
        """Everything that the learner does."""
        return [one.id for one in content.in_course_order() if one.id != activity.id]

    def keys(self, activity: Portfolio) -> dict[str, list[str]]:
        return {"notes": self.reads(activity)}

    def check(self, answer: PortfolioAnswer, activity: Portfolio) -> None:
        unknown("left_out", answer.left_out, self.reads(activity))
        unknown("notes", answer.notes, self.reads(activity))

    def outline(self, activity: Portfolio) -> Outline:
        titles: list[Entry] = [{"id": id, "title": content.activity(id).title} for id in self.reads(activity)]
        return {
            "parts": [
                {"lines": [{"each": "notes", "label": at("id", of="activities"), "text": at("value")}]}
            ],
            "done": [{"check": at("name")}],
            "tables": {"activities": titles},
            "names": {"name": say("name")},
        }

    def earned(self, activity: Portfolio, shares: dict[str, tuple[int, int]]) -> Earned:
        return rules.complete(activity, shares)

    def report(self) -> "Report[Portfolio]":
        from govcourse.kinds.portfolio.report import PortfolioReport

        return PortfolioReport(self)

    def formats(self, activity: Portfolio) -> list[str]:
        return ["docx", "pdf", "certificate"]


kind = Portfolios()
