"""Data that a test may spoil."""

import shutil

import pytest
from govcourse import content
from govcourse.content import picture_library


@pytest.fixture
def copied_data(tmp_path, monkeypatch):
    """A copy of data/ that a test may spoil."""
    root = tmp_path / "course"
    shutil.copytree(content.data(), root / "data")
    monkeypatch.setenv("GOVCOURSE_ROOT", str(root))
    known = [value for module in (content, picture_library) for value in vars(module).values()]
    caches = [value for value in known if hasattr(value, "cache_clear")]
    for cached in caches:
        cached.cache_clear()
    yield root / "data"
    for cached in caches:
        cached.cache_clear()
