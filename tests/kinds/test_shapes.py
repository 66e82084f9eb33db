"""What kinds tell browsers has the types that they say."""

import json
from functools import cache
from typing import Any

import pytest
from govcourse import content, discovery, kinds
from govcourse.kinds.base import Kind
from govcourse.kinds.moderation import Board
from govcourse.kinds.outline import Outline
from govcourse.kinds.shapes import Told
from pydantic import TypeAdapter

from tests.front import fixtures

TOLD = {"spec": "Spec", "figures": "Figures", "results": "Results", "derived": "Derived"}


adapter_of = cache(TypeAdapter)


def has(shape: Any, value: object) -> None:
    """The value has the type `shape`, strictly, and nothing beside it: what a type does not name is not read back."""
    text, adapter = json.dumps(value), adapter_of(shape)
    read = adapter.validate_json(text, strict=True)
    assert json.loads(adapter.dump_json(read)) == json.loads(text)


def answers(id: str) -> list[Any]:
    one = content.activity(id)
    varied = fixtures.VARIED.get(one.kind, lambda _: [])(kinds.spec(id))
    return [kinds.validate(id, answer) for answer in ({}, one.example or {}, *varied, *fixtures.whatever(id))]


@pytest.mark.parametrize("id", content.activity_ids())
def test_what_an_activity_tells_has_the_types_of_its_kind(id):
    one, its, given = content.activity(id), kinds.kind(id), answers(id)
    has(its.Spec, kinds.plain(its.spec(one)))
    has(its.Results, kinds.results(id))
    has(Outline, kinds.outline(id))
    has(its.Facts, kinds.outline(id).get("facts", {}))
    has(Told, {name: part for name, part in kinds.spec(id).items() if name in Told.__annotations__})
    for answer in given:
        has(its.Derived, kinds.plain(its.derived(one, answer)))
    if kinds.summed(id):
        for room in ([], given[1:2], given[:5], given):
            has(its.Figures, kinds.figures(id, room))
            if its.moderated:
                told = fixtures.room(id, room)
                has(Board, {name: told[name] for name in Board.__annotations__ if name in told})


@pytest.mark.parametrize("name", discovery.modules())
def test_a_kind_names_a_type_for_whatever_it_tells(name):
    its = type(kinds.named(name))
    for method, shape in TOLD.items():
        told, named = getattr(its, method) is not getattr(Kind, method), getattr(its, shape)
        assert told == (named is not getattr(Kind, shape)), f"{method} and {shape}"
    required = TypeAdapter(its.Figures).json_schema()
    for one in required.get("anyOf", [required]):
        one = required["$defs"][one["$ref"].split("/")[-1]] if "$ref" in one else one
        assert one["properties"]["n"]["type"] == "integer" and "n" in one["required"]


def free(schema: Any, where: str = "") -> list[str]:
    """Where a schema lets anything pass."""
    if isinstance(schema, list):
        return [place for n, one in enumerate(schema) for place in free(one, f"{where}/{n}")]
    if not isinstance(schema, dict):
        return []
    found = [f"{where}/{name}" for name, one in schema.get("properties", {}).items() if not typed(one)]
    return found + [place for name, one in schema.items() for place in free(one, f"{where}/{name}")]


def typed(schema: dict[str, Any]) -> bool:
    says = {"type", "$ref", "anyOf", "oneOf", "const", "enum"} & schema.keys()
    return bool(says) and schema.get("additionalProperties") is not True


@pytest.mark.parametrize("name", discovery.modules())
def test_no_field_of_an_answer_or_an_activity_may_be_anything(name):
    its = kinds.named(name)
    for shape in (its.Activity, its.Answer, its.Spec, its.Figures, its.Results, its.Derived, its.Facts):
        assert free(TypeAdapter(shape).json_schema()) == []
