"""Rooms beside each other."""

import re
from dataclasses import replace

from govcourse.assessment.again import Kept, kept
from govcourse.documents import cohort, comparison, report
from govcourse.kinds.report import Page
from govcourse.layout.blocks import Table
from govcourse.layout.brand import Brand

from tests.documents.conftest import answers_of

PAGE = Page(Brand())


def test_rooms_are_compared_by_means_with_their_sizes_and_the_limits_are_said(room):
    other = cohort.make("Other", 10, answers_of(10), {}, "en", 5)
    few = cohort.make("Few", 3, answers_of(3), {}, "en", 5)
    rows = comparison.scores(room, other, [few], PAGE)
    assert rows[0][0] == "Leadership" and rows[0][3] == "–" and re.fullmatch(r"[+-]\d\.\d", rows[0][4])
    text = "".join(str(block) for block in report.document(room, Brand(), other, [few]).blocks)
    assert "n = 10" in text and "nobody is followed" in text


def then(room) -> Kept:
    """Figures of the same room as they may have been a year before, without its last dimension."""
    found = kept(cohort.assessed(room)[1], "Cohort 8", "2025-11-30")
    last = list(found.dimensions)[-1]
    lower = {id: one.model_copy(update={"score": 1.0}) for id, one in found.dimensions.items() if id != last}
    return found.model_copy(update={"dimensions": lower})


def test_an_earlier_room_that_was_brought_in_stands_beside_this_one_and_what_that_can_mean_is_said(room):
    blocks = comparison.again(replace(room, again=then(room)), PAGE)
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert "Cohort 8" in table.head[1] and "n = 30" in table.head[2]
    assert all(re.fullmatch(r"\+\d\.\d", row[3]) for row in table.rows[:-1])
    assert (table.rows[-1][1], table.rows[-1][3]) == ("fewer than five", "–")
    assert "not what caused it" in str(blocks)
    text = str(report.document(replace(room, again=then(room)), Brand()).blocks)
    assert "Cohort 8" in text and "Cohort 8" not in str(report.document(room, Brand()).blocks)


def test_beside_an_earlier_room_nothing_is_said_of_fewer_than_five_now(room):
    few = replace(cohort.make("Few", 3, answers_of(3), {}, "en", 5), again=then(room))
    assert comparison.again(few, PAGE) == []
    some = {
        **room.answers,
        "dtca": [{"items": {"legal-6": {"value": 3}, "legal-7": {"value": 3}, "legal-8": {"value": 3}}}] * 4
        + [{"items": {"leadership-1": {"value": 3}}}] * 3,
    }
    made = replace(cohort.make("Some", 7, some, {}, "en", 5), again=then(room))
    (table,) = (one for one in comparison.again(made, PAGE) if isinstance(one, Table))
    assert all((row[2], row[3]) == ("fewer than five", "–") for row in table.rows)
