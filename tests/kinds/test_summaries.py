"""The figures, by the worked examples that the browser's side is tested with as well."""

import json
from pathlib import Path

import pytest
from govcourse import content
from govcourse.kinds.dtca import summary as dtca
from govcourse.kinds.plan import summary as plan
from govcourse.kinds.plot import summary as plot
from govcourse.kinds.sdg import summary as sdg
from hypothesis import given
from hypothesis import strategies as st

EXAMPLES = Path(__file__).parents[1] / "examples"


def examples(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", examples("dtca")["distributions"])
def test_a_room_has_mean_median_and_consensus(example):
    found = dtca.distribution(example["answers"])
    assert (found.n, found.mean, found.median) == (example["n"], example["mean"], example["median"])
    assert found.consensus == pytest.approx(example["consensus"], abs=1e-6)


@pytest.mark.parametrize("example", examples("dtca")["respondents"])
def test_a_respondent_has_a_score_only_with_enough_answers(example):
    items = {f"leadership-{n}": {"value": value} for n, value in enumerate(example["leadership"], 1)}
    found = dtca.profile({"items": items}, content.instrument()).dimensions[0]
    assert found.answered == example["answered"]
    assert found.band == example["band"]
    for name in ("mean", "percent"):
        expected = example[name]
        assert getattr(found, name) == (expected if expected is None else pytest.approx(expected, abs=0.005))


def test_an_overall_score_needs_five_of_six_dimensions():
    instrument = content.instrument()
    items = {s.id: {"value": 4} for dimension in instrument.dimensions[:4] for s in dimension.statements}
    assert dtca.profile({"items": items}, instrument).overall is None
    items |= {s.id: {"value": 2} for s in instrument.dimensions[4].statements}
    assert dtca.profile({"items": items}, instrument).overall == pytest.approx(3.6)


def test_gaps_come_largest_first_and_ties_by_the_lower_score():
    instrument = content.instrument()
    value = {"leadership": 3, "strategy": 2, "legal": 1}
    items = {
        s.id: {"value": value[d.id]} for d in instrument.dimensions if d.id in value for s in d.statements
    }
    found = dtca.profile(
        {"items": items, "targets": {"leadership": 4, "strategy": 3, "legal": 4}}, instrument
    )
    assert [row.id for row in found.gaps] == ["legal", "strategy", "leadership"]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=40))
def test_consensus_lies_between_zero_and_one_and_is_one_only_for_agreement(values):
    found = dtca.consensus(values)
    assert 0 <= found <= 1
    assert (found == pytest.approx(1)) == (len(set(values)) == 1)


@given(st.lists(st.none() | st.integers(1, 5), min_size=5, max_size=5))
def test_a_score_is_never_outside_the_scale_and_always_in_a_band(values):
    mean = dtca.mean_of(values)
    if mean is not None:
        assert 1 <= mean <= 5
        assert dtca.band(mean, content.instrument()) in {b.id for b in content.instrument().bands}


@pytest.mark.parametrize(
    ("mean", "band"),
    [(1.0, "starting"), (1.799, "starting"), (1.8, "emerging"), (2.6, "developing"), (3.4, "established"), (4.2, "leading"), (5.0, "leading")],
)  # fmt: skip
def test_unrounded_values_decide_the_band(mean, band):
    assert dtca.band(mean, content.instrument()) == band


def test_a_room_counts_dont_knows_apart():
    answers = [
        {"items": {"leadership-1": {"value": 4}}},
        {"items": {"leadership-1": {"dont_know": True}}},
        {},
    ]
    found = dtca.room(answers, content.instrument())["leadership-1"]
    assert (found.n, found.dont_know, found.counts) == (1, 0.5, (0, 0, 0, 1, 0))
    assert dtca.distribution([]).mean is None


@pytest.mark.parametrize("example", examples("sdg"))
def test_a_pitch_has_words_and_seconds(example):
    assert sdg.pitch(example["text"], example["rate"]) == (example["words"], example["seconds"])


@pytest.mark.parametrize("example", examples("plot")["net"])
def test_net_value_needs_all_three_figures(example):
    assert plot.net_value(example["money"]) == (
        None if example["net"] is None else pytest.approx(example["net"])
    )


@pytest.mark.parametrize("example", examples("plot")["rankings"])
def test_items_are_ranked_with_score_and_quadrant(example):
    found = plot.ranking(example["items"], example["rule"])
    assert [item["id"] for item in found] == example["order"]
    assert [item["score"] for item in found] == pytest.approx(example["scores"])
    assert [list(item["quadrant"]) for item in found] == example["quadrants"]


@pytest.mark.parametrize("example", examples("plan"))
def test_a_plan_is_advised_on_and_read_by_person(example):
    assert [one["code"] for one in plan.advice(example["answer"])] == example["codes"]
    people = [
        {"name": p["name"], **{role: len(p[role]) for role in ("owns", "does", "supports")}}
        for p in plan.by_person(example["answer"])
    ]
    assert people == example["people"]
