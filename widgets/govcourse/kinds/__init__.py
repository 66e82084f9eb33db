"""The kinds of exercises: validates answers, tells a view what it shows, and reads figures off answers."""

from functools import cache
from importlib import import_module
from types import ModuleType

from pydantic import ValidationError

from govcourse import content
from govcourse.kinds.answers import AnswerError
from govcourse.text import cleaned

__all__ = ["AnswerError", "documents", "figures", "kind", "progress", "spec", "summed", "texts", "validate"]


def kind(activity_id: str) -> ModuleType:
    """The model module of an activity's kind."""
    return import_module(f"govcourse.kinds.{content.activity(activity_id).kind}.model")


def _summary(activity_id: str) -> ModuleType:
    return import_module(f"govcourse.kinds.{content.activity(activity_id).kind}.summary")


def progress(activity_id: str, answer: dict) -> tuple[int, int]:
    """How far an answer has come: `done` of `all`, counted as its kind counts. `all` is at least 1."""
    return _summary(activity_id).progress(content.activity(activity_id), answer)


def summed(activity_id: str) -> bool:
    """Whether a room sees figures of this activity."""
    return not content.activity(activity_id).private and hasattr(_summary(activity_id), "figures")


def figures(activity_id: str, answers: list[dict]) -> dict:
    """What a room sees of its answers. Raises KeyError for a private activity and a kind that has no figures."""
    activity = content.activity(activity_id)
    if not summed(activity_id):
        raise KeyError(f"“{activity.title}” is not summed up.")
    return _summary(activity_id).figures(activity, answers)


@cache
def spec(activity_id: str) -> dict:
    """What the view of an activity is told: its texts, reference data, and the schema of its answer."""
    activity, model = content.activity(activity_id), kind(activity_id)
    return {
        **activity.model_dump(exclude={"feeds"}),
        **model.spec(activity),
        "sources": sources(activity_id),
        "documents": documents(activity_id),
        "schema": _schema(model, activity),
    }


def documents(activity_id: str) -> list[str]:
    """The formats in which an exercise can be taken home: text, print and rows for all, slides and tables for some."""
    activity = content.activity(activity_id)
    slides = activity.kind == "plan" or bool(getattr(activity, "slides", None))
    tables = activity.kind in ("plan", "plot", "matrix", "dtca")
    if activity.kind == "portfolio":
        return ["docx", "pdf", "certificate"]
    return ["docx", "pdf", *(["pptx"] if slides else []), *(["xlsx"] if tables else []), "csv"]


@cache
def sources(activity_id: str) -> list[dict]:
    """What the activity may read of the learner's other work: those that feed it, and those that it is about.

    `into` lists the parts that take the entries, "" for an activity that has no parts.
    """
    found = {
        other.id: [feed.into or "" for feed in other.feeds if feed.to == activity_id]
        for other in content.activities()
        if any(feed.to == activity_id for feed in other.feeds)
    }
    about = getattr(kind(activity_id), "reads", lambda activity: [])
    found |= {id: [] for id in about(content.activity(activity_id))}
    return [{**brief(id), "into": into} for id, into in found.items()]


@cache
def brief(activity_id: str) -> dict:
    """An activity as other exercises read its answers: its title and the names of its parts."""
    activity, model = content.activity(activity_id), kind(activity_id)
    told = activity.model_dump(
        exclude={"feeds", "lead", "instructions", "empty", "example", "example_note", "setting", "origin"}
    )
    short = getattr(model, "brief", model.spec)
    return {**told, **short(activity)}


def _schema(model: ModuleType, activity) -> dict:
    """The answer's JSON Schema, with the keys that this activity allows; what a browser needs no words for is cut."""
    schema = _bare(model.Answer.model_json_schema())
    definitions = [schema, *schema.get("$defs", {}).values()]
    for field, allowed in model.ids(activity).items():
        for definition in definitions:
            if rule := definition.get("properties", {}).get(field):
                rule["propertyNames"] = {"enum": allowed}
    return schema


def _bare(node):
    if isinstance(node, dict):
        return {
            key: _bare(value)
            for key, value in node.items()
            if not (key in ("title", "description", "default") and not isinstance(value, dict))
        }
    return [_bare(item) for item in node] if isinstance(node, list) else node


@cache
def texts(activity_id: str, language: str = "en") -> dict[str, str]:
    """The part of the catalogue that the activity's view uses."""
    catalogue = content.texts(language)
    return {**catalogue["common"], **catalogue[content.activity(activity_id).kind]}


def validate(activity_id: str, answer: object) -> dict:
    """The answer as it is stored: what was given, its texts cleaned, no defaults added. Raises AnswerError with the field."""
    model = kind(activity_id)
    try:
        parsed = model.Answer.model_validate(cleaned(answer))
    except ValidationError as error:
        first = error.errors()[0]
        raise AnswerError(".".join(map(str, first["loc"])), _words(first)) from None
    except RecursionError:
        raise AnswerError("", "this answer is nested too deeply") from None
    model.check(parsed, content.activity(activity_id))
    return parsed.model_dump(exclude_unset=True)


def _words(problem: dict) -> str:
    if problem["type"] == "extra_forbidden":
        return "this exercise has no such field"
    return problem["msg"].removeprefix("Value error, ")
