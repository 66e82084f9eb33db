"""The door to the kinds of exercises: what an activity's kind says of it and of answers to it."""

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any, cast

from pydantic_core import to_jsonable_python

from govcourse import content, discovery
from govcourse.content.activity import Gathering
from govcourse.json_types import Json
from govcourse.kinds.answers import AnswerError, parsed
from govcourse.kinds.base import Kind
from govcourse.kinds.outline import Outline, ShownOutline, sayings
from govcourse.kinds.practice import varied
from govcourse.kinds.reader import LineRead, PartRead, Reader
from govcourse.kinds.shapes import Brief, Earned, Source, Told
from govcourse.kinds.tables import Table

__all__ = ["AnswerError", "Kind", "LineRead", "PartRead"]


def kind(activity_id: str) -> Kind[Any, Any]:
    """The kind of an activity. Raises KeyError, in words, for an activity that the course does not have."""
    return named(content.activity(activity_id).kind)


def named(name: str) -> Kind[Any, Any]:
    """The kind of this name. Raises KeyError, in words."""
    found = discovery.kind(name)
    if not isinstance(found, Kind):
        raise TypeError(f"“{name}” is no kind: its module's `kind` must be a kinds.base.Kind")
    return found


def gathering() -> Gathering | None:
    """The activity that gathers a learner's work and certifies it; None in a course without one."""
    found = (one for one in content.activities() if named(one.kind).gathers)
    return next((one for one in found if isinstance(one, Gathering)), None)


# ---- what a view is told


@cache
def spec(activity_id: str) -> Json:
    """What the view of an activity is told: its texts, reference data, outline, sources, and the schema of its answer."""
    activity, its = content.activity(activity_id), kind(activity_id)
    told: Told = {
        "outline": shown_outline(activity_id),
        "sources": sources(activity_id),
        "takers": [
            {"id": one.id, "title": one.title, "sessions": one.sessions}
            for one in content.takers_of(activity_id)
        ],
        "documents": its.formats(activity),
        "schema": _schema(activity_id),
        "extras": its.extras(activity),
        "led": None,
    }
    return plain(
        {**activity.model_dump(exclude={"feeds", "report", "cases", "chapter"}), **its.spec(activity), **told}
    )


def plain(told: Mapping[str, object]) -> Json:
    """What a kind tells, as a browser gets it: models and dataclasses are mappings."""
    made: Json = to_jsonable_python(told, by_alias=False)
    return made


@cache
def sources(activity_id: str) -> list[Source]:
    """What the activity may read of the learner's other work: those that feed it, and those that it is about.

    `into` lists the parts that take the entries, "" for an activity that has no parts.
    """
    found: dict[str, list[str]] = {}
    for source, into in content.feeds_of(activity_id):
        found.setdefault(source, []).append(into or "")
    found |= {id: [] for id in kind(activity_id).reads(content.activity(activity_id))}
    return [{**brief(id), "into": into} for id, into in found.items()]


@cache
def brief(activity_id: str) -> Brief:
    """An activity as other exercises read its answers."""
    activity = content.activity(activity_id)
    return {
        "id": activity.id,
        "kind": activity.kind,
        "title": activity.title,
        "sessions": activity.sessions,
        "minutes": activity.minutes,
        "owner": activity.owner,
        "outline": shown_outline(activity_id),
    }


@cache
def outline(activity_id: str) -> Outline:
    """How answers to an activity are read back."""
    return kind(activity_id).outline(content.activity(activity_id))


def shown_outline(activity_id: str) -> ShownOutline:
    """The outline without what only paper needs."""
    shown = {name: part for name, part in outline(activity_id).items() if name != "paper"}
    return cast(ShownOutline, shown)


@cache
def _schema(activity_id: str) -> Json:
    """The answer's JSON Schema, with the keys that this activity allows; what a browser needs no words for is cut."""
    its, activity = kind(activity_id), content.activity(activity_id)
    schema: Json = _bare(its.Answer.model_json_schema())
    definitions = [schema, *schema.get("$defs", {}).values()]
    for field, allowed in its.keys(activity).items():
        for definition in definitions:
            if rule := definition.get("properties", {}).get(field):
                rule["propertyNames"] = {"enum": allowed}
    return schema


def _bare(node: Any) -> Any:
    if isinstance(node, dict):
        return {
            key: _bare(value)
            for key, value in node.items()
            if not (key in ("title", "description", "default") and not isinstance(value, dict))
        }
    return [_bare(item) for item in node] if isinstance(node, list) else node


