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
    from govcourse.kinds.dtca.summary import profile

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
