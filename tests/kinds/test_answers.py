"""What an answer may be: partial and empty ones are valid, anything foreign is refused with its field."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from govcourse import content, discovery, kinds
from govcourse.kinds import AnswerError
from govcourse.kinds.answers import SAID
from govcourse.text import clean, cleaned
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.kinds.strategies import fitting

ALL = content.activity_ids()
# One activity of each kind that has answers of its own shape, and those with every option of their kind.
KINDS = [
    "dtca", "sdg-pitch", "value-feasibility", "action-plan", "obstacles-poll", "session-evaluation", "concepts-check",
    "mindset-action", "maturity-grid", "selection-criteria", "pathway", "case-explorer", "dtca-debrief", "portfolio",
]  # fmt: skip

CHOSEN = content.activity("concepts-check").questions[0].options[0].id


@pytest.mark.parametrize("activity", ALL)
def test_an_empty_answer_is_valid(activity):
    assert kinds.validate(activity, {}) == {}


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
        ("action-plan", {"goals": [{"id": "g", "steps": [{"id": "s", "end": "٢٠٢٧-02-28"}]}]}, "goals.0.steps.0.end"),
        ("action-plan", {"goals": [{"id": "g", "steps": [{"id": "s"}, {"id": "s"}]}]}, "goals.0.steps.1.id"),
        ("role-of-state", {"answers": {"role": {"chosen": ["minimalist", "new-role"]}}}, "answers.role.chosen"),
        ("obstacles-poll", {"answers": {"obstacles": {"chosen": ["me", "me"]}}}, "answers.obstacles.chosen"),
        ("obstacles-poll", {"answers": {"obstacles": {"chosen": ["me", "fear", "finance", "people"]}}}, "answers.obstacles.chosen"),
        ("obstacles-poll", {"answers": {"obstacles": {"value": 3}}}, "answers.obstacles.value"),
        ("session-evaluation", {"answers": {"liked": {"text": "x"}}}, "answers.liked"),
        ("concepts-check", {"answers": {"creativity": {"chosen": ["nothing"]}}}, "answers.creativity.chosen.nothing"),
        ("concepts-check", {"answers": {"match": {"pairs": {"m-creativity": "x"}}}}, "answers.match.pairs.x"),
        ("digital-value", {"votes": {"a": 2, "b": 2}}, "votes"),
        ("digital-value", {"notes": [{"id": "a", "group": "nowhere"}]}, "notes.0.group"),
        ("digital-value", {"notes": [{"id": "a", "x": 101}]}, "notes.0.x"),
        ("digital-value", {"phase": "lunch"}, "phase"),
        ("digital-value", {"comments": {"No id": "x"}}, "comments.No id"),
        ("concepts-check", {"answers": {"creativity": {"chosen": [CHOSEN, CHOSEN]}}}, "answers.creativity.chosen"),
        ("digital-value", {"notes": [{"id": f"n{n}"} for n in range(301)]}, "notes"),
        ("maturity-grid", {"cells": {"weather": {"today": "connected"}}}, "cells.weather"),
        ("maturity-grid", {"cells": {"legal": {"today": "perfect"}}}, "cells.legal.today"),
        ("maturity-grid", {"options": [{"id": "a"}]}, "options"),
        ("selection-criteria", {"weights": {"trust": 6}}, "weights.trust"),
        ("selection-criteria", {"cells": {"trust": {"rating": "3"}}}, "cells.trust"),
        ("selection-criteria", {"options": [{"id": "a", "marks": {"trust": {"rating": "9"}}}]}, "options.0.marks.trust.rating"),
        ("reflection", {"fields": {"weather": "x"}}, "fields.weather"),
        ("country-x", {"marks": {"people": True, "value": True, "rules": True}}, "marks"),
        ("roadmap", {"marks": {"context": True}}, "marks.context"),
        ("pathway", {"moves": [{"id": "m", "to": "heaven"}]}, "moves.0.to"),
        ("reflection", {"moves": [{"id": "m", "to": "obstacles"}]}, "moves.0.to"),
        ("case-explorer", {"saved": {"atlantis": ""}}, "saved.atlantis"),
        ("design-thinking", {"stages": {"lunch": {}}}, "stages.lunch"),
        ("design-thinking", {"stages": {"define": {"notes": [{"id": "a", "tag": "says"}]}}}, "stages.define.notes.0"),
        ("design-thinking", {"stages": {"define": {"notes": [{"id": "a", "chosen": True}, {"id": "b", "chosen": True}]}}}, "stages.define.notes"),
        ("design-thinking", {"stages": {"ideate": {"notes": [{"id": "a", "votes": 4}]}}}, "stages.ideate.notes"),
        ("dtca-debrief", {"carried": [{"id": "a"}, {"id": "a"}]}, "carried.1.id"),
        ("portfolio", {"left_out": ["portfolio"]}, "left_out.portfolio"),
        ("portfolio", {"name": "x" * 101}, "name"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_refused_with_its_field(activity, answer, field):
    with pytest.raises(AnswerError) as error:
        kinds.validate(activity, answer)
    assert error.value.field == field
    assert error.value.message


PACKAGE = Path(kinds.__file__).parents[1]
ASKING = ("AnswerError", "at_most")  # whoever is called with the key of a text


def asking() -> Iterator[tuple[str, ast.Call]]:
    """Each call with the key of a text, and the file in which it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ASKING:
                yield path.relative_to(PACKAGE).as_posix(), call


