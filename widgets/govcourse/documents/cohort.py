"""What is known of a room, ready for reports: its answers as far as they may be shown, and the figures read off them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from govcourse import content, kinds
from govcourse.assessment.debrief import Debrief, debrief, respondents
from govcourse.content.activity import ActivityBase
from govcourse.content.instruments import Instrument
from govcourse.json_types import Json
from govcourse.kinds import access
from govcourse.kinds.report import RoomAnswers
from govcourse.kinds.reviews import Reviewed, reviewed
from govcourse.kinds.reviews import given as given_reviews
from govcourse.store import Room, Store
from govcourse.text import cleaned

Answers = dict[str, list[Json]]  # by activity


@dataclass(frozen=True)
class Cohort:
    """One room, or several of a country. `answers` holds only what may be shown; `too_few` names what is held back."""

    title: str
    people: int
    answers: Answers
    counts: dict[str, int]
    too_few: list[str]
    facts: dict[str, str] = field(default_factory=dict)  # country, date, code
    language: str = "en"
    least: int = access.SMALLEST
    made: str = ""
    moderation: dict[str, Json] = field(default_factory=dict)
    reviews: dict[str, Reviewed] = field(default_factory=dict)  # of enough people


def of_room(store: Store, room: Room, language: str = "en", least: int = access.SMALLEST) -> Cohort:
    settings = store.rooms.activities(room.code)
    answers = {
        one.id: seen(one.id, store.answers.of_room(room.code, one.id), settings.get(one.id, {}))
        for one in content.in_course_order()
        if access.sees("facilitator", one)
        and not set(content.run_sheets_of(one.id)).isdisjoint(room.sessions)
    }
    facts = {name: room.settings.get(name) or "" for name in ("country", "date")} | {"code": room.code}
    people = store.rooms.counts(room.code)["participants"]
    made = make(room.title or room.code, people, answers, facts, language, least, settings)
    members = {team.id: len(team.members) for team in store.teams.all(room.code)[0]}
    found = {
        id: reviewed(given_reviews(store.reviews.of_room(room.code, id), settings[id]), members, made.least)
        for id in answers
        if settings.get(id, {}).get("review")
    }
    return replace(made, reviews={id: one for id, one in found.items() if one["levels"]})


def seen(activity: str, answers: Mapping[str, Json], settings: Json) -> list[Json]:
    """Answers by whose they are, as a list; `settings` are what the facilitator did with them: what was hidden is not there."""
    return kinds.kind(activity).shown_answers(content.activity(activity), answers, settings)


def of_rooms(
    title: str,
    cohorts: list[Cohort],
    language: str = "en",
    least: int = access.SMALLEST,
    raw: Sequence[Answers] = (),
) -> Cohort:
    """Several rooms as one; `raw` are their answers before anything was held back."""
    together: Answers = {}
    for answers in raw or [one.answers for one in cohorts]:
        for id, given in answers.items():
            together.setdefault(id, []).extend(given)
    return make(title, sum(one.people for one in cohorts), together, {}, language, least)


def of_archive(archive: object, language: str = "en", least: int = access.SMALLEST) -> Cohort:
    """A room as a file of `govcourse room export` kept it. Raises ValueError for another file."""
    tables: Any = archive.get("tables") if isinstance(archive, dict) else None
    try:
        (room,) = tables["rooms"]
        people = [one for one in tables["participants"] if not one.get("is_team")]
        settings = {row["activity"]: row["settings"] for row in tables.get("room_activities", [])}
        found: dict[str, dict[str, Json]] = {}
        for row in tables["answers"]:
            if (id := row["activity"]) in content.activity_ids():
                found.setdefault(id, {})[row["participant"]] = kinds.validate(id, row["document"])
        answers = {id: seen(id, given, settings.get(id, {})) for id, given in found.items()}
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError("This is not the archive of one room.") from error
    facts = {"code": room["code"], "date": (room.get("settings") or {}).get("date") or ""}
    return make(room.get("title") or room["code"], len(people), answers, facts, language, least)


def make(
    title: str,
    people: int,
    answers: Answers,
    facts: dict[str, str],
    language: str,
    least: int,
    moderation: dict[str, Json] | None = None,
) -> Cohort:
    """The one way to a cohort: what was stored before texts were cleaned breaks no report."""
    title, answers, facts = cleaned([title, answers, facts])
    least = access.threshold(least)
    given = {id: [one for one in some if one] for id, some in answers.items()}
    shown = {id: access.shown(content.activity(id), some, people, least) for id, some in given.items()}
    return Cohort(
        title, people, {id: some for id, some in shown.items() if some}, {id: len(some) for id, some in given.items() if some},
        [id for id, some in given.items() if some and not shown[id]], facts, language, least,
        datetime.now(UTC).date().isoformat(), moderation or {},
    )  # fmt: skip


# ---- what the report's sections rest on


def given(cohort: Cohort, activity: ActivityBase) -> RoomAnswers:
    """The answers to one activity, for its kind's report."""
    settings = cohort.moderation.get(activity.id, {})
    return RoomAnswers(cohort.answers.get(activity.id, []), cohort.least, settings)


def assessed(cohort: Cohort) -> tuple[Instrument | None, Debrief | None]:
    """The instrument that the course's assessment uses, and the debrief of it; None of fewer than may be shown."""
    try:
        activity = content.assessment()
    except KeyError:
        return None, None
    instrument = content.instrument(activity.instrument)
    given = respondents(cohort.answers.get(activity.id, []), instrument)
    few = not access.enough(len(given), cohort.least)
    return instrument, None if few else debrief(given, instrument, access.threshold(cohort.least))


def assessed_by(cohort: Cohort) -> int:
    """How many answered the assessment."""
    return sum(cohort.counts.get(one.id, 0) for one in content.reported("assessment"))
