"""What the rest of the course asks of a kind, by the id of an activity."""

import pytest
from govcourse import content, discovery, kinds
from govcourse.kinds import AnswerError
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


def test_a_module_whose_kind_is_none_is_told_by_its_name(monkeypatch):
    monkeypatch.setattr(discovery, "kind", lambda name: object())
    with pytest.raises(TypeError, match="“poll” is no kind"):
        kinds.named("poll")


def test_in_a_course_without_a_portfolio_nobody_earns_a_certificate(monkeypatch, example):
    monkeypatch.setattr(kinds, "gathering", lambda: None)
    assert kinds.earned({"dtca": example("dtca")})["earned"] is False


def test_an_answer_that_is_nested_without_end_is_refused_in_words():
    endless = {}
    endless["items"] = {"legal-6": endless}
    with pytest.raises(AnswerError) as error:
        kinds.validate("dtca", endless)
    assert error.value.message


OPTION = {"id": "a", "text": "A", "feedback": "F"}


@pytest.mark.parametrize(
    ("id", "change", "why"),
    [
        ("maturity-grid", {"rows": None, "rows_from": None}, "rows of its own or takes them"),
        ("selection-criteria", {"best": "low"}, "its best level at the high end"),
        ("session-evaluation", {"questions": [{"id": "q", "text": "How?", "type": "scale"}]}, "its low and its high end"),
        ("concepts-check", {"questions": [{"type": "multiple"}]}, "no option is right"),
        ("concepts-check", {"questions": [{"type": "match"}]}, "what it matches"),
        ("concepts-check", {"questions": [{"type": "order", "options": [OPTION] * 2}]}, "two options have one id"),
        ("ideas-first", {"options": [{"id": "a", "title": "A"}], "own": False}, "two things to put in order"),
        ("ideas-first", {"options": [{"id": "a", "title": "A"}] * 2}, "two options have one id"),
        ("ideas-first", {"options": [{"id": f"a{n}", "title": "A"} for n in range(20)]}, "more options than the limit"),
        ("ndp-priorities", {"groups": []}, "there is no group"),
    ],
)  # fmt: skip
def test_an_activity_of_a_kind_that_contradicts_itself_is_refused_with_the_reason(id, change, why):
    activity = content.activity(id)
    data = activity.model_dump(exclude_none=True, by_alias=True)
    if id == "concepts-check":
        whole = {"id": "q", "text": "Which?", "explanation": "E", "options": [OPTION, {**OPTION, "id": "b"}]}
        change = {"questions": [{**whole, **one} for one in change["questions"]]}
    data = {name: value for name, value in {**data, **change}.items() if value is not None}
    with pytest.raises(ValueError, match=why):
        type(activity).model_validate(data)
