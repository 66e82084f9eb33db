"""What made-up people answer: valid, the same from the same seed, and not what their neighbours say."""

from random import Random

import pytest
from govcourse import content, kinds
from govcourse.kinds.practice import varied

ACTIVITIES = [one for one in content.activities() if one.owner != "private"]
# Nothing but texts in their example, which are never invented.
TEXTS = {"design-thinking", "dtca-debrief", "portfolio", "team-actions"}


@pytest.mark.parametrize("activity", [one.id for one in ACTIVITIES])
def test_made_up_people_answer_what_may_be_answered_and_differ(activity):
    def class_of(seed):
        return [kinds.practice(activity, Random(f"{seed} {n}")) for n in range(12)]

    made = class_of(7)
    assert made == class_of(7)
    assert all(kinds.validate(activity, one) == one for one in made)
    if activity not in TEXTS:
        assert class_of(8) != made and made.count(made[0]) < 12
        assert sum(kinds.progress(activity, one)[0] for one in made) > 0


def test_numbers_stay_within_what_is_allowed_and_a_room_leans_to_one_side():
    schema = {
        "type": "object",
        "properties": {
            "steps": {
                "type": "object",
                "propertyNames": {"enum": ["a", "b", "c"]},
                "additionalProperties": {"type": "integer", "minimum": 1, "maximum": 5},
            },
            "note": {"type": "string"},
        },
    }
    given = {"steps": {"a": 3}, "note": "As it is"}
    made = [varied(schema, given, Random(str(n))) for n in range(200)]
    assert {one.get("note") for one in made} == {"As it is"}
    steps = {key: [one["steps"][key] for one in made if key in one.get("steps", {})] for key in "abc"}
    assert all(set(said) <= {1, 2, 3, 4, 5} and len(set(said)) > 2 for said in steps.values())
    means = {key: sum(said) / len(said) for key, said in steps.items()}
    assert max(means.values()) - min(means.values()) > 0.2


def test_sums_of_money_are_about_what_was_given_and_not_about_what_may_be():
    schema = {"type": "number", "minimum": 0, "maximum": 1e15}
    made = [varied(schema, 90_000, Random(str(n))) for n in range(200)]
    assert len(set(made)) > 20 and 20_000 < min(made) < 90_000 < max(made) < 200_000


def test_where_nothing_is_given_no_words_are_made_up():
    schema = {"type": "object", "properties": {"text": {"type": "string"}, "mark": {"enum": ["x"]}}}
    assert varied(schema, None, Random("1")) is None
