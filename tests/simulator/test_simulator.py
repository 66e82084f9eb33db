"""Rooms that are played from a seed: nothing that was acknowledged is lost, nobody sees too much, and all are current in the end."""

import json
import re
from pathlib import Path

import pytest

from tests.simulator.__main__ import main
from tests.simulator.faults import FAULTS
from tests.simulator.judge import Broken
from tests.simulator.merge import merge
from tests.simulator.play import play


def test_rooms_in_which_messages_are_lost_and_servers_are_killed_lose_nothing_and_end_current():
    assert play(0).thrown["saves"] > 50  # one hour; `make load` plays as many as fit in ten minutes


def test_the_same_seed_plays_the_same_room():
    assert play(3, 0.1) == play(3, 0.1)


def test_what_was_thrown_is_a_table_that_ends_with_what_was_lost(capsys, monkeypatch):
    assert main(["3", "0.1"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("0.1 room-hours") and told[-1].split() == ["lost", "nothing"]
    assert any(re.fullmatch(r"saves +[\d,]+", line) for line in told)
    monkeypatch.setattr("tests.simulator.__main__.play", broken)
    assert main(["3"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith("an answer is gone")


def broken(*given):
    raise Broken("an answer is gone")


def test_phones_merge_as_the_front_end_does():
    source = (Path(__file__).parents[1] / "front" / "merge.test.ts").read_text(encoding="utf-8")
    rows = [json.loads(one) for one in re.findall(r'^  (\[".*\]),$', source, re.M)]
    assert len(rows) > 7
    assert [merge(*texts) for *texts, _ in rows] == [merged for *_, merged in rows]
    assert merge({"a": 1, "b": 2}, {"a": 1}, {"a": 3, "b": 2}) == {"a": 3}
    base, mine, theirs = [{"id": 1}], [{"id": 1}, {"id": 2}], [{"id": 3}]
    assert merge(base, mine, theirs) == [{"id": 2}, {"id": 3}]
    base, mine, theirs = ([{"id": n} for n in ids] for ids in ((1, 2), (1, 2, 3), (2, 1)))
    assert merge(base, mine, theirs) == [{"id": 2}, {"id": 1}, {"id": 3}]


@pytest.mark.long
@pytest.mark.parametrize("sentence", FAULTS)
def test_the_simulator_finds_that(sentence):
    assert len(FAULTS) >= 12
    with FAULTS[sentence](), pytest.raises(Broken, match="again: python -m tests.simulator"):
        for seed in range(30):
            for hours in (0.02, 0.3, 1.0):  # some show only while people come in, or are new
                play(seed, hours)
