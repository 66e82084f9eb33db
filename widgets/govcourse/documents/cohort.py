"""What is known of a room, ready for reports: its answers as far as they may be shown, and the figures read off them."""

import statistics
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from govcourse import content, kinds
from govcourse.kinds import anonymity
from govcourse.kinds.answers import words
from govcourse.kinds.matrix.summary import profile
from govcourse.kinds.plot.summary import ranking
from govcourse.store import Room, Store
from govcourse.text import cleaned


@dataclass(frozen=True)
class Cohort:
    """One room, or several of a country. `answers` holds only what may be shown; `too_few` names what is held back."""

    title: str
    people: int
    answers: dict[str, list[dict]]
    counts: dict[str, int]
    too_few: list[str]
    facts: dict[str, str] = field(default_factory=dict)  # country, date, code
    language: str = "en"
    least: int = anonymity.SMALLEST
    made: str = ""
    moderation: dict[str, dict] = field(default_factory=dict)


def of_room(store: Store, room: Room, language: str = "en", least: int = anonymity.SMALLEST) -> Cohort:
    answers = {
        one.id: list(store.room_answers(room.code, one.id).values())
        for one in content.in_course_order()
        if not one.private and set(one.sessions) & set(room.sessions)
    }
    facts = {name: room.settings.get(name) or "" for name in ("country", "date")} | {"code": room.code}
    people = store.counts(room.code)["participants"]
    return make(room.title or room.code, people, answers, facts, language, least, store.activities(room.code))


def of_rooms(
    title: str, cohorts: list[Cohort], language: str = "en", least: int = anonymity.SMALLEST, raw=None
) -> Cohort:
    """Several rooms as one; `raw` are their answers before anything was held back."""
    together: dict[str, list[dict]] = {}
    for answers in raw or [one.answers for one in cohorts]:
        for id, given in answers.items():
            together.setdefault(id, []).extend(given)
    return make(title, sum(one.people for one in cohorts), together, {}, language, least)


def of_archive(archive: dict, language: str = "en", least: int = anonymity.SMALLEST) -> Cohort:
    """A room as a file of `govcourse room export` kept it. Raises ValueError for another file."""
    tables = archive.get("tables") if isinstance(archive, dict) else None
    try:
        (room,) = tables["rooms"]
        people = [one for one in tables["participants"] if not one.get("is_team")]
        answers: dict[str, list[dict]] = {}
        for row in tables["answers"]:
            if row["activity"] in content.activity_ids():
                answers.setdefault(row["activity"], []).append(
                    kinds.validate(row["activity"], row["document"])
                )
    except (TypeError, KeyError, ValueError) as error:
        raise ValueError("This is not the archive of one room.") from error
    facts = {"code": room["code"], "date": (room.get("settings") or {}).get("date") or ""}
    return make(room.get("title") or room["code"], len(people), answers, facts, language, least)


def make(title, people, answers, facts, language, least, moderation=None) -> Cohort:
    """The one way to a cohort: what was stored before texts were cleaned breaks no report."""
    title, answers, facts = cleaned([title, answers, facts])
    least = anonymity.threshold(least)
    given = {id: [one for one in some if one] for id, some in answers.items()}
    shown = {id: anonymity.shown(id, some, people, least) for id, some in given.items()}
    return Cohort(
        title, people, {id: some for id, some in shown.items() if some}, {id: len(some) for id, some in given.items() if some},
        [id for id, some in given.items() if some and not shown[id]], facts, language, least,
        datetime.now(UTC).date().isoformat(), moderation or {},
    )  # fmt: skip


# ---- figures; each is None where nothing may be shown


def debrief(cohort: Cohort) -> dict | None:
    found = kinds.figures("dtca", cohort.answers.get("dtca", []))
    return None if "too_few" in found or found["n"] < cohort.least else found


def maturity(cohort: Cohort) -> list[dict] | None:
    """Per pillar the median of today and of the target over those who placed it, and how many they are."""
    activity = content.activity("maturity-grid")
    profiles = [profile(activity, answer) for answer in cohort.answers.get("maturity-grid", [])]
    rows = []
    for place in zip(*profiles, strict=True) if profiles else ():
        now = [one["value"] for one in place if one["value"] is not None]
        then = [one["target"] for one in place if one["target"] is not None]
        if now:
            rows.append({
                "title": place[0]["title"], "n": len(now), "value": statistics.median(now),
                "target": statistics.median(then) if then else None,
            })  # fmt: skip
    return rows or None


