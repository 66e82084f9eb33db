"""What is known of a room, ready for reports: its answers as far as they may be shown, and the figures read off them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from govcourse import content, kinds
from govcourse.assessment.again import Kept
from govcourse.assessment.debrief import Debrief, debrief, respondents
from govcourse.content.activity import ActivityBase
from govcourse.content.instruments import Instrument
from govcourse.json_types import Json
from govcourse.kinds import access
from govcourse.kinds.questions import QuestionShown, for_room, listed
from govcourse.kinds.report import RoomAnswers
from govcourse.kinds.reviews import Reviewed, reviewed
from govcourse.kinds.reviews import given as given_reviews
from govcourse.store import Room, Store
from govcourse.text import cleaned

Answers = dict[str, list[Json]]  # by activity
Signed = list[tuple[str, Json]]  # the team's name, "" for what somebody gave alone; and the answer


@dataclass(frozen=True)
class Cohort:
    """One room, or several of a country. `answers` holds only what may be shown, and `teams` whose they are, "" for what
    somebody gave alone; `too_few` names what is held back altogether, `alone` how many answers of single people to a team's
    exercise are held back. `exercises` are all that there were to do."""

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
    teams: dict[str, list[str]] = field(default_factory=dict)
    alone: dict[str, int] = field(default_factory=dict)
    exercises: list[str] = field(default_factory=list)
    questions: list[QuestionShown] = field(default_factory=list)  # where enough people asked
    questions_held: int = 0  # how many are held back, as few people asked
    again: Kept | None = None  # an earlier room's assessment, where its facilitator brought it in


def of_room(store: Store, room: Room, language: str = "en", least: int = access.SMALLEST) -> Cohort:
    settings = store.rooms.activities(room.code)
    todo = [
        one
        for one in content.in_course_order()
        if not set(content.run_sheets_of(one.id)).isdisjoint(room.sessions)
    ]
    ids = [one.id for one in todo if access.sees("facilitator", one)]
    found = signed(store, room, ids, settings)
    answers = {id: [answer for _, answer in some] for id, some in found.items()}
    by = {id: [who for who, _ in some] for id, some in found.items()}
    facts = {name: room.settings.get(name) or "" for name in ("country", "date")} | {"code": room.code}
    people = store.rooms.counts(room.code)["participants"]
    made = make(room.title or room.code, people, answers, facts, language, least, settings, by)
    members = {team.id: len(team.members) for team in store.teams.all(room.code)[0]}
    reviews = {
        id: reviewed(given_reviews(store.reviews.of_room(room.code, id), settings[id]), members, made.least)
        for id in answers
        if settings.get(id, {}).get("review")
    }
    asked = store.questions.all(room.code)
    shown = for_room(listed(asked, room.settings))
    enough = access.enough(len({one.author for one in asked}), made.least)
    return replace(
        made,
        reviews={id: one for id, one in reviews.items() if one["levels"]},
        exercises=[one.id for one in todo],
        questions=shown if enough else [],
        questions_held=0 if enough else len(shown),
        again=Kept.model_validate(again) if (again := room.settings.get("again")) else None,
    )


def signed(store: Store, room: Room, ids: Iterable[str], settings: Mapping[str, Json]) -> dict[str, Signed]:
    """A room's answers to these activities, each with its team, without what the facilitator hid."""
    names = {team.id: team.name for team in store.teams.all(room.code)[0]}
    made: dict[str, Signed] = {}
    for id in ids:
        given = store.answers.of_room(room.code, id)
        shown = seen(id, given, settings.get(id, {}))
        made[id] = list(zip((names.get(who, "") for who in given), shown, strict=True))
    return made


def seen(activity: str, answers: Mapping[str, Json], settings: Json) -> list[Json]:
    """Answers by whose they are, as a list; `settings` are what the facilitator did with them: what was hidden is not there."""
    return kinds.kind(activity).shown_answers(content.activity(activity), answers, settings)


