"""What a room shows of its activities: opened, closed, timed, moderated, summed up."""

import hashlib
import json
from typing import Any, cast

from govcourse import content, kinds
from govcourse.content.activity import ActivityBase
from govcourse.json_types import Json
from govcourse.kinds import questions
from govcourse.kinds.access import sees
from govcourse.kinds.moderation import keyed, moderated, moderation, newest, root
from govcourse.kinds.releases import Releases
from govcourse.kinds.reviews import reviewable
from govcourse.server.again import before
from govcourse.server.api import Api
from govcourse.server.errors import ApiError
from govcourse.server.payloads import ActivityShown, RoomActivityState, RoomFacts, RoomShown, RoomState, Timer
from govcourse.server.steering import seconds, steer
from govcourse.store import Room, Store

LONGEST = 100  # characters of a key of moderation


def belongs(activity: str, room: Room) -> bool:
    """Whether an activity is of a session, or a day, that the room goes through."""
    return not set(content.run_sheets_of(activity)).isdisjoint(room.sessions)


def listed(store: Store, room: Room) -> list[RoomActivityState]:
    """The room's activities in course order, with what the facilitator set."""
    settings = store.rooms.activities(room.code)
    found = [one for one in content.in_course_order() if belongs(one.id, room)]
    return [
        {
            "id": one.id, "title": one.title, "kind": one.kind, "sessions": list(content.run_sheets_of(one.id)),
            "state": settings.get(one.id, {}).get("state", "closed"),
            "results": settings.get(one.id, {}).get("results", "hidden"),
            "review": settings.get(one.id, {}).get("review", "none"),
            "moderation": moderation(settings.get(one.id, {})),
            "opened": settings.get(one.id, {}).get("opened"),
            "stamp": _stamp(settings.get(one.id, {})),
            "extras": settings.get(one.id, {}).get("extras", []),
            "phase": settings.get(one.id, {}).get("phase"),
            "order": settings.get(one.id, {}).get("order", "question"),
            "texts": settings.get(one.id, {}).get("texts", "cloud"),
        }
        for one in found
    ]  # fmt: skip


def _timer(kept: Json | None) -> Timer | None:
    """A countdown that an earlier version began belongs to no exercise."""
    return cast(Timer, {"of": "exercise", "activity": None, **kept}) if kept else None


def _stamp(settings: Json) -> str:
    return _digest(moderation(settings))


def _digest(what: object) -> str:
    return hashlib.sha256(json.dumps(what, default=vars).encode()).hexdigest()[:12]


def as_shown(state: RoomState) -> RoomShown:
    """Without what only facilitators are told: ids and texts of what they hid, names of groups that are not shown yet, the projector."""
    activities = [{name: one[name] for name in ActivityShown.__annotations__} for one in state["activities"]]  # type: ignore[literal-required]
    facts = {name: state[name] for name in RoomFacts.__annotations__}  # type: ignore[literal-required]
    return cast(RoomShown, {**facts, "activities": activities})


def state(store: Store, room: Room) -> RoomState:
    """What facilitators see of a room."""
    settings = room.settings
    presents = settings.get("presents")
    team = store.teams.get(presents) if presents else None
    return {
        "code": room.code,
        "title": room.title,
        "sessions": room.sessions,
        "status": room.status,
        "session": settings.get("session"),
        "look": settings.get("look"),
        "timer": _timer(settings.get("timer")),
        "message": settings.get("message"),
        "run": settings.get("run"),
        "language": settings.get("language"),
        "presents": presents,
        "presented": settings.get("presented"),
        "order": settings.get("order"),
        "presenter": team.name if team else None,
        "practice": settings.get("practice", False),
        "teams": _digest(store.teams.all(room.code)[0]),
        "questions": settings.get("questions", "closed"),
        "shown": settings.get("shown", settings.get("look")),
        "locked": settings.get("locked", False),
        "removed": settings.get("removed", []),
        "questions_shown": settings.get("questions_shown", False),
        "asked": questions.moderated(settings),
        "work": settings.get("work"),
        "screen": settings.get("screen"),
        "activities": listed(store, room),
    }


class RoomActivity(Api):
    """Opens, closes, reveals, moderates, times (in seconds).

    `hidden`, `approved` and `pinned` are keys of notes; with `moderate`, others see approved notes only. `merged` says
    by key which note another one is put under, `grouped` into which group. `extras` are the parts that are switched on, `phase` is the one into which all are taken, or null.
    `review` opens or closes the review by another team, whose reviews are hidden and approved as notes are. `opened` can only
    be null: it takes back that the activity was opened. `order` is that of bars, `texts` how the projector shows what was
    written. Projectors show what was opened or revealed last.
    """

    def put(self, code: str, activity: str) -> None:
        room, who = self.led(code)
        body = changes(self.activity(activity), self.body())
        steer(self, room, who, {}, {activity: body})
        self.reply(self.store.rooms.activities(room.code)[activity])


ALLOWED = {
    "state": ("closed", "open"),
    "results": ("hidden", "shown"),
    "review": ("open", "closed"),
    "order": ("question", "size"),
    "texts": ("cloud", "list"),
}


