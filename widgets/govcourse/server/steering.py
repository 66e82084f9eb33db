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
    moved = {**projected(room, settings, activities), **ended(room, timed, activities)}
    room = api.store.rooms.change(room.code, **timed, **moved)
    done = [f"{name} {_told(value)}" for name, value in settings.items()]
    done += [
        f"{id}: {', '.join(f'{name} {_told(value)}' for name, value in changes.items())}"
        for id, changes in activities.items()
    ]
    api.store.acts.record(room.code, who, "; ".join(done))
    hub = api.settings["govcourse_hub"]
    hub.changed(room.code)
    if any(name.startswith("questions_") for name in settings):
        hub.asked(room.code)
    return room


def projected(room: Room, settings: Json, activities: Mapping[str, Json]) -> Json:
    """Which activity projectors go to: what all look at from now on, or what is opened or revealed; none in another session."""
    if look := settings.get("look"):
        return {"shown": look}  # a debrief with the results of which it speaks
    if revealed := [id for id, one in activities.items() if _reveals(one)]:
        return {"shown": revealed[-1]}
    return {"shown": None} if "look" in settings or _elsewhere(room, settings) else {}


def _reveals(changes: Json) -> bool:
    return bool({changes.get("state"), changes.get("review"), changes.get("results")} & {"open", "shown"})


def _elsewhere(room: Room, settings: Json) -> bool:
    last = room.settings.get("session")
    return bool(settings.get("session", last) != last)


def ended(room: Room, settings: Json, activities: Mapping[str, Json]) -> Json:
    """What is over by a change: the clock of an exercise that is closed, a presentation or a break when an exercise is
    opened (a presentation, and questions on projectors, also when something else is shown), and all of it when the room goes to another step or session, or ends."""
    timer, over = room.settings.get("timer"), settings.get("status", "open") != "open"
    over = over or _elsewhere(room, settings)
    opened = any(one.get("state") == "open" for one in activities.values())
    gone: Json = {}
    turned = bool(settings.get("look")) or any(map(_reveals, activities.values()))
    other = over or turned or "run" in settings
    shown = room.settings.get("questions_shown") and "questions_shown" not in settings
    if shown and (other or settings.get("presents")):
        gone["questions_shown"] = False
    if room.settings.get("presents") and other and "presents" not in settings:
        gone["presents"] = None
    presents = {**room.settings, **settings, **gone}.get("presents")
    if room.settings.get("work") and not presents:
        gone["work"] = None
    if timer and "timer" not in settings:
        of, its = timer.get("of", "exercise"), activities.get(timer.get("activity") or "", {})
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
