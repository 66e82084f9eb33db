"""The pitch: how long it takes to say."""

import pytest
from govcourse.kinds.sdg import rules as sdg

from tests.kinds import examples


@pytest.mark.parametrize("example", examples("sdg"))
def test_a_pitch_has_words_and_seconds(example):
    assert sdg.pitch(example["text"], example["rate"]) == (example["words"], example["seconds"])
