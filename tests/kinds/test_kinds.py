"""What the rest of the course asks of a kind, by the id of an activity."""

import pytest
from govcourse import content, kinds
from jsonschema import Draft202012Validator


@pytest.mark.parametrize("activity", content.activity_ids())
def test_an_example_has_come_some_way_and_nothing_has_come_none(activity):
    done, of = kinds.progress(activity, {})
    assert done == 0 and of >= 1
    if content.activity(activity).example and activity not in ("dtca-debrief",):
        done, of = kinds.progress(activity, content.activity(activity).example)
        assert 0 <= done <= of


ALL = content.activity_ids()


@pytest.mark.parametrize("activity", ALL)
def test_the_schema_for_the_browser_agrees_with_the_model(activity, example):
    validator = Draft202012Validator(kinds.spec(activity)["schema"])
    assert validator.is_valid({})
    if content.activity(activity).example:
        assert validator.is_valid(example(activity))
    assert not validator.is_valid({"surprise": 1})


def test_an_unknown_activity_is_told_in_words():
    with pytest.raises(KeyError, match="no activity"):
        kinds.kind("nowhere")
