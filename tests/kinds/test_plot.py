"""The plot: what its figures come to."""

import pytest
from govcourse.kinds.plot import rules as plot

from tests.kinds import examples


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
