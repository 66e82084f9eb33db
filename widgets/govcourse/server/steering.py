"""What a facilitator changes in a room, and what ends with it: countdowns and presentations belong to something."""

import time
from collections.abc import Mapping

from govcourse import content
from govcourse.json_types import Json
from govcourse.server.api import Api
from govcourse.server.payloads import Timed, Timer
from govcourse.store import Room

LONGEST = 36_000  # seconds of a countdown


def seconds(value: object) -> bool:
    """Whether a countdown may be so long."""
    return type(value) is int and 0 <= value <= LONGEST


def countdown(seconds: int, title: str, of: Timed, activity: str | None = None) -> Timer | None:
    """As screens get it: `ends` in milliseconds since 1970, UTC; None for 0, which stops it."""
    if not seconds:
        return None
    ends = now() + seconds * 1000
    return {"ends": ends, "seconds": seconds, "title": title, "of": of, "activity": activity}


def now() -> int:
    return int(time.time() * 1000)


def steer(api: Api, room: Room, who: str, settings: Json, activities: Mapping[str, Json]) -> Room:
    """Sets what is valid of the room and of its activities (here `timer` in seconds), and tells everybody once."""
    known, timed = api.store.rooms.activities(room.code), settings
    for id, changes in activities.items():
        changes = {**changes}
        if (given := changes.pop("timer", None)) is not None:
            timed = {**timed, "timer": countdown(given, content.activity(id).title, "exercise", id)}
        if changes.get("state") == "open" != known.get(id, {}).get("state") and "opened" not in changes:
            changes["opened"] = now()
        api.store.rooms.set_activity(room.code, id, changes)
    room = api.store.rooms.change(room.code, **timed, **ended(room, timed, activities))
    done = [f"{name} {_told(value)}" for name, value in settings.items()]
    done += [
        f"{id}: {', '.join(f'{name} {_told(value)}' for name, value in changes.items())}"
        for id, changes in activities.items()
    ]
    api.store.acts.record(room.code, who, "; ".join(done))
    api.settings["govcourse_hub"].changed(room.code)
    return room


def ended(room: Room, settings: Json, activities: Mapping[str, Json]) -> Json:
    """What is over by a change: the clock of an exercise that is closed, a presentation or a break when an exercise is
    opened, and all of it when the room goes to another step or session, or ends."""
    timer, over = room.settings.get("timer"), settings.get("status", "open") != "open"
    over = over or settings.get("session", room.settings.get("session")) != room.settings.get("session")
    opened = any(one.get("state") == "open" for one in activities.values())
    gone: Json = {}
    if room.settings.get("presents") and "presents" not in settings and (over or opened or "run" in settings):
        gone["presents"] = None
    if timer and "timer" not in settings:
        of, its = timer.get("of", "exercise"), activities.get(timer.get("activity") or "", {})
        presents = {**room.settings, **settings, **gone}.get("presents")
        if (
            over
            or "run" in settings
            or its.get("state") == "closed"
            or (opened and of == "break")
            or (of == "presentation" and not presents)
        ):
            gone["timer"] = None
    return gone


def _told(value: object) -> object:
    """As the log has it: how many notes, not which."""
    if isinstance(value, dict):
        return value.get("step", value.get("seconds", len(value)))
    return len(value) if isinstance(value, list) else value
