"""Typed, validated content of the course: loads `data/` once; no other module reads it."""

from difflib import get_close_matches
from functools import cache, partial
from pathlib import Path
from typing import TypeVar, cast, overload

import yaml

from govcourse import discovery
from govcourse.content import (
    bibliography,
    case_library,
    country_list,
    five_days,
    instruments,
    models,
    plurals,
)
from govcourse.content.activity import ActivityBase, Assessing, in_words
from govcourse.content.loading import ContentError, Loader, Model, load, validated
from govcourse.content.loading import read as read_file
from govcourse.content.report_plan import ReportPlan
from govcourse.content.translation import catalogue, direction, language, said, translated
from govcourse.json_types import Json
from govcourse.settings import settings

A = TypeVar("A", bound=ActivityBase)
Group = dict[str, models.Text | dict[str, models.Text]]  # of the catalogue of texts

__all__ = ["ContentError", "direction", "language"]


def root() -> Path:
    """The folder that holds data/, notebooks/ and book/: GOVCOURSE_ROOT, the checkout, or the installed copy."""
    if given := settings().root:
        return given
    package = Path(__file__).resolve().parents[1]
    checkout = package.parents[1]
    return checkout if (checkout / "data" / "course.yaml").exists() else package / "course"


def data() -> Path:
    return root() / "data"


def _load(model: type[Model], *parts: str) -> Model:
    return load(model, data().joinpath(*parts), "/".join(("data", *parts)))


@cache
def course() -> models.Course:
    return _load(models.Course, "course.yaml")


@cache
def session(number: int) -> models.Session:
    return _load(models.Session, "sessions", f"{number}.yaml")


def sessions() -> list[models.Session]:
    return [session(number) for number in range(1, 6)]


@cache
def day(number: int) -> five_days.Day:
    """A day of the five-day version."""
    return _load(five_days.Day, "days", f"{number}.yaml")


def days() -> list[five_days.Day]:
    return [day(number) for number in range(1, 6)]


@cache
def run_sheets() -> tuple[models.RunSheet, ...]:
    """What a room can go through: the sessions, and the days of the five-day version."""
    return (*sessions(), *(day.run_sheet() for day in days()))


@cache
def run_sheets_of(id: str) -> tuple[int, ...]:
    """The numbers of the run sheets to which an activity belongs."""
    named = [one.number for one in run_sheets()[5:] if any(item.activity == id for item in one.agenda)]
    return (*activity(id).sessions, *named)


def further() -> list[models.Further]:
    """The chapters beside the sessions, as they come in the course."""
    return [one for number in sessions() for one in number.further]


def notebook_of(activity: ActivityBase) -> str:
    """The name of the notebook in which an activity stands."""
    return f"further-{activity.chapter}" if activity.chapter else f"session-{min(activity.sessions)}"


@cache
def activity_ids() -> tuple[str, ...]:
    return _ids("activities")


@overload
def activity(id: str) -> ActivityBase: ...
@overload
def activity(id: str, model: type[A]) -> A: ...
def activity(id: str, model: type[ActivityBase] = ActivityBase) -> ActivityBase:
    """One activity, of its kind's own model. Raises KeyError, in words, for an id that the course does not have, and
    TypeError for an activity that is no `model`."""
    found = _activity(id)
    if not isinstance(found, model):
        raise TypeError(f"“{id}” is of the kind “{found.kind}”, which is no {model.__name__}.")
    return found


@cache
def _activity(id: str) -> ActivityBase:
    if id not in activity_ids():
        near = get_close_matches(id, activity_ids())
        asked = f" Did you mean {' or '.join(f'“{one}”' for one in near)}?" if near else ""
        raise KeyError(f"There is no activity “{id}”.{asked} The course has: {', '.join(activity_ids())}.")
    name = f"data/activities/{id}.yaml"
    raw, text = read_file(data() / "activities" / f"{id}.yaml", name)
    kind = raw.get("kind") if isinstance(raw, dict) else None
    try:
        its = discovery.kind(str(kind))
    except KeyError as error:
        raise ContentError([(name, None, "kind", str(error).strip("'\""))]) from None
    model: type[ActivityBase] = its.Activity
    if known := catalogue("data", language()):
        raw = in_words(model, its.Answer, raw, partial(said, known=known))
    return validated(model, raw, text, name)


def activities() -> list[ActivityBase]:
    return [activity(id) for id in activity_ids()]


@cache
def feeds_of(id: str) -> tuple[tuple[str, str | None], ...]:
    """What is offered in an activity: the activities that feed it, and the part of it that takes their results."""
    given = [(other.id, feed.into) for other in activities() for feed in other.feeds if feed.to == id]
    taken = [(feed.source, feed.into) for feed in activity(id).feeds if feed.source]
    return tuple(dict.fromkeys([*given, *taken]))


