"""Mutated calls over all addresses: a slice of what `make load` throws (tests/load/fuzz.py)."""

from tests.load.fuzz import fuzz

SEED, CALLS = 20, 400  # but for documents, kernels and simulated classes, which take their time


def test_some_hundreds_of_mutated_calls_over_all_addresses_are_answered_without_5xx_and_none_hangs(tmp_path):
    found = fuzz(SEED, CALLS, tmp_path, light=True)
    assert (found.calls, found.tracebacks) == (CALLS, 0) and found.addresses > 60
    assert [(str(call), status, said[-300:]) for call, status, said in found.wrong] == []
