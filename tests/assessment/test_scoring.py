"""How an assessment is scored, by the worked examples that the browser's side is tested with as well."""

import json
from pathlib import Path

import pytest
from govcourse import content
from govcourse.assessment import scoring
from govcourse.assessment.debrief import consensus, debrief, distribution, of_team, respondents
from hypothesis import given
from hypothesis import strategies as st

EXAMPLES = json.loads((Path(scoring.__file__).parent / "examples.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES["distributions"])
def test_a_room_has_mean_median_and_consensus(example):
    found = distribution([{"value": value} for value in example["answers"]])
    assert (found["n"], found["mean"], found["median"]) == (example["n"], example["mean"], example["median"])
    assert found["consensus"] == pytest.approx(example["consensus"], abs=1e-6)


@pytest.mark.parametrize("example", EXAMPLES["respondents"])
def test_a_respondent_has_a_score_only_with_enough_answers(example):
    first = content.instrument().dimensions[0]
    items = {
        one.id: {"value": value} for one, value in zip(first.statements, example["leadership"], strict=True)
    }
    found = scoring.profile({"items": items}, content.instrument()).dimensions[0]
    assert found.answered == example["answered"]
    assert found.band == example["band"]
    for name in ("mean", "percent"):
        expected = example[name]
        assert getattr(found, name) == (expected if expected is None else pytest.approx(expected, abs=0.005))


@pytest.mark.parametrize("example", EXAMPLES["spared"], ids=lambda one: one["about"])
def test_only_what_was_asked_and_is_of_this_edition_counts(example):
    row = scoring.profile({"items": example["items"]}, content.instrument()).dimensions[1]
    found = {name: getattr(row, name) for name in ("answered", "of", "mean", "band")}
    assert found == {name: example[name] for name in found}


@pytest.mark.parametrize("example", EXAMPLES["vignettes"])
def test_a_rating_has_its_place_beside_two_vignettes_that_were_told_apart(example):
    assert scoring.place(example["own"], example["low"], example["high"]) == example["place"]


def test_who_uses_the_steps_otherwise_has_the_same_place_beside_the_vignettes():
    strict, mild = {"own": 2, "low": 1, "high": 3}, {"own": 4, "low": 3, "high": 5}
    answers = [{"items": {"legal-6": {"value": 3}}, "vignettes": {"legal": one}} for one in (strict, mild)]
    (found,) = debrief(answers, content.instrument())["vignettes"]
    assert (found["id"], found["n"], found["unplaced"]) == ("legal", 2, 0)
    assert (found["counts"], found["median"]) == ((0, 0, 2, 0, 0), 3)


def test_places_beside_vignettes_are_said_of_as_many_as_are_asked_for():
    rated = {"items": {"legal-6": {"value": 3}}, "vignettes": {"legal": {"own": 2, "low": 1, "high": 3}}}
    alike = {"items": {"legal-6": {"value": 3}}, "vignettes": {"legal": {"own": 2, "low": 3, "high": 3}}}
    instrument = content.instrument()
    assert debrief([rated] * 4 + [alike], instrument, 5)["vignettes"] == []
    (found,) = debrief([rated] * 5 + [alike], instrument, 5)["vignettes"]
    assert (found["n"], found["unplaced"]) == (5, 1)


def test_a_debrief_counts_evidence_and_says_who_answered_an_earlier_edition():
    answers = [
        {"items": {"legal-6": {"value": 4, "evidence": "Article 7"}, "legal-7": {"dont_know": True}}},
        {"items": {"legal-6": {"value": 2}, "legal-1": {"value": 5, "evidence": "Article 1"}}},
    ]
    found = debrief(answers, content.instrument())
    assert found["evidence"] == pytest.approx(1 / 3) and found["retired"] == 1
    assert (found["statements"]["legal-6"]["evidence"], found["statements"]["legal-6"]["n"]) == (1, 2)
    assert "legal-1" not in found["statements"]


def test_a_room_says_how_many_find_no_strategy_and_misses_nothing_that_was_not_asked():
    ids = [one.id for one in content.instrument().statements if not one.id.startswith("strategy")]
    answers = [{"items": {id: {"value": 3} for id in ids} | {"strategy-6": {"absent": True}}}] * 2
    found = debrief(answers, content.instrument())
    assert found["missing"] == 0 and found["statements"]["strategy-6"]["absent"] == 2
    assert (found["statements"]["strategy-6"]["counts"], found["statements"]["strategy-7"]["n"]) == (
        (2, 0, 0, 0, 0),
        0,
    )


def test_answers_to_an_earlier_edition_alone_make_nobody_a_respondent():
    answers = [{"items": {"legal-1": {"value": 5}}}, {"items": {"legal-6": {"value": 5}}}, {}]
    assert respondents(answers, content.instrument()) == answers[1:2]


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
    found = consensus(values)
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
    found = debrief(answers, content.instrument())["statements"]["leadership-1"]
    assert (found["n"], found["dont_know"], found["counts"]) == (1, 0.5, (0, 0, 0, 1, 0))
    assert distribution([])["mean"] is None


def test_a_debrief_orders_disagreement_strengths_and_gaps():
    answers = [
        {
            "items": {
                "leadership-1": {"value": value},
                "strategy-6": {"value": 2},
                "legal-6": {"dont_know": True},
            }
        }
        for value in (1, 1, 1, 5, 5, 5)
    ]
    for answer in answers:
        answer["items"] |= {f"technology-{n}": {"value": 2} for n in (6, 7, 8)}
        answer["targets"] = {"technology": 4}
    found = debrief(answers, content.instrument())
    assert found["disagreement"] == ["leadership-1"]
    assert found["statements"]["leadership-1"]["consensus"] == pytest.approx(0)
    assert found["strongest"][0] == "leadership-1" and found["weakest"][0] == "strategy-6"
    assert found["gaps"] == ["technology"]
    assert found["dont_know"] == pytest.approx(1 / 6) and found["missing"] == pytest.approx(24 / 30)
    row = next(one for one in found["dimensions"] if one["id"] == "technology")
    assert (row["score"], row["target"], row["gap"], row["respondents"]) == (2, 4, 2, 6)


def group(n, **steps):
    items = {id.replace("_", "-"): {"value": step} for id, step in steps.items()}
    return [{"items": items} for _ in range(n)]


@pytest.mark.parametrize(
    ("inside", "outside", "seen"),
    [(4, 20, False), (5, 20, True), (5, 0, True), (5, 1, False), (5, 4, False), (5, 5, True), (40, 3, False)],
)
def test_a_team_sees_its_own_spread_only_where_neither_it_nor_the_rest_are_fewer_than_five(
    inside, outside, seen
):
    found = of_team(group(inside, legal_8=2), group(outside, legal_8=4), content.instrument(), 5)
    assert (found["n"], "legal-8" in found["statements"]) == (inside, seen)


def test_each_statement_counts_those_who_answered_it_and_says_no_more_than_steps():
    inside = [*group(5, legal_8=2, legal_9=1), *group(1, legal_8=4)]
    found = of_team(inside, [*group(5, legal_8=5), *group(2, legal_9=1)], content.instrument(), 5)
    assert list(found["statements"]) == ["legal-8"]  # of the other one two outside would follow
    assert found["statements"]["legal-8"] == {
        "n": 6, "counts": (0, 5, 0, 1, 0), "consensus": pytest.approx(consensus([2, 2, 2, 2, 2, 4])),
    }  # fmt: skip
