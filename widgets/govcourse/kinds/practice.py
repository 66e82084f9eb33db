"""Made-up answers, to rehearse with: an activity's example as somebody else may have answered, by the schema of its answer."""

from random import Random
from typing import Any

from govcourse.json_types import Json

SMALL = 20  # steps of a scale on which people differ by a step or two
WIDE = 100  # a limit further off says nothing about what people give, as of money: they differ by parts of it
ANSWERED = 0.9  # of what can be answered


def varied(schema: Json, given: Any, chance: Random, root: Json | None = None, at: str = "") -> Any:
    """`given` with other numbers and choices, and parts left out; None where nothing can be made up. Words are never invented."""
    root = root or schema
    if "$ref" in schema:
        return varied(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], given, chance, root, at)
    if "anyOf" in schema:
        return varied(
            next(one for one in schema["anyOf"] if one.get("type") != "null"), given, chance, root, at
        )
    match schema.get("type"):
        case "object":
            return _object(schema, given, chance, root, at)
        case "array":
            kept = [one for one in given or [] if chance.random() < ANSWERED] or (given or [])[:1]
            return [varied(schema["items"], one, chance, root, f"{at}[]") for one in kept] or None
        case "integer" | "number" as kind:
            number = _number(schema, given, chance, at)
            return number if number is None or kind == "number" else round(number)
    if "enum" in schema and given is not None:
        return chance.choice([given, *schema["enum"]])
    return given


def _object(schema: Json, given: Any, chance: Random, root: Json, at: str) -> Json | None:
    if not isinstance(schema.get("additionalProperties"), dict):
        parts = schema.get("properties", {})
        made = {
            name: varied(part, (given or {}).get(name), chance, root, f"{at}/{name}")
            for name, part in parts.items()
        }
    elif given is None:
        return None
    else:
        keys = list(dict.fromkeys([*schema.get("propertyNames", {}).get("enum", []), *given]))
        made = {
            key: varied(schema["additionalProperties"], given.get(key), chance, root, f"{at}/{key}")
            for key in keys
            if chance.random() < ANSWERED
        }
    return {name: one for name, one in made.items() if one is not None} or None


def _number(schema: Json, given: Any, chance: Random, at: str) -> float | None:
    """About what was given, or the middle; a whole room leans to one side, another one at each place."""
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is None or most is None or (given is None and most - least > SMALL):
        return given  # type: ignore[no-any-return]
    middle = (least + most) / 2 if given is None else given
    span = most - least
    wide = span > WIDE
    spread = (min(span, abs(middle)) if wide else span) / 5
    made = min(most, max(least, chance.gauss(middle + Random(at).uniform(-1, 1) * spread, spread)))
    return float(round(made, 0 if wide else 2))
