"""The canvas: the slides that it makes."""

import pytest
from govcourse import content
from govcourse.kinds.canvas import rules as canvas

from tests.kinds import examples


@pytest.mark.parametrize("example", examples("canvas"))
def test_a_canvas_makes_slides_of_what_was_written(example):
    assert canvas.slides(content.activity(example["activity"]), example["answer"]) == example["slides"]