def goals(cohort: Cohort) -> list[dict] | None:
    """How often each goal was chosen: for a pitch, or served directly by a priority of a team."""
    chosen: Counter[int] = Counter(
        answer["goal"] for answer in cohort.answers.get("sdg-pitch", []) if answer.get("goal")
    )
    served: Counter[int] = Counter()
    direct = max(content.activity("ndp-sdg").levels, key=lambda level: level.value).id
    for answer in cohort.answers.get("ndp-sdg", []):
        for option in answer.get("options", []):
            for row, cell in option.get("marks", {}).items():
                if direct in cell.values():
                    served[int(row.removeprefix("sdg-"))] += 1
    titles = {goal.number: goal.title for goal in content.goals().goals}
    rows = [
        {"number": n, "title": f"{n}. {titles[n]}", "pitches": chosen[n], "priorities": served[n]}
        for n in sorted(chosen | served, key=lambda n: (-chosen[n] - served[n], n))
    ]
    return rows or None


def placed(cohort: Cohort, activity_id: str) -> list[dict] | None:
    """All entries of a plot, ranked; entries of one name stand once, at their mean place, with how many placed them."""
    activity = content.activity(activity_id)
    by_name: dict[str, list[dict]] = {}
    for answer in cohort.answers.get(activity_id, []):
        for item in answer.get("items", []):
            if name := words(item.get("name")):
                by_name.setdefault(name.casefold(), []).append(item)
    items = [
        {
            **some[0], "id": f"{n}", "n": len(some),
            "x": statistics.fmean(one.get("x", 50) for one in some), "y": statistics.fmean(one.get("y", 50) for one in some),
        }
        for n, some in enumerate(by_name.values(), 1)
    ]  # fmt: skip
    return ranking(items, activity.rank) or None


def boards(cohort: Cohort) -> dict[str, list[dict]]:
    """Per whiteboard its notes, most dots first; what the facilitator hid stays hidden, what was merged stands together."""
    from govcourse.kinds.whiteboard.moderation import moderated

    found = {}
    for id in cohort.answers:
        if content.activity(id).kind == "whiteboard":
            notes = kinds.figures(id, cohort.answers[id])["notes"]
            found[id] = moderated(notes, cohort.moderation.get(id, {}), facilitator=False)
    return {id: notes for id, notes in found.items() if notes}


def chosen_ideas(cohort: Cohort) -> list[tuple[str, str]]:
    """What teams chose in the design-thinking workspace: stage and idea."""
    stages = content.activity("design-thinking").stages
    return [
        (stage.title, words(note.get("text")))
        for answer in cohort.answers.get("design-thinking", [])
        for stage in stages
        for note in answer.get("stages", {}).get(stage.id, {}).get("notes", [])
        if note.get("chosen") and words(note.get("text"))
    ]


def polls(cohort: Cohort) -> list[dict]:
    """Questions with enough answers: `activity`, `text`, `session`, `n`, `bars` (title, count, share), `texts`."""
    found = []
    for id in cohort.answers:
        if content.activity(id).kind != "poll":
            continue
        tallies = kinds.figures(id, cohort.answers[id])["questions"]
        for asked in kinds.spec(id)["asked"]:
            tally = tallies[asked["key"]]
            if not anonymity.enough(tally["n"], cohort.least):
                continue
            titles = {option["id"]: option["title"] for option in asked["options"]}
            bars = [{**bar, "title": titles.get(bar["id"], bar["id"])} for bar in tally["bars"]]
            found.append({
                "activity": id, "text": asked["text"], "session": asked["session"], "n": tally["n"],
                "bars": sorted(bars, key=lambda bar: -bar["count"]), "texts": tally["texts"],
            })  # fmt: skip
    return found


def quizzes(cohort: Cohort) -> list[dict]:
    """Per question of a quiz with enough answers how many were right."""
    found = []
    for id in cohort.answers:
        activity = content.activity(id)
        if activity.kind == "quiz":
            figures = kinds.figures(id, cohort.answers[id])["questions"]
            found += [
                {"activity": activity.title, "text": question.text, **figures[question.id]}
                for question in activity.questions
                if anonymity.enough(figures[question.id]["n"], cohort.least)
            ]
    return found


def plans(cohort: Cohort) -> list[dict]:
    return [answer for answer in cohort.answers.get("action-plan", []) if answer.get("goals")]
