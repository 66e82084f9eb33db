"""The figures, by the worked examples that the browser's side is tested with as well."""

import json
from pathlib import Path

import pytest
from govcourse import content, kinds
from govcourse.assessment import scoring as dtca
from govcourse.kinds.canvas import rules as canvas
from govcourse.kinds.matrix import rules as matrix
from govcourse.kinds.plan import rules as plan
from govcourse.kinds.plot import rules as plot
from govcourse.kinds.poll import rules as poll
from govcourse.kinds.portfolio import rules as portfolio
from govcourse.kinds.quiz import rules as quiz
from govcourse.kinds.sdg import rules as sdg
from hypothesis import given
from hypothesis import strategies as st

EXAMPLES = Path(__file__).parents[1] / "examples"


def examples(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", examples("dtca")["distributions"])
def test_a_room_has_mean_median_and_consensus(example):
    found = dtca.distribution(example["answers"])
    assert (found["n"], found["mean"], found["median"]) == (example["n"], example["mean"], example["median"])
    assert found["consensus"] == pytest.approx(example["consensus"], abs=1e-6)


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
    assert (found["n"], found["dont_know"], found["counts"]) == (1, 0.5, (0, 0, 0, 1, 0))
    assert dtca.distribution([])["mean"] is None


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


@pytest.mark.parametrize("example", examples("poll"))
def test_a_poll_is_counted_with_shares_of_those_who_answered(example):
    question = next(q for q in content.activity(example["activity"]).questions if q.id == example["question"])
    found = poll.tally(question, example["given"])
    assert (found["n"], found["texts"]) == (example["n"], example["texts"])
    assert {bar["id"]: [bar["count"], bar["share"]] for bar in found["bars"] if bar["count"]} == example[
        "bars"
    ]


def test_a_scale_is_counted_by_its_steps():
    from govcourse.kinds.poll.activity import Question

    question = Question(id="q", text="How?", type="scale", steps=3, low="badly", high="well")
    found = poll.tally(question, [{"value": 3}, {"value": 3}, {"value": 1}, {}, {"text": "x"}])
    assert found["n"] == 3 and [bar["count"] for bar in found["bars"]] == [1, 0, 2]
    assert sum(bar["share"] for bar in found["bars"]) == pytest.approx(1)


@pytest.mark.parametrize("example", examples("quiz"))
def test_a_quiz_answer_is_right_only_as_a_whole(example):
    question = next(q for q in content.activity("concepts-check").questions if q.id == example["question"])
    assert quiz.right(question, example["given"]) is example["right"]


def test_every_quiz_can_be_answered_right():
    for activity in content.activities():
        if activity.kind == "quiz":
            answers = {q.id: {"checked": True, **_right(q)} for q in activity.questions}
            answer = kinds.validate(activity.id, {"answers": answers})
            assert kinds.progress(activity.id, answer) == (len(activity.questions),) * 2


def _right(question):
    if question.type == "match":
        return {"pairs": {option.id: option.id for option in question.options}}
    return {"chosen": [o.id for o in question.options if o.right or question.type == "order"]}


@pytest.mark.parametrize("example", examples("matrix"))
def test_a_matrix_adds_up_as_its_arithmetic_says(example):
    activity = content.activity(example["activity"])
    assert kinds.validate(activity.id, example["answer"]) == example["answer"]
    for figure, expected in example["figures"].items():
        found = getattr(matrix, figure)(activity, example["answer"])
        kept = [{key: row[key] for key in expected[0]} for row in found][: len(expected)]
        assert kept == expected


@pytest.mark.parametrize("example", examples("canvas"))
def test_a_canvas_makes_slides_of_what_was_written(example):
    assert canvas.slides(content.activity(example["activity"]), example["answer"]) == example["slides"]


def test_a_room_s_whiteboard_sums_dots_and_collects_comments():
    found = kinds.figures(
        "mindset-action",
        [
            {"notes": [{"id": "a", "text": "Mine", "group": "g"}], "groups": [{"id": "g", "title": "Time"}]},
            {
                "notes": [{"id": "b", "text": " "}, {"id": "c", "text": "Theirs"}],
                "comments": {"a": "I like it"},
            },
            {"votes": {"c": 2}, "comments": {"a": " "}},
        ],
    )
    assert [(note["id"], note["votes"], note["group"], note["comments"]) for note in found["notes"]] == [
        ("c", 2, "", []),
        ("a", 0, "Time", ["I like it"]),
    ]


def test_a_debrief_shows_no_room_of_fewer_than_five():
    answer = {"items": {"leadership-1": {"value": 4}}}
    assert kinds.figures("dtca", [answer] * 4 + [{}]) == {"n": 4, "too_few": 5}
    assert kinds.figures("dtca", [answer] * 5)["n"] == 5


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
    found = dtca.debrief(answers, content.instrument())
    assert found["disagreement"] == ["leadership-1"]
    assert found["statements"]["leadership-1"]["consensus"] == pytest.approx(0)
    assert found["strongest"][0] == "leadership-1" and found["weakest"][0] == "strategy-1"
    assert found["gaps"] == ["technology"]
    assert found["dont_know"] == pytest.approx(1 / 6) and found["missing"] == pytest.approx(24 / 30)
    row = next(one for one in found["dimensions"] if one["id"] == "technology")
    assert (row["score"], row["target"], row["gap"], row["respondents"]) == (2, 4, 2, 6)


@pytest.mark.parametrize("activity", content.activity_ids())
def test_an_example_has_come_some_way_and_nothing_has_come_none(activity):
    done, of = kinds.progress(activity, {})
    assert done == 0 and of >= 1
    if content.activity(activity).example and activity not in ("dtca-debrief",):
        done, of = kinds.progress(activity, content.activity(activity).example)
        assert 0 <= done <= of


def test_the_certificate_is_earned_by_the_rule_in_the_data():
    rule = content.activity("portfolio").certificate
    whole = {id: (1, 2) for id in rule.required}
    assert portfolio.complete(content.activity("portfolio"), whole)["earned"]
    few = {id: (1, 2) for id in rule.required[: rule.at_least - 1]} | {rule.required[-1]: (49, 100)}
    found = portfolio.complete(content.activity("portfolio"), few)
    assert not found["earned"] and len(found["counted"]) == rule.at_least - 1


def test_charts_are_pure_functions_of_their_rows():
    from govcourse.assessment import charts as chart

    rows = [{"title": "Legal", "q1": 1, "q3": 3, "median": 2, "target": 4}]
    drawn = chart.dimensions(rows).to_dict()
    assert drawn["data"]["values"] == rows
    assert [layer["mark"]["type"] for layer in drawn["layer"]] == ["bar", "tick", "point"]
    assert chart.CHARTS.read_text(encoding="utf-8") == chart.templates(), "run: make front-end"
