"""The case explorer: what an answer is, and what its view is told."""

import re

from govcourse import content
from govcourse.content.activity_models import Explorer
from govcourse.kinds.answers import AnswerModel, Long, unknown


class Answer(AnswerModel):
    """Saved cases, each with a note."""

    saved: dict[str, Long] = {}


def period(year: str) -> str:
    """Decade of the first year that is named, such as "2010s"; "" without one."""
    found = re.search(r"\b(19|20)\d\d\b", year)
    return f"{found[0][:3]}0s" if found else ""


def spec(activity: Explorer) -> dict:
    """The cases whole, as they can be searched, and the names of goals and principles."""
    cases = [
        {**case.model_dump(exclude={"origin"}), "period": period(case.year)}
        for case in sorted(content.cases(), key=lambda one: (min(one.sessions), one.title))
    ]
    goals = {str(goal.number): goal.title for goal in content.goals().goals}
    principles = {one.id: one.title for one in content.principles()}
    return {"cases": cases, "goals": goals, "principles": principles}


def brief(activity: Explorer) -> dict:
    return {"cases": [{"id": case.id, "title": case.title} for case in content.cases()]}


def ids(activity: Explorer) -> dict[str, list[str]]:
    return {"saved": list(content.case_ids())}


def check(answer: Answer, activity: Explorer) -> None:
    """Raises AnswerError for a case that the library does not have."""
    unknown("saved", answer.saved, content.case_ids())
