"""The kinds of exercises that are built: validates answers, and tells a view what it shows."""

from functools import cache
from importlib import import_module
from types import ModuleType

from pydantic import ValidationError

from govcourse import content
from govcourse.kinds.answers import AnswerError

__all__ = ["AnswerError", "built", "kind", "spec", "texts", "validate"]
BUILT = ("dtca", "plan", "plot", "sdg")


def built(activity_id: str) -> bool:
    return content.activity(activity_id).kind in BUILT


def kind(activity_id: str) -> ModuleType:
    """The model module of an activity. Raises KeyError, in words, for one that is not built."""
    activity = content.activity(activity_id)
    if activity.kind not in BUILT:
        raise KeyError(f"“{activity.title}” cannot be shown yet: its kind, {activity.kind}, is not built.")
    return import_module(f"govcourse.kinds.{activity.kind}.model")


@cache
def spec(activity_id: str) -> dict:
    """What the view of an activity is told: its texts, reference data, and the schema of its answer."""
    activity, model = content.activity(activity_id), kind(activity_id)
    return {
        **activity.model_dump(),
        **model.spec(activity),
        "sources": [_source(id) for id in activity.sources],
        "documents": model.DOCUMENTS,
        "schema": _schema(model, activity),
    }


def _source(activity_id: str) -> dict:
    activity = content.activity(activity_id)
    return {
        "id": activity.id, "title": activity.title, "kind": activity.kind, **kind(activity_id).spec(activity)
    }  # fmt: skip


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
    """The answer as it is stored: what was given, no defaults added. Raises AnswerError with the field."""
    model = kind(activity_id)
    try:
        parsed = model.Answer.model_validate(answer)
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
