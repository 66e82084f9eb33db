"""How far a learner has come: by exercise, by chapter and in the whole course. What counts as done is said here alone."""

from collections.abc import Mapping
from typing import Literal, NotRequired

from typing_extensions import TypedDict

from govcourse import content, kinds
from govcourse.content.activity import ActivityBase
from govcourse.json_types import Json

State = Literal["open", "begun", "done"]


class ExerciseSeen(TypedDict):
    """An exercise of a chapter, and how far it is; `minutes` are what it takes. Once begun, `done` of what is `asked` is there."""

    id: str
    title: str
    minutes: int
    state: State
    done: int
    asked: int


class ChapterSeen(TypedDict):
    """A session, or a chapter beside the sessions: `page` is its address, `done` and `begun` count its exercises."""

    page: str
    title: str
    session: int
    exercises: list[ExerciseSeen]
    done: int
    begun: int


class Journey(TypedDict):
    """Chapters in the course's order; `next` is the exercise to go on with, none when all are done."""

    chapters: list[ChapterSeen]
    done: int
    begun: int
    all: int
    next: NotRequired[ExerciseSeen]
    next_page: NotRequired[str]


def seen(one: ActivityBase, answer: Json) -> ExerciseSeen:
    """Done when everything that the exercise asks for is there; begun when anything is."""
    done, asked = kinds.progress(one.id, answer) if answer else (0, 0)
    state: State = "open" if not answer else "done" if done >= asked else "begun"
    return {
        "id": one.id, "title": one.title, "minutes": one.minutes, "state": state, "done": done, "asked": asked,
    }  # fmt: skip


def journey(answers: Mapping[str, Json], last: str | None = None) -> Journey:
    """What stands on the way of whoever gave `answers`; `last` is the exercise that was worked on last, if any was."""
    chapters = [
        *(_chapter(f"sessions/{one.number}", one.title, one.number, answers) for one in content.sessions()),
        *(
            _chapter(f"further/{more.id}", more.title, one.number, answers)
            for one in content.sessions()
            for more in one.further
        ),
    ]
    way = [(chapter["page"], exercise) for chapter in chapters for exercise in chapter["exercises"]]
    told: Journey = {
        "chapters": chapters,
        "done": sum(one["done"] for one in chapters),
        "begun": sum(one["begun"] for one in chapters),
        "all": len(way),
    }
    here = next((place for place, (_, one) in enumerate(way) if one["id"] == last), 0)
    going_on = (one for one in (*way[here:], *way[:here]) if one[1]["state"] != "done")
    if found := next(going_on, None):
        told["next_page"], told["next"] = found
    return told


def page_of(activity: ActivityBase) -> str:
    """The address of the page on which an activity stands."""
    return content.notebook_of(activity).replace("session-", "sessions/").replace("further-", "further/")


def _chapter(page: str, title: str, session: int, answers: Mapping[str, Json]) -> ChapterSeen:
    exercises = [
        seen(one, answers.get(one.id, {})) for one in content.in_course_order() if page_of(one) == page
    ]
    return {
        "page": page,
        "title": title,
        "session": session,
        "exercises": exercises,
        "done": sum(one["state"] == "done" for one in exercises),
        "begun": sum(one["state"] == "begun" for one in exercises),
    }
