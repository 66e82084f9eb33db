"""Two thousand histories in which several write one text, apart and together; `make load` has a hundred thousand."""

import pytest

from tests.simulator import histories, merge


def test_of_what_several_write_at_once_no_character_is_lost_and_all_end_with_the_same_text():
    found = histories.measured(2_000)
    assert found["typed"] > 50_000
    assert (found["lost"], found["replicas that differ"]) == (0, 0)
    # What two changed at once, in one place, is kept twice: as a whole, and not letter by letter among each other.
    assert found["doubled"] + found["come back though erased"] + found["out of order"] < found["typed"] / 40


def test_a_merge_that_drops_what_another_wrote_is_found(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(merge, "_place", lambda base, mine, theirs: mine)
    assert histories.measured(50)["lost"]