def of_rooms(
    title: str,
    cohorts: list[Cohort],
    language: str = "en",
    least: int = access.SMALLEST,
    raw: Sequence[Mapping[str, Signed]] = (),
) -> Cohort:
    """Several rooms as one; `raw` are their answers before anything was held back."""
    together: dict[str, Signed] = {}
    shown = [
        {id: list(zip(one.teams[id], some, strict=True)) for id, some in one.answers.items()}
        for one in cohorts
    ]
    for cohort, answers in zip(cohorts, raw or shown, strict=True):
        for id, given in answers.items():
            signed = [(f"{who} ({cohort.title})" if who else "", answer) for who, answer in given]
            together.setdefault(id, []).extend(signed)
    all = {id: [answer for _, answer in some] for id, some in together.items()}
    teams = {id: [who for who, _ in some] for id, some in together.items()}
    made = make(title, sum(one.people for one in cohorts), all, {}, language, least, teams=teams)
    todo = {id for one in cohorts for id in one.exercises}
    return replace(
        made,
        exercises=[one.id for one in content.in_course_order() if one.id in todo],
        questions=[question for one in cohorts for question in one.questions],
        questions_held=sum(one.questions_held for one in cohorts),
    )


def of_archive(archive: object, language: str = "en", least: int = access.SMALLEST) -> Cohort:
    """A room as a file of `govcourse room export` kept it. Raises ValueError for another file."""
    tables: Any = archive.get("tables") if isinstance(archive, dict) else None
    try:
        (room,) = tables["rooms"]
        people = [one for one in tables["participants"] if not one.get("is_team")]
        names = {one["id"]: one["name"] for one in tables["participants"] if one.get("is_team")}
        settings = {row["activity"]: row["settings"] for row in tables.get("room_activities", [])}
        found: dict[str, dict[str, Json]] = {}
        for row in tables["answers"]:
            if (id := row["activity"]) in content.activity_ids():
                found.setdefault(id, {})[row["participant"]] = kinds.validate(id, row["document"])
        answers = {id: seen(id, given, settings.get(id, {})) for id, given in found.items()}
        teams = {id: [names.get(who, "") for who in given] for id, given in found.items()}
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError("This is not the archive of one room.") from error
    facts = {"code": room["code"], "date": (room.get("settings") or {}).get("date") or ""}
    return make(room.get("title") or room["code"], len(people), answers, facts, language, least, teams=teams)


def make(
    title: str,
    people: int,
    answers: Answers,
    facts: dict[str, str],
    language: str,
    least: int,
    moderation: dict[str, Json] | None = None,
    teams: Mapping[str, Sequence[str]] | None = None,
) -> Cohort:
    """The one way to a cohort: what was stored before texts were cleaned breaks no report.

    `teams` says in the order of the answers whose they are, "" for what somebody gave alone; of an activity that it does
    not name, what belongs to teams is theirs, as they are numbered.
    """
    title, answers, facts = cleaned([title, answers, facts])
    least = access.threshold(least)
    given = {
        id: [one for one in _signed(id, some, teams or {}, language) if one[1]]
        for id, some in answers.items()
    }
    shown = {id: _shown(id, some, people, least) for id, some in given.items()}
    held = {id: len(some) - len(shown[id]) for id, some in given.items()}
    return Cohort(
        title, people, {id: [one for _, one in some] for id, some in shown.items() if some},
        {id: len(some) for id, some in given.items() if some},
        [id for id, some in given.items() if some and not shown[id]], facts, language, least,
        datetime.now(UTC).date().isoformat(), moderation or {},
        teams={id: [who for who, _ in some] for id, some in shown.items()},
        alone={id: n for id, n in held.items() if n and shown[id]},
        exercises=list(answers),
    )  # fmt: skip


def _signed(id: str, answers: list[Json], teams: Mapping[str, Sequence[str]], language: str) -> Signed:
    if id in teams:
        return list(zip(teams[id], answers, strict=True))
    name = content.texts(language)["pages"]["team_n"] if content.activity(id).owner == "team" else ""
    return [(name.format(n=n), answer) for n, answer in enumerate(answers, 1)]


def _shown(id: str, given: Signed, people: int, least: int) -> Signed:
    """What a report may use: all or none of what people gave each for themselves, and all or none of what teams made."""
    activity = content.activity(id)
    if activity.owner != "team":
        return given if access.sees("report", activity, answers=len(given), least=least) else []
    alone = sum(not who for who, _ in given)
    made = access.sees("report", activity, people=people, least=least)
    return [one for one in given if made and (one[0] or access.enough(alone, least))]


# ---- what the report's sections rest on


def given(cohort: Cohort, activity: ActivityBase) -> RoomAnswers:
    """The answers to one activity, for its kind's report."""
    settings = cohort.moderation.get(activity.id, {})
    teams = cohort.teams.get(activity.id, [])
    others = {id: cohort.answers.get(id, []) for id in kinds.kind(activity.id).reads(activity)}
    return RoomAnswers(cohort.answers.get(activity.id, []), cohort.least, settings, teams, others)


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
