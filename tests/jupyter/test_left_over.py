"""Nothing stays of pages that were opened and closed, whichever way they ended."""

import pytest

from tests.load.pages import POOL, measure


@pytest.mark.long
def test_pages_that_were_closed_leave_no_kernel_no_zombie_and_no_open_file():
    before, after, _ = measure(24)
    assert (after["kernels"], after["zombies"]) == (0, 0)
    assert after["files"] <= before["files"] and after["store"] <= POOL
