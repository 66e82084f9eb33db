"""What people and programs can send: hypothesis strategies from the JSON Schema of an answer."""

from hypothesis import strategies as st


def fitting(schema: dict, root: dict | None = None) -> st.SearchStrategy:
    """Documents that fit `schema`, of the part of JSON Schema that pydantic writes for answers."""
    root = root or schema
    if "$ref" in schema:
        return st.deferred(lambda: fitting(root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root))
    if "anyOf" in schema:
        return st.one_of([fitting(one, root) for one in schema["anyOf"]])
    match schema.get("type"):
        case "object" if "properties" in schema:
            required = set(schema.get("required", []))
            parts = {name: fitting(part, root) for name, part in schema["properties"].items()}
            return st.fixed_dictionaries(
                {name: part for name, part in parts.items() if name in required},
                optional={name: part for name, part in parts.items() if name not in required},
            )
        case "object":
            names = schema.get("propertyNames", {})
            keys = (
                st.sampled_from(names["enum"]) if names.get("enum") else st.from_regex(r"\A[a-z0-9-]{1,8}\Z")
            )
            if names.get("enum") == []:
                return st.just({})
            return st.dictionaries(keys, fitting(schema["additionalProperties"], root), max_size=3)
        case "array":
            return st.lists(fitting(schema["items"], root), max_size=min(3, schema.get("maxItems", 3)))
        case "string" if "pattern" in schema:
            return st.from_regex(schema["pattern"].replace("$", r"\Z"))
        case "string":
            return st.text(max_size=min(40, schema.get("maxLength", 40)))
        case "integer":
            return st.integers(schema.get("minimum"), schema.get("maximum"))
        case "number":
            return st.floats(
                schema.get("minimum"), schema.get("maximum"), allow_nan=False, allow_infinity=False
            )
        case "boolean":
            return st.booleans()
    return st.none()
