"""How an assessment is scored, by the worked examples that the browser's side is tested with as well."""

import json
from pathlib import Path

import pytest
from govcourse import content
from govcourse.assessment import scoring
from hypothesis import given
from hypothesis import strategies as st

EXAMPLES = json.loads((Path(scoring.__file__).parent / "examples.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES["distributions"])
def test_a_room_has_mean_median_and_consensus(example):
    found = scoring.distribution(example["answers"])
    assert (found["n"], found["mean"], found["median"]) == (example["n"], example["mean"], example["median"])
    assert found["consensus"] == pytest.approx(example["consensus"], abs=1e-6)


@pytest.mark.parametrize("example", EXAMPLES["respondents"])
def test_a_respondent_has_a_score_only_with_enough_answers(example):
    items = {f"leadership-{n}": {"value": value} for n, value in enumerate(example["leadership"], 1)}
    found = scoring.profile({"items": items}, content.instrument()).dimensions[0]
    assert found.answered == example["answered"]
    assert found.band == example["band"]
    for name in ("mean", "percent"):
        expected = example[name]
        assert getattr(found, name) == (expected if expected is None else pytest.approx(expected, abs=0.005))


def test_an_overall_score_needs_five_of_six_dimensions():
    instrument = content.instrument()
    items = {s.id: {"value": 4} for dimension in instrument.dimensions[:4] for s in dimension.statements}
    assert scoring.profile({"items": items}, instrument).overall is None
    items |= {s.id: {"value": 2} for s in instrument.dimensions[4].statements}
    assert scoring.profile({"items": items}, instrument).overall == pytest.approx(3.6)


def test_gaps_come_largest_first_and_ties_by_the_lower_score():
    instrument = content.instrument()
    value = {"leadership": 3, "strategy": 2, "legal": 1}
    items = {
        s.id: {"value": value[d.id]} for d in instrument.dimensions if d.id in value for s in d.statements
    }
    found = scoring.profile(
        {"items": items, "targets": {"leadership": 4, "strategy": 3, "legal": 4}}, instrument
    )
    assert [row.id for row in found.gaps] == ["legal", "strategy", "leadership"]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=40))
def test_consensus_lies_between_zero_and_one_and_is_one_only_for_agreement(values):
    found = scoring.consensus(values)
    assert 0 <= found <= 1
    assert (found == pytest.approx(1)) == (len(set(values)) == 1)


@given(st.lists(st.none() | st.integers(1, 5), min_size=5, max_size=5))
def test_a_score_is_never_outside_the_scale_and_always_in_a_band(values):
    mean = scoring.mean_of(values)
    if mean is not None:
        assert 1 <= mean <= 5
        assert scoring.band(mean, content.instrument()) in {b.id for b in content.instrument().bands}


@pytest.mark.parametrize(
    ("mean", "band"),
    [(1.0, "starting"), (1.799, "starting"), (1.8, "emerging"), (2.6, "developing"), (3.4, "established"), (4.2, "leading"), (5.0, "leading")],
)  # fmt: skip
def test_unrounded_values_decide_the_band(mean, band):
    assert scoring.band(mean, content.instrument()) == band


def test_a_room_counts_dont_knows_apart():
    answers = [
        {"items": {"leadership-1": {"value": 4}}},
        {"items": {"leadership-1": {"dont_know": True}}},
        {},
    ]
    found = scoring.room(answers, content.instrument())["leadership-1"]
    assert (found["n"], found["dont_know"], found["counts"]) == (1, 0.5, (0, 0, 0, 1, 0))
    assert scoring.distribution([])["mean"] is None


def test_a_debrief_orders_disagreement_strengths_and_gaps():
    answers = [
        {
            "items": {
                "leadership-1": {"value": value},
                "strategy-1": {"value": 2},
                "legal-1": {"dont_know": True},
            }
        }
        for value in (1, 1, 1, 5, 5, 5)
    ]
    for answer in answers:
        answer["items"] |= {f"technology-{n}": {"value": 2} for n in (1, 2, 3)}
        answer["targets"] = {"technology": 4}
    found = scoring.debrief(answers, content.instrument())
    assert found["disagreement"] == ["leadership-1"]
    assert found["statements"]["leadership-1"]["consensus"] == pytest.approx(0)
    assert found["strongest"][0] == "leadership-1" and found["weakest"][0] == "strategy-1"
    assert found["gaps"] == ["technology"]
    assert found["dont_know"] == pytest.approx(1 / 6) and found["missing"] == pytest.approx(24 / 30)
    row = next(one for one in found["dimensions"] if one["id"] == "technology")
    assert (row["score"], row["target"], row["gap"], row["respondents"]) == (2, 4, 2, 6)