def takers_of(id: str) -> list[ActivityBase]:
    """The activities that take what is made in this one, as they come in the course."""
    return [one for one in in_course_order() if id in {source for source, _ in feeds_of(one.id)}]


def in_course_order() -> list[ActivityBase]:
    """The activities as they come in the course: by their first session, there as in its agenda and preparation."""

    def place(activity: ActivityBase) -> tuple[int, int, str]:
        number = min(activity.sessions)
        items: list[models.AgendaItem | models.Preparation] = [
            *session(number).before,
            *session(number).agenda,
            *session(number).preparation,
        ]
        named = [item.activity for item in items]
        return number, named.index(activity.id) if activity.id in named else len(named), activity.id

    return sorted(activities(), key=place)


@cache
def spoken() -> tuple[str, ...]:
    """Codes of the languages that people of a room may say they speak."""
    return tuple(_load(models.Spoken, "spoken.yaml").codes.replace(" ", "").split("/"))


@cache
def case_ids() -> tuple[str, ...]:
    return _ids("cases")


@cache
def case(id: str) -> case_library.Case:
    return case_library.read(data() / "cases", id, "data/cases")


def cases() -> list[case_library.Case]:
    return [case(id) for id in case_ids()]


@cache
def readings() -> tuple[bibliography.Reading, ...]:
    """What there is to read, by session, what the workshop requires first."""
    return tuple(bibliography.read(data() / "readings.bib", "data/readings.bib", bibliography.Reading))


def assessment() -> Assessing:
    """The activity that asks the statements of an instrument, and is debriefed. Raises KeyError in a course without one."""
    found = next((one for one in reported("assessment") if isinstance(one, Assessing)), None)
    if found is None:
        raise KeyError("No activity of this course is its assessment.")
    return found


@cache
def instrument(id: str | None = None) -> instruments.Instrument:
    """The instrument of this id, that of the course's assessment unless given."""
    return _load(instruments.Instrument, "instruments", f"{id or assessment().instrument}.yaml")


@cache
def report_plan() -> ReportPlan:
    """What a room's report consists of."""
    return _load(ReportPlan, "report.yaml")


def reported(section: str) -> list[ActivityBase]:
    """The activities that name `section` as the part of a room's report that takes them, in course order."""
    return [one for one in in_course_order() if one.report == section]


@cache
def goals() -> models.Goals:
    return _load(models.Goals, "sdgs.yaml")


@cache
def principles() -> tuple[models.Principle, ...]:
    return tuple(_load(models.Principles, "principles.yaml").principles)


@cache
def pillars() -> models.Pillars:
    return _load(models.Pillars, "pillars.yaml")


@cache
def computing() -> models.Computing:
    return _load(models.Computing, "computing.yaml")


@cache
def tools() -> models.Tools:
    return _load(models.Tools, "tools.yaml")


@cache
def public_values() -> tuple[models.Entry, ...]:
    return tuple(_load(models.PublicValues, "public-values.yaml").values)


@cache
def obstacles() -> tuple[models.Obstacle, ...]:
    return tuple(_load(models.Obstacles, "obstacles.yaml").obstacles)


@cache
def quotations() -> tuple[models.Quotation, ...]:
    return tuple(_load(models.Quotations, "quotations.yaml").quotations)


@cache
def glossary() -> tuple[models.Term, ...]:
    return tuple(_load(models.Glossary, "glossary.yaml").terms)


@cache
def countries() -> country_list.Countries:
    """Countries with their regions, and what was published about all of them."""
    return _load(country_list.Countries, "countries.yaml")


@cache
def country_names(code: str = "en") -> dict[str, str]:
    """Countries by ISO code, and regions by their numbers in M49, as a language names them; English for the edition's."""
    code = language() if code == "en" else code
    known = country_list.territories(code)
    members = {
        id: one.name if code == "en" else known.get(id, one.name) for id, one in countries().members.items()
    }
    return {**known, **members}


@cache
def texts(code: str = "en") -> Json:
    """The catalogue of texts that people see, by group, in the edition's language; `code` may ask for another one.

    A kind's own texts are the group of its name.
    "source" gives the English texts. What is not translated is in English. A text with forms by number is a `plurals.Plural`.
    """
    found: Json = yaml.load((data() / "texts" / "en.yaml").read_text(encoding="utf-8"), Loader)
    found |= {
        name: yaml.load(path.read_text(encoding="utf-8"), Loader)
        for name in discovery.modules()
        if (path := discovery.kind(name).folder / "texts.yaml").exists()
    }
    found = plurals.of_source(found)
    code = language() if code == "en" else code
    return found if code == "source" else cast(Json, translated(dict[str, Group], found, "texts", code))


def _ids(folder: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (data() / folder).glob("*.yaml")))