@cache
def texts(activity_id: str, language: str = "en") -> dict[str, str]:
    """The part of the catalogue that the activity's view uses, with what the outlines of its sources say."""
    catalogue = content.texts(language)
    own = {
        **catalogue["common"],
        **catalogue["refusals"],
        **on_pages(catalogue.get(content.activity(activity_id).kind, {})),
    }
    said: dict[str, str] = {}
    for source in sources(activity_id):
        theirs = catalogue.get(source["kind"], {})
        said |= {key: theirs[key] for key in sorted(sayings(source["outline"])) if key in theirs}
    return {**said, **own}


def on_pages(texts: Json) -> dict[str, str]:
    """A kind's texts as views get them: what its tables' columns are called stands on no page."""
    return {key: text for key, text in texts.items() if isinstance(text, str)}


# ---- answers


def validate(activity_id: str, answer: object) -> Json:
    """The answer as it is stored: what was given, its texts cleaned, no defaults added. Raises AnswerError with the field."""
    its = kind(activity_id)
    given = parsed(its.Answer, answer)
    its.check(given, content.activity(activity_id))
    kept: Json = given.model_dump(exclude_unset=True)
    return kept


def practice(activity_id: str, chance: Random) -> Json:
    """An answer of somebody who is made up; the same for the same `chance`. {} where nothing can be made up."""
    its, about = kind(activity_id), content.activity(activity_id)
    example = about.example or {}
    made = its.practice(about, varied(_schema(activity_id), example, chance) or {}, chance)
    try:
        return validate(activity_id, made)
    except AnswerError:  # what varies by the schema alone may break a rule of the kind
        return validate(activity_id, example)


def reader(activity_id: str, answer: Json, language: str = "en") -> Reader:
    """An answer as it is read back: its parts, rows, progress and offers."""
    activity, its = content.activity(activity_id), kind(activity_id)
    derived = plain(its.derived(activity, answer))
    return Reader(outline(activity_id), answer, derived, texts(activity_id, language))


def parts(activity_id: str, answer: Json, language: str = "en") -> list[PartRead]:
    return reader(activity_id, answer, language).parts()


def rows(activity_id: str, answer: Json, language: str = "en") -> list[tuple[str, str, str]]:
    return reader(activity_id, answer, language).rows()


@cache
def tables(activity_id: str, language: str = "en") -> tuple[Table, ...]:
    """Answers to an activity as tidy tables, the one that says most first."""
    return tuple(kind(activity_id).tables(content.activity(activity_id), language))


def progress(activity_id: str, answer: Json) -> tuple[int, int]:
    """How far an answer has come: `done` of `all`, which is at least 1."""
    return reader(activity_id, answer).progress()


def formats(activity_id: str) -> list[str]:
    """The formats in which an answer can be taken home."""
    return kind(activity_id).formats(content.activity(activity_id))


def earned(answers: Mapping[str, Json]) -> Earned:
    """Whether the answers of one learner, by activity, earn the certificate: as its kind says."""
    activity = gathering()
    if activity is None:
        return {"counted": [], "need": 0, "earned": False}
    shares = {id: progress(id, answers.get(id, {})) for id in activity.names()}
    return named(activity.kind).earned(activity, shares)


# ---- rooms


def summed(activity_id: str) -> bool:
    """Whether a room sees figures of this activity."""
    return content.activity(activity_id).owner != "private" and kind(activity_id).sums


def earlier(activity_id: str) -> str | None:
    """The activity with whose answers by the same people a room's figures compare these."""
    return kind(activity_id).earlier(content.activity(activity_id))


def figures(activity_id: str, answers: list[Json], pairs: list[tuple[Json, Json]] | None = None) -> Json:
    """What a room sees of its answers; `pairs` are those to `earlier` and to this one, of each who gave both.

    Raises KeyError for a private activity and a kind that has no figures.
    """
    activity, its = content.activity(activity_id), kind(activity_id)
    if not summed(activity_id):
        raise KeyError(f"“{activity.title}” is not summed up.")
    return plain({**its.figures(activity, answers), **its.gain(activity, pairs or [])})


def for_room(activity_id: str, figures: Json) -> Json:
    """What participants and the projector see of `figures`."""
    return kind(activity_id).for_room(content.activity(activity_id), figures)


def results(activity_id: str) -> Json:
    """What console and projector need beside the figures, to show them."""
    return plain(kind(activity_id).results(content.activity(activity_id)))