def said(key: str) -> set[str]:
    """In how many ways the languages of the course say a refusal."""
    group, _, name = key.rpartition(".")
    return {content.texts(code)[group or "refusals"].get(name) for code in ("source", "fr", "ar")}


def test_whatever_is_refused_is_said_by_a_text_that_every_language_has():
    keys = {*SAID.values(), "wrong_type", "wrong_value"}
    calls = list(asking())
    for path, call in calls:
        for key in call.args[1 if call.func.id == "AnswerError" else 3 :]:
            if isinstance(key, ast.Constant):
                keys.add(key.value)
            else:  # what passes on the key that it was given
                assert path in ("kinds/answers.py", "jupyter/sources.py", "learner_service.py"), (
                    path,
                    call.lineno,
                )
    assert len(calls) > 30
    for key in keys:
        assert None not in said(key) and len(said(key)) == 3, key
    assert set(content.texts()["refusals"]) == {key for key in keys if "." not in key}


def test_no_kind_and_nothing_common_has_a_text_of_the_name_of_a_refusal():
    texts = content.texts()
    for group in ("common", *discovery.modules()):
        assert not set(texts.get(group, {})) & set(texts["refusals"]), group


def test_a_refusal_is_in_the_language_of_the_edition_and_in_forms_by_number():
    with pytest.raises(AnswerError) as error:
        kinds.validate("digital-value", {"votes": {"a": 2, "b": 2}})
    assert str(error.value) == "votes: there are 3 dots to give"
    assert error.value.said("fr") == "vous n’avez que 3 points à donner"
    assert AnswerError("votes", "dots_most", count=2).said("ar") == "لديك نقطتان فقط لمنحهما"


def test_where_nothing_may_be_that_is_what_is_said():
    with pytest.raises(AnswerError) as error:
        kinds.validate("maturity-grid", {"options": [{"id": "a"}]})
    assert error.value.key == "nothing_here"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60)
@given(st.sampled_from(ALL), JSON)
def test_whatever_json_arrives_is_either_valid_or_refused_in_words(activity, answer):
    try:
        kinds.validate(activity, answer)
    except AnswerError as error:
        assert error.message


@given(st.text(max_size=300))
def test_any_text_that_people_type_comes_back_cleaned_and_else_as_it_was(text):
    assert kinds.validate("sdg-pitch", {"pitch": text}) == {"pitch": clean(text)}


@pytest.mark.parametrize("activity", KINDS)
def test_what_fits_the_schema_is_kept_as_it_is_or_refused_with_its_field(activity):
    """The schema is what a browser checks: whatever passes there must not surprise the server."""

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(fitting(kinds.spec(activity)["schema"]))
    def feed(answer):
        try:
            assert kinds.validate(activity, answer) == cleaned(answer)
        except AnswerError as error:
            assert error.message
            return
        done, of = kinds.progress(activity, answer)
        assert 0 <= done <= max(done, of) and of >= 1
        if kinds.summed(activity):
            assert kinds.figures(activity, [answer] * 5)["n"] in (0, 5)

    feed()


@given(st.text(max_size=200), st.text(max_size=200))
def test_notes_come_back_as_people_typed_them(text, comment):
    answer = {"notes": [{"id": "a", "text": text}], "comments": {"s-window": comment}}
    assert kinds.validate("mindset-action", answer) == cleaned(answer)
