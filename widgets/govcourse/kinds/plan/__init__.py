"""The action-plan builder: goals, their steps with seven components, a time line, advice."""

from typing import TYPE_CHECKING

from govcourse import content
from govcourse.kinds.answers import AnswerError, unique
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Line, Outline, at, either, every, join, say
from govcourse.kinds.plan import shapes
from govcourse.kinds.plan.activity import Plan
from govcourse.kinds.plan.answer import Answer as PlanAnswer

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table


class Plans(Kind[Plan, PlanAnswer]):
    Activity, Answer = Plan, PlanAnswer
    Spec = shapes.Spec

    def spec(self, activity: Plan) -> shapes.Spec:
        return {
            "principles": [{"id": one.id, "title": one.title} for one in content.principles()],
            "goals": [{"number": goal.number, "title": goal.title} for goal in content.goals().goals],
        }

    def check(self, answer: PlanAnswer, activity: Plan) -> None:
        known = {one.id for one in content.principles()}
        unique("goals", answer.goals)
        for g, goal in enumerate(answer.goals):
            if set(goal.principles) - known:
                raise AnswerError(f"goals.{g}.principles", "no_principle")
            unique(f"goals.{g}.steps", goal.steps)
            for s, step in enumerate(goal.steps):
                unique(f"goals.{g}.steps.{s}.milestones", step.milestones)
                unique(f"goals.{g}.steps.{s}.kpis", step.kpis)

    def outline(self, activity: Plan) -> Outline:
        step: Line = {
            "each": "steps",
            "label": join(at("owner"), at("end"), by=", "),
            "text": either(at("step"), say("untitled")),
        }
        return {
            "parts": [{"each": "goals", "title": at("title"), "lines": [step]}],
            "done": [{"each": "goals/*/steps", "check": every(at("step"), at("owner"), at("end"))}],
            "feeds": [
                {
                    "each": "goals",
                    "id": at("id"),
                    "name": at("title"),
                    "note": join(at("steps/*/step")),
                    "keeps": {
                        "evidence": at("evidence"),
                        "principles": at("principles"),
                        "sdgs": at("sdgs"),
                        "steps": at("steps"),
                    },
                }
            ],
            "names": {
                "goals/*": say("goal_label", n=at("#")),
                **{f"goals/*/{name}": say(name) for name in ("evidence", "principles", "sdgs")},
                "goals/*/steps/*": say("step_n", n=join(at("^#"), at("#"), by=".")),
                **{f"goals/*/steps/*/{name}": say(name) for name in ("support", "start", "end")},
                "goals/*/steps/*/owner": say("who"),
            },
            "paper": [component.title for component in activity.components],
        }

    def formats(self, activity: Plan) -> list[str]:
        return ["docx", "pdf", "pptx", "xlsx", "csv"]

    def tables(self, activity: Plan, language: str = "en") -> "list[Table]":
        from govcourse.kinds.plan.tables import tables

        return tables(activity, language)

    def report(self) -> "Report[Plan]":
        from govcourse.kinds.plan.report import PlanReport

        return PlanReport(self)


kind = Plans()
