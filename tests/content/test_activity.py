"""What every activity says, whatever its kind."""

import pytest
from govcourse import discovery
from govcourse.content.activity import Feed, in_words
from govcourse.content.for_people import Collected


def test_the_example_of_an_activity_is_read_as_an_answer():
    its, texts = discovery.kind("poll"), Collected()
    example = {"answers": {"one": {"chosen": ["me"], "text": "Said"}}}
    in_words(its.Activity, its.Answer, {"kind": "poll", "title": "Asked", "example": example}, texts)
    assert texts == ["Asked", "Said"]


@pytest.mark.parametrize("feed", [{}, {"to": "dtca", "from": "sdg-pitch"}])
def test_a_feed_has_one_other_end(feed):
    with pytest.raises(ValueError, match="goes to an activity, or comes from one"):
        Feed.model_validate(feed)
