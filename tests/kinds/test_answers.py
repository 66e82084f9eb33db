"""What an answer may be: partial and empty ones are valid, anything foreign is refused with its field."""

import pytest
from govcourse import content, kinds
from govcourse.kinds import AnswerError
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

BUILT = [id for id in content.activity_ids() if kinds.built(id)]


@pytest.mark.parametrize("activity", BUILT)
def test_an_empty_answer_is_valid(activity):
    assert kinds.validate(activity, {}) == {}


@pytest.mark.parametrize("activity", BUILT)
def test_the_schema_for_the_browser_agrees_with_the_model(activity, example):
    validator = Draft202012Validator(kinds.spec(activity)["schema"])
    assert validator.is_valid({})
    if content.activity(activity).example:
        assert validator.is_valid(example(activity))
    assert not validator.is_valid({"surprise": 1})


@pytest.mark.parametrize(
    ("activity", "answer", "field"),
    [
        ("dtca", {"surprise": 1}, "surprise"),
        ("dtca", {"items": {"leadership-9": {"value": 3}}}, "items.leadership-9"),
        ("dtca", {"items": {"leadership-1": {"value": 6}}}, "items.leadership-1.value"),
        ("dtca", {"items": {"leadership-1": {"value": "3"}}}, "items.leadership-1.value"),
        ("dtca", {"items": {"leadership-1": {"value": 3, "dont_know": True}}}, "items.leadership-1"),
        ("dtca", {"items": {"leadership-1": {"comment": "x" * 2001}}}, "items.leadership-1.comment"),
        ("dtca", {"targets": {"leadership": 0}}, "targets.leadership"),
        ("dtca", {"targets": {"weather": 3}}, "targets.weather"),
        ("dtca", [], ""),
        ("dtca", "text", ""),
        ("dtca", None, ""),
        ("sdg-pitch", {"goal": 18}, "goal"),
        ("sdg-pitch", {"notes": {"nothing": "x"}}, "notes.nothing"),
        ("value-feasibility", {"items": [{"id": "a", "x": 101}]}, "items.0.x"),
        ("value-feasibility", {"items": [{"id": "a"}, {"id": "a"}]}, "items.1.id"),
        ("value-feasibility", {"items": [{"id": f"i{n}"} for n in range(41)]}, "items"),
        ("value-feasibility", {"items": [{"id": "a", "fields": {"gains": "x"}}]}, "items.0.fields.gains"),
        ("value-feasibility", {"items": [{"id": "a", "money": {"probability": 2}}]}, "items.0.money.probability"),
        ("action-plan", {"goals": [{"id": "g", "principles": ["luck"]}]}, "goals.0.principles"),
        ("action-plan", {"goals": [{"id": "g", "steps": [{"id": "s", "end": "tomorrow"}]}]}, "goals.0.steps.0.end"),
        ("action-plan", {"goals": [{"id": "g", "steps": [{"id": "s"}, {"id": "s"}]}]}, "goals.0.steps.1.id"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_refused_with_its_field(activity, answer, field):
    with pytest.raises(AnswerError) as error:
        kinds.validate(activity, answer)
    assert error.value.field == field
    assert error.value.message


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60)
@given(st.sampled_from(BUILT), JSON)
def test_whatever_json_arrives_is_either_valid_or_refused_in_words(activity, answer):
    try:
        kinds.validate(activity, answer)
    except AnswerError as error:
        assert error.message


@given(st.text(max_size=300))
def test_any_text_that_people_type_comes_back_as_it_was(text):
    assert kinds.validate("sdg-pitch", {"pitch": text}) == {"pitch": text}


def test_an_activity_whose_kind_is_not_built_says_so():
    with pytest.raises(KeyError, match="not built"):
        kinds.kind("role-of-state")
    with pytest.raises(KeyError, match="no activity"):
        kinds.kind("nowhere")
