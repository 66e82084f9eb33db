"""What whoever leads a room can compute of it: its tables and charts, without what fewer than five people gave."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from govcourse import content, kinds
from govcourse.content.activity import ActivityBase
from govcourse.json_types import Json
from govcourse.kinds.access import SMALLEST, protected, sees, shown
from govcourse.kinds.releases import Releases
from govcourse.kinds.room_tables import of_room
from govcourse.store import Room, Store
from govcourse.text import cleaned


class RoomService:
    """A room's data as frames are made of it. `jupyter/rooms.py` says what is protected, and what is not."""

    def __init__(self, store: Store, releases: Releases):
        self.store, self.releases = store, releases

    def activities(self, room: Room) -> list[Json]:
        """In course order: `id`, `title`, `kind`, `sessions`, `owner`, `answers` (how many there are), `shown` (enough for a frame).

        It says what enough is without a look at the answers, which `Releases` would have to remember.
        """
        counts = self.store.rooms.counts(room.code)
        found: list[Json] = []
        for one in self._of(room):
            n = counts["answered"].get(one.id, 0)
            enough = n > 0 and sees("report", one, answers=n, people=counts["participants"])
            about = {"id": one.id, "title": one.title, "kind": one.kind, "owner": one.owner}
            found.append(
                {**about, "sessions": list(content.run_sheets_of(one.id)), "answers": n, "shown": enough}
            )
        return found

    def tables(self, room: Room, activity: str, language: str = "en") -> list[Json]:
        """The tables of an activity: `name`, `title`, `columns` (as kinds.tables.Column) and `rows`, none where too few answered.

        Raises KeyError, in words, for an activity that is not the room's, or private.
        """
        found = of_room(activity, self._given(room, self._one(room, activity)), language)
        return [
            {
                "name": one.name,
                "title": one.title,
                "columns": [asdict(column) for column in one.columns],
                "rows": one.rows,
            }
            for one in found
        ]

    def chart(self, room: Room, activity: str, language: str = "en") -> tuple[Any, ...]:
        """What the function `chart` needs, which may run in another process. Raises KeyError as `tables` does."""
        answers = self._given(room, self._one(room, activity))
        return activity, answers, self.store.rooms.activities(room.code).get(activity, {}), language

    def _of(self, room: Room) -> list[ActivityBase]:
        return [
            one
            for one in content.in_course_order()
            if sees("facilitator", one) and not set(content.run_sheets_of(one.id)).isdisjoint(room.sessions)
        ]

    def _one(self, room: Room, activity: str) -> ActivityBase:
        about = content.activity(activity)
        if not sees("facilitator", about):
            raise KeyError(f"“{about.title}” is private: it is in no frame of a room.")
        if about not in self._of(room):
            raise KeyError(f"“{about.title}” is of no session of this room. It has: {_list(self._of(room))}.")
        return about

    def _given(self, room: Room, about: ActivityBase) -> list[Json]:
        """The answers that may be given out now; none where they are too few."""
        answers = {who: one for who, one in self.store.answers.of_room(room.code, about.id).items() if one}
        if about.owner != "team":
            answers = self.releases.take(room.code, about.id, answers)
        people = self.store.rooms.counts(room.code)["participants"]
        made: list[Json] = cleaned(shown(about, list(answers.values()), people))
        return made


def chart(activity: str, answers: list[Json], moderation: Json, language: str = "en") -> Json:
    """A room's chart: `chart` (Vega-Lite) and `message`; or in `nothing`, in words, why there is none."""
    from govcourse.kinds.report import Page, RoomAnswers
    from govcourse.layout import brand

    about, its = content.activity(activity), kinds.kind(activity)
    given = answers if about.owner == "team" else protected(answers, its.keys(about), SMALLEST)
    made = its.report().room_chart(
        about, RoomAnswers(given, SMALLEST, moderation), Page(brand.current(), language)
    )
    if made is None:
        return {
            "nothing": f"“{about.title}” has no chart of a room, or too few answered. Draw one from frame()."
        }
    return {"chart": made.altair().to_dict(), "message": made.message}


def _list(activities: Iterable[ActivityBase]) -> str:
    return ", ".join(one.id for one in activities)
