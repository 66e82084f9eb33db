"""The ranking: what an order may be, and what the orders of a room come to."""

import pytest
from govcourse import content, kinds
from govcourse.kinds import AnswerError
from govcourse.kinds.ranking.activity import Ranking
from govcourse.kinds.ranking.rules import standings
from hypothesis import given
from hypothesis import strategies as st

from tests.kinds import examples


def ranking(options, **more):
    about = content.activity("ideas-first").model_dump(exclude={"options", "example", "feeds"})
    return Ranking.model_validate({**about, "options": [{"id": id, "title": id} for id in options], **more})


@pytest.mark.parametrize("example", examples("ranking"), ids=lambda example: example["says"])
def test_orders_are_added_up_as_the_examples_say(example):
    answers = [{"ranked": [{"id": id} for id in ballot]} for ballot in example["ballots"]]
    found = standings(ranking(example["options"]), answers)
    assert len(found) == len(example["standings"])
    for one, expected in zip(found, example["standings"], strict=True):
        assert {name: one[name] for name in expected} == pytest.approx(expected, abs=1e-4)


def test_what_people_named_alike_is_one_thing_whatever_its_letters():
    answers = [
        {"ranked": [{"id": "x", "name": "One form "}, {"id": "y", "name": "Two"}]},
        {"ranked": [{"id": "z", "name": "one FORM"}], "waiting": [{"id": "w", "name": "two"}]},
    ]
    first, second = kinds.figures("ideas-first", answers)["standings"]
    assert (first["title"], first["n"], first["points"], first["first"]) == ("One form", 2, 2, 2)
    assert (second["title"], second["n"], second["points"]) == ("Two", 1, 0)


@given(st.lists(st.permutations(["a", "b", "c", "d"]), min_size=1, max_size=12))
def test_whole_orders_give_all_the_points_there_are_and_one_first_place_each(ballots):
    found = standings(ranking("abcd"), [{"ranked": [{"id": id} for id in ballot]} for ballot in ballots])
    assert sum(one["points"] for one in found) == 6 * len(ballots)
    assert sum(one["first"] for one in found) == len(ballots)
    assert all(1 <= one["q1"] <= one["median"] <= one["q3"] <= 4 for one in found)


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ({"ranked": [{"id": "a"}, {"id": "a"}]}, "ranked.1.id"),
        ({"ranked": [{"id": "a"}], "waiting": [{"id": "a"}]}, "waiting"),
        ({"waiting": [{"id": f"i{n}"} for n in range(13)]}, "waiting"),
        ({"ranked": [{"id": "A"}]}, "ranked.0.id"),
    ],
)
def test_a_thing_stands_in_one_place_and_there_is_a_limit(answer, field):
    with pytest.raises(AnswerError) as error:
        kinds.validate("ideas-first", answer)
    assert error.value.field == field


def test_where_nothing_of_one_s_own_is_asked_only_the_options_are_ordered():
    activity = ranking("ab", own=False)
    kind = kinds.named("ranking")
    kind.check(kind.Answer.model_validate({"ranked": [{"id": "b"}]}), activity)
    with pytest.raises(AnswerError):
        kind.check(kind.Answer.model_validate({"ranked": [{"id": "z"}]}), activity)


@pytest.mark.parametrize(
    "wrong", [{"options": [], "own": False}, {"options": [{"id": "a", "title": "A"}] * 2}]
)
def test_a_ranking_that_orders_nothing_is_refused(wrong):
    about = content.activity("ideas-first").model_dump(exclude={"example", "feeds"})
    with pytest.raises(ValueError, match="two"):
        Ranking.model_validate(about | wrong)


def test_the_first_places_are_offered_to_the_plot_and_boards_offer_their_ideas():
    offers = kinds.reader("ideas-first", content.activity("ideas-first").example).offers()
    assert [offer["note"] for offer in offers] == ["Place 1", "Place 2", "Place 3", "Place 4"]
    assert "ideas-first" in {one["id"] for one in kinds.sources("value-feasibility")}
    assert {"digital-value", "labs-value"} <= {one["id"] for one in kinds.sources("ideas-first")}
