"""The case explorer: the case library to filter, search, compare and save from."""

from govcourse import content
from govcourse.json_types import Json
from govcourse.kinds.answers import unknown
from govcourse.kinds.base import Kind
from govcourse.kinds.explorer import rules, shapes
from govcourse.kinds.explorer.activity import Explorer
from govcourse.kinds.explorer.answer import Answer as ExplorerAnswer
from govcourse.kinds.outline import Line, Outline, at, either, table
from govcourse.kinds.tables import Table


class CaseExplorer(Kind[Explorer, ExplorerAnswer]):
    Activity, Answer = Explorer, ExplorerAnswer
    Spec, Figures, Results = shapes.Spec, shapes.Figures, shapes.Results
    sums = True

    def spec(self, activity: Explorer) -> shapes.Spec:
        """The cases whole, as they can be searched, and the names of goals and principles."""
        cases = [
            shapes.Case(**case.model_dump(exclude={"origin"}), period=rules.period(case.year))
            for case in sorted(content.cases(), key=lambda one: (min(one.sessions), one.title))
        ]
        goals = {str(goal.number): goal.title for goal in content.goals().goals}
        principles = {one.id: one.title for one in content.principles()}
        return {"cases": cases, "goals": goals, "principles": principles, "labels": content.texts()["cases"]}

    def keys(self, activity: Explorer) -> dict[str, list[str]]:
        return {"saved": list(content.case_ids())}

    def check(self, answer: ExplorerAnswer, activity: Explorer) -> None:
        unknown("saved", answer.saved, content.case_ids())

    def outline(self, activity: Explorer) -> Outline:
        saved: Line = {"each": "saved", "label": at("id", of="cases"), "text": either(at("value"), "✓")}
        return {
            "parts": [{"lines": [saved]}],
            "done": [{"each": "saved", "check": at("id"), "enough": 1}],
            "tables": {"cases": table(content.cases())},
        }

    def tables(self, activity: Explorer, language: str = "en") -> "list[Table]":
        from govcourse.kinds.explorer.tables import tables

        return tables(activity, language)

    def figures(self, activity: Explorer, answers: list[Json]) -> shapes.Figures:
        return rules.figures(activity, answers)

    def results(self, activity: Explorer) -> shapes.Results:
        return {"cases": [{"id": case.id, "title": case.title} for case in content.cases()]}


kind = CaseExplorer()
