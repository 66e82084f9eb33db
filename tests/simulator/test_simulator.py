"""Rooms that are played from a seed: nothing that was acknowledged is lost, nobody sees too much, and all are current in the end."""

import time

import pytest

from tests.simulator.faults import FAULTS
from tests.simulator.judge import Broken
from tests.simulator.merge import merge
from tests.simulator.play import play

SECONDS = 8  # for as many room-hours as fit; `make load` has ten minutes


def test_rooms_in_which_messages_are_lost_and_servers_are_killed_lose_nothing_and_end_current():
    begun, seed = time.monotonic(), 0
    while time.monotonic() - begun < SECONDS:
        assert play(seed).thrown["saves"] > 50
        seed += 1
    assert seed


def test_the_same_seed_plays_the_same_room():
    assert play(3, 0.2) == play(3, 0.2) != play(4, 0.2)


def test_phones_merge_as_the_front_end_does():
    assert merge("a b", "a x b", "a b c") == "a x b c"
    assert merge("", "mine", "theirs") == "mine theirs"
    assert merge({"a": 1, "b": 2}, {"a": 1}, {"a": 3, "b": 2}) == {"a": 3}
    base, mine, theirs = [{"id": 1}], [{"id": 1}, {"id": 2}], [{"id": 3}]
    assert merge(base, mine, theirs) == [{"id": 3}, {"id": 2}]


@pytest.mark.long
@pytest.mark.parametrize("sentence", FAULTS)
def test_the_simulator_finds_that(sentence):
    assert len(FAULTS) >= 12
    with FAULTS[sentence](), pytest.raises(Broken, match="again: python -m tests.simulator"):
        for seed in range(60):
            play(seed)
