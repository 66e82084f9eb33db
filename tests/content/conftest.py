"""Data that a test may spoil."""

import pickle
import shutil
from functools import cache

import pytest
import yaml
from govcourse import content
from govcourse.content import picture_library
from govcourse.content.loading import Loader

parse = yaml.load


@cache
def parsed(text):
    return pickle.dumps(parse(text, Loader))


@pytest.fixture
def copied_data(tmp_path, monkeypatch):
    """A copy of data/ that a test may spoil; what it does not change is not parsed again."""
    monkeypatch.setattr(yaml, "load", lambda text, _: pickle.loads(parsed(text)))
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
