"""The canvas: the slides that it makes."""

import pytest
from govcourse import content
from govcourse.kinds.canvas import rules as canvas

from tests.kinds import examples


@pytest.mark.parametrize("example", examples("canvas"))
def test_a_canvas_makes_slides_of_what_was_written(example):
    assert canvas.slides(content.activity(example["activity"]), example["answer"]) == example["slides"]


def test_an_example_of_a_canvas_s_own_stands_before_those_of_its_fields():
    activity = content.activity("ndp-priorities")
    plain = activity.model_dump(exclude_none=True, by_alias=True, exclude={"example"})
    assert type(activity).model_validate(plain).example == {
        "fields": {one.id: one.example for one in activity.fields}
    }
    own = {"fields": {"priority-1": "Another one"}}
    assert type(activity).model_validate({**plain, "example": own}).example == own
