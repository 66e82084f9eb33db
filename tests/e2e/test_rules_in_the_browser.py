"""The rules that static pages need too, by the same worked examples as in Python."""

import json
from pathlib import Path

import pytest
from govcourse import content, kinds

pytestmark = pytest.mark.e2e
EXAMPLES = Path(__file__).parents[1] / "examples"


def examples(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def call(browser, course):
    """Calls an exported function of a kind's module as it is served."""
    page = browser.new_page()
    page.goto(f"{course}/health")

    def call(kind, function, *arguments):
        return page.evaluate(
            "async ([kind, name, given]) => (await import(`/static/${kind}.js`))[name](...given)",
            [kind, function, list(arguments)],
        )

    yield call
    page.close()


def test_the_assessment_s_scores_agree(call):
    instrument = content.instrument().model_dump()
    for example in examples("dtca")["respondents"]:
        items = {f"leadership-{n}": {"value": value} for n, value in enumerate(example["leadership"], 1)}
        row = call("dtca", "profile", {"items": items}, instrument)["rows"][0]
        assert (row["answered"], row["band"]) == (example["answered"], example["band"])
        for name in ("mean", "percent"):
            expected = example[name]
            assert row[name] == (expected if expected is None else pytest.approx(expected, abs=0.005))


def test_the_example_s_profile_agrees_with_python(call, example):
    from govcourse.assessment.scoring import profile

    ours = profile(example("dtca"), content.instrument())
    theirs = call("dtca", "profile", example("dtca"), content.instrument().model_dump())
    assert [gap["id"] for gap in theirs["gaps"]] == [gap.id for gap in ours.gaps]
    assert theirs["overall"] == ours.overall


def test_pitches_plots_and_plans_agree(call):
    for example in examples("sdg"):
        found = call("sdg", "pitch", example["text"], example["rate"])
        assert found == {"words": example["words"], "seconds": example["seconds"]}
    for example in examples("plot")["net"]:
        found = call("plot", "netValue", example["money"])
        assert found == (None if example["net"] is None else pytest.approx(example["net"]))
    for example in examples("plot")["rankings"]:
        found = call("plot", "ranking", example["items"], example["rule"])
        assert [item["id"] for item in found] == example["order"]
        assert [item["score"] for item in found] == pytest.approx(example["scores"])
        assert [item["quadrant"] for item in found] == example["quadrants"]
    for example in examples("plan"):
        assert [one["code"] for one in call("plan", "advice", example["answer"])] == example["codes"]
        people = [
            {"name": p["name"], **{role: len(p[role]) for role in ("owns", "does", "supports")}}
            for p in call("plan", "byPerson", example["answer"])
        ]
        assert people == example["people"]


def test_the_schema_check_of_the_browser_agrees_with_the_models(call):
    cases = [
        ("sdg-pitch", {"goal": 18}), ("sdg-pitch", {"goal": None, "pitch": "x"}), ("sdg-pitch", {"goal": "3"}),
        ("sdg-pitch", {"notes": {"nowhere": "x"}}), ("sdg-pitch", {"pitch": "x" * 5001}), ("sdg-pitch", []),
        ("dtca", {"items": {"leadership-1": {"value": 3}}}), ("dtca", {"items": {"nowhere": {}}}),
        ("dtca", {"targets": {"leadership": 6}}), ("dtca", {"items": {"leadership-1": {"surprise": 1}}}),
        ("value-feasibility", {"items": [{"id": "a", "x": -1}]}), ("value-feasibility", {"items": [{"x": 1}]}),
        ("action-plan", {"goals": [{"id": "g", "steps": [{"id": "s", "end": "2027-02-30x"}]}]}),
        ("action-plan", {"goals": [{"id": "g", "steps": [{"id": "s", "end": "2027-02-28"}]}]}),
        ("obstacles-poll", {"answers": {"obstacles": {"chosen": ["me"]}}}), ("obstacles-poll", {"answers": {"x": {}}}),
        ("maturity-grid", {"cells": {"legal": {"today": "connected"}}}), ("maturity-grid", {"cells": {"x": {}}}),
        ("selection-criteria", {"weights": {"trust": 6}}), ("reflection", {"fields": {"x": "y"}}),
        ("digital-value", {"notes": [{"id": "a", "text": "x", "x": 3.5}]}), ("digital-value", {"notes": [{"id": "A"}]}),
        ("case-explorer", {"saved": {"medellin": ""}}), ("case-explorer", {"saved": {"atlantis": ""}}),
        ("design-thinking", {"stages": {"define": {"notes": [{"id": "a"}]}}}), ("design-thinking", {"stages": {"x": {}}}),
        ("portfolio", {"name": "x" * 101}), ("concepts-check", {"answers": {"creativity": {"tries": -1}}}),
    ]  # fmt: skip
    for activity, answer in cases:
        try:
            kinds.validate(activity, answer)
            valid = True
        except kinds.AnswerError:
            valid = False
        problems = call("sdg", "check", answer, kinds.spec(activity)["schema"], {})
        assert (problems == []) == valid, (activity, answer, problems)


def test_a_merge_loses_nobody_s_text(call):
    base = {"a": "1", "items": [{"id": "x", "name": "old"}, {"id": "y", "name": "y"}]}
    mine = {"a": "mine", "items": [{"id": "x", "name": "old"}, {"id": "new", "name": "n"}]}
    theirs = {
        "a": "1",
        "b": "theirs",
        "items": [{"id": "x", "name": "renamed"}, {"id": "y", "name": "changed"}],
    }
    merged = call("sdg", "merge", base, mine, theirs)
    assert merged["a"] == "mine" and merged["b"] == "theirs"
    assert {item["id"]: item["name"] for item in merged["items"]} == {
        "x": "renamed",
        "new": "n",
        "y": "changed",
    }
    assert call("sdg", "merge", base, base, theirs) == theirs
    assert call("sdg", "merge", base, mine, base) == mine


def test_polls_quizzes_matrices_and_slides_agree(call):
    for example in examples("poll"):
        question = next(q for q in kinds.spec(example["activity"])["asked"] if q["id"] == example["question"])
        found = call("poll", "tally", question, example["given"])
        assert (found["n"], found["texts"]) == (example["n"], example["texts"])
        bars = {bar["id"]: [bar["count"], bar["share"]] for bar in found["bars"] if bar["count"]}
        assert bars == example["bars"]
    for example in examples("quiz"):
        questions = kinds.spec("concepts-check")["questions"]
        question = next(one for one in questions if one["id"] == example["question"])
        assert call("quiz", "right", question, example["given"]) is example["right"]
    for example in examples("matrix"):
        for figure, expected in example["figures"].items():
            found = call("matrix", figure, kinds.spec(example["activity"]), example["answer"])
            kept = [{key: row[key] for key in expected[0]} for row in found][: len(expected)]
            assert kept == expected
    for example in examples("canvas"):
        assert (
            call("canvas", "slides", kinds.spec(example["activity"]), example["answer"]) == example["slides"]
        )


def test_things_to_order_are_never_shown_in_the_right_order(call):
    for activity in content.activities():
        for question in activity.questions if activity.kind == "quiz" else ():
            options = [option.model_dump() for option in question.options]
            mixed = call("quiz", "mixed", options, question.id)
            assert sorted(o["id"] for o in mixed) == sorted(o["id"] for o in options)
            assert mixed != options


def test_every_example_is_read_back_alike_in_python_and_in_the_browser(call):
    for activity in content.activities():
        for answer in ({}, activity.example or {}):
            found = call("portfolio", "read", kinds.spec(activity.id), answer, kinds.texts(activity.id))
            ours = kinds.reader(activity.id, answer)
            assert tuple(found["progress"]) == ours.progress(), activity.id
            assert found["parts"] == ours.parts(), activity.id
            assert found["rows"] == [list(row) for row in ours.rows()], activity.id
            assert found["offers"] == ours.offers(), activity.id


def test_the_certificate_s_rule_agrees(call):
    from govcourse.kinds.portfolio.rules import complete

    activity = content.activity("portfolio")
    rule = activity.certificate
    for shares in (
        {},
        {id: [1, 2] for id in rule.required},
        {id: [0, 2] for id in rule.required},
        {id: [1, 2] for id in rule.required[: rule.at_least]},
    ):
        ours = complete(activity, {id: tuple(share) for id, share in shares.items()})
        assert call("portfolio", "complete", rule.model_dump(), shares) == ours


def test_the_debrief_of_a_room_agrees(call, example):
    from govcourse.assessment.scoring import debrief

    rooms = [[], [example("dtca")], [{}, example("dtca")]]
    varied = [
        {
            "items": {f"leadership-{n}": {"value": 1 + (n * k) % 5} for n in range(1, 6)}
            | {f"legal-{n}": {"value": 1 + (k + n) % 3} for n in range(1, 4)}
            | {"legal-5": {"dont_know": True}},
            "targets": {"leadership": 3 + k % 3, "legal": 4},
        }
        for k in range(1, 8)
    ]
    for answers in [*rooms, varied]:
        ours = json.loads(json.dumps(debrief(answers, content.instrument())))
        theirs = call("debrief", "debrief", answers, content.instrument().model_dump())
        close(theirs, ours)


def close(found, expected, at=""):
    """Equal, numbers up to rounding."""
    if isinstance(expected, dict):
        assert found.keys() == expected.keys(), at
        for key in expected:
            close(found[key], expected[key], f"{at}.{key}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), at
        for index, one in enumerate(expected):
            close(found[index], one, f"{at}.{index}")
    else:
        assert found == (pytest.approx(expected) if isinstance(expected, float) else expected), at


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("", "Ann writes", "Ben writes", "Ann writes Ben writes"),
        ("one two three", "ONE two three", "one two THREE", "ONE two THREE"),
        ("one two", "one two three", "zero one two", "zero one two three"),
        ("same", "same", "changed", "changed"),
        ("a b c", "a x c", "a y c", "a x y c"),
        ("مرحبا", "مرحبا 🙂", "قل مرحبا", "قل مرحبا 🙂"),
        ("keep", "", "keep more", " more"),
    ],
)
def test_two_who_write_into_one_field_lose_nothing(call, base, mine, theirs, merged):
    assert call("sdg", "merge", {"pitch": base}, {"pitch": mine}, {"pitch": theirs}) == {"pitch": merged}
