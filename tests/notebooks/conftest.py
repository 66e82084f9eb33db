"""Notebooks are executed by forked kernels."""

import pytest


@pytest.fixture(autouse=True)
def kernels(forked_kernels):
    """All of them."""
