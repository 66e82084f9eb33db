"""A room's answers for reports: made by rules, the same in every run."""

import copy
import random

import pytest
from govcourse import content, kinds
from govcourse.documents import cohort


def answers_of(people: int) -> dict[str, list[dict]]:
    """Answers of `people` to every exercise that is not private; a fifth of them where teams work."""
    chance = random.Random(people)
    found = {}
    for activity in content.in_course_order():
        if activity.owner != "private":
            count = max(2, people // 5) if activity.owner == "team" else people
            found[activity.id] = [_answer(activity, chance) for _ in range(count)]
    return found


def _answer(activity, chance) -> dict:
    if activity.kind == "dtca":
        dimensions = content.instrument().dimensions
        values = {
            one.id: {"value": min(5, max(1, round(chance.gauss(2 + 0.4 * place, 1.2))))}
            for place, dimension in enumerate(dimensions) for one in dimension.statements
        }  # fmt: skip
        return {"items": values, "targets": {dimension.id: 4 for dimension in dimensions}}
    if activity.kind == "poll":
        given = {}
        for asked in kinds.spec(activity.id)["asked"]:
            options = [option["id"] for option in asked["options"]]
            given[asked["key"]] = {"chosen": [chance.choice(options)]} if options else {"text": "Said so."}
        return {"answers": given}
    return copy.deepcopy(activity.example or {})


@pytest.fixture(scope="session")
def room():
    """A cohort of 30."""
    return cohort.make(
        "Cohort <9> & co.", 30, answers_of(30), {"country": "Exampleland", "code": "ABCDEF"}, "en", 5
    )
