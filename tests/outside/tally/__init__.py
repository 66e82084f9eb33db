"""The tally: how many came to each window. A whole kind in a package of its own, for tests and as a pattern."""

from typing import Annotated

from govcourse.content.activity import ActivityBase
from govcourse.content.loading import Strict
from govcourse.content.models import Id, Text
from govcourse.kinds.answers import AnswerModel, Long, unknown
from govcourse.kinds.base import Json, Kind
from govcourse.kinds.outline import Outline, at, say, table
from govcourse.kinds.shapes import Counted
from pydantic import Field
from typing_extensions import TypedDict


class Window(Strict):
    id: Id
    title: Text


class Tally(ActivityBase):
    """People are counted at `windows`; `question` asks what one makes of it."""

    windows: Annotated[list[Window], Field(min_length=1)]
    question: Text


class Answer(AnswerModel):
    """`counts` by window; `why` answers the question."""

    counts: dict[str, Annotated[int, Field(ge=0, le=999)]] = {}
    why: Long = ""


class Counts(Counted):
    """What was counted at each window."""

    counts: dict[str, int]


class Windows(TypedDict):
    windows: list[Window]


class Tallies(Kind[Tally, Answer]):
    Activity, Answer = Tally, Answer
    Figures, Results = Counts, Windows
    sums = True

    def keys(self, activity: Tally) -> dict[str, list[str]]:
        return {"counts": [window.id for window in activity.windows]}

    def check(self, answer: Answer, activity: Tally) -> None:
        unknown("counts", answer.counts, self.keys(activity)["counts"])

    def outline(self, activity: Tally) -> Outline:
        window = at("id", of="windows")
        return {
            "parts": [
                {"title": say("outline_counts"), "lines": [{"each": "counts", "label": window, "text": at("value")}]},
                {"lines": [{"label": activity.question, "text": at("why")}]},
            ],
            "done": [{"each": "$windows", "check": at("/counts/{id}")}, {"check": at("why")}],
            "feeds": [{"each": "counts", "id": at("id"), "name": window, "by": at("value")}],
            "tables": {"windows": table(activity.windows)},
            "paper": [activity.question],
        }  # fmt: skip

    def figures(self, activity: Tally, answers: list[Json]) -> Counts:
        counts = {
            window.id: sum(answer.get("counts", {}).get(window.id, 0) for answer in answers)
            for window in activity.windows
        }
        return {"n": len(answers), "counts": counts}

    def results(self, activity: Tally) -> Windows:
        return {"windows": activity.windows}


kind = Tallies()