def changes(about: ActivityBase, body: Json) -> Json:
    """What may be changed of an activity. Raises ApiError with the first field that does not fit."""
    for field, value in body.items():
        if not _fits(field, value, about):
            raise ApiError(422, "invalid", field)
    return body


def _fits(field: str, value: Any, about: ActivityBase) -> bool:
    match field:
        case "review" if not reviewable(about):
            return False
        case "extras":
            extras = kinds.kind(about.id).extras(about)
            return isinstance(value, list) and all(one in extras for one in value)
        case "phase":
            return value in (None, *(one["id"] for one in kinds.kind(about.id).phases(about)))
        case "timer":
            return seconds(value)
        case "opened":
            return value is None
        case "moderate":
            return isinstance(value, bool)
        case "hidden" | "approved" | "pinned":
            return are_keys(value)
        case "merged" | "grouped":
            return (
                isinstance(value, dict)
                and len(value) <= 2000
                and all(
                    len(id) <= LONGEST and isinstance(into, str) and len(into) <= 100
                    for id, into in value.items()
                )
                and (
                    field == "grouped"
                    or all(root(id, value, {*value, *value.values()}) not in value for id in value)
                )
            )
    return value in ALLOWED.get(field, ())


def are_keys(value: Any) -> bool:
    """Whether this may be a list of keys of moderation."""
    return (
        isinstance(value, list)
        and len(value) <= 2000
        and all(isinstance(one, str) and len(one) <= LONGEST for one in value)
    )


class Summary(Api):
    """What a room answered, in figures: to the facilitator, and to participants once results are shown.

    With `?as=room` a facilitator gets what participants get: the projector shows it. With `?of=team` a participant gets how
    their own team's people answered, once results are shown, of a kind that tells it; with `?of=before` figures of an earlier
    room that were brought in beside this one's assessment.
    """

    def get(self, code: str, activity: str) -> None:
        room = self.room(code)
        facilitator = self.is_facilitator(room.code)
        if not facilitator:
            self.person(room)
        facilitator = facilitator and self.get_query_argument("as", "") != "room"
        about, settings = self.activity(activity), self.store.rooms.activities(room.code).get(activity, {})
        if not sees("facilitator", about):
            raise ApiError(403, "private")
        if not facilitator and not sees("room", about, revealed=settings.get("results") == "shown"):
            raise ApiError(403, "hidden")
        if self.get_query_argument("of", "") == "team":
            return self.reply(self._of_team(room, about))
        if self.get_query_argument("of", "") == "before" and about.id == content.assessment().id:
            return self.reply(kinds.plain({"before": before(room)}))
        try:
            answers = self.store.answers.of_room(room.code, activity)
            earlier = kinds.earlier(activity)
            first = self.store.answers.of_room(room.code, earlier) if earlier else {}
            pairs = [(first[who], answer) for who, answer in answers.items() if who in first]
            moderates = kinds.kind(activity).moderated
            figures = kinds.figures(activity, keyed(answers) if moderates else list(answers.values()), pairs)
        except KeyError:
            raise ApiError(404, "no_summary") from None
        if moderates:
            figures["notes"] = moderated(figures["notes"], settings, facilitator)
            if facilitator:
                ages = self.store.answers.by_age(room.code, activity)
                figures["newest"] = newest({who: answers[who] for who in ages if who in answers})
        self.reply(figures if facilitator else kinds.for_room(activity, figures))

    def _of_team(self, room: Room, about: ActivityBase) -> Json:
        """The answers of fewer than five, and those that follow by subtraction or by a second look, are not in it."""
        team = self.person(room).team
        by, answers = self.store.teams.by_person(room.code), self.store.answers.of_room(room.code, about.id)
        members = {who: one for who, one in answers.items() if team and by.get(who) == team}
        releases: Releases = self.settings["govcourse_releases"]
        inside = releases.take(room.code, f"{about.id} {team}", members)
        outside = [one for who, one in answers.items() if who not in inside]
        told = kinds.kind(about.id).spread(about, list(inside.values()), outside)
        if told is None:
            raise ApiError(404, "no_summary")
        return kinds.plain(told)


class RoomExercise(Api):
    """What the page of a participant needs to show an exercise that was opened."""

    def get(self, code: str, activity: str) -> None:
        room = self.room(code)
        if not self.is_facilitator(room.code):
            self.person(room)
        self.activity(activity)
        settings = self.store.rooms.activities(room.code).get(activity, {})
        led = {"extras": settings.get("extras", []), "led": settings.get("phase")}
        self.reply(
            {
                "spec": kinds.spec(activity) | led,
                "texts": kinds.texts(activity, self.language(room.language)),
            }
        )


ROUTES = [
    (r"/api/rooms/([^/]+)/exercises/([a-z0-9-]+)", RoomExercise),
    (r"/api/rooms/([^/]+)/activities/([a-z0-9-]+)", RoomActivity),
    (r"/api/rooms/([^/]+)/activities/([a-z0-9-]+)/summary", Summary),
]
