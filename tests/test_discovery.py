"""Kinds are found by their folders, and by what is installed."""

from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest
from govcourse import discovery


@pytest.fixture
def installed(monkeypatch):
    """Makes packages be there that bring kinds."""

    def be(**kinds):
        entries = [EntryPoint(name, module, discovery.GROUP) for name, module in kinds.items()]
        monkeypatch.setattr(discovery, "entry_points", lambda group: entries)
        discovery.modules.cache_clear()
        discovery.kind.cache_clear()

    yield be
    discovery.modules.cache_clear()
    discovery.kind.cache_clear()


def test_a_folder_is_a_kind_and_so_is_what_a_package_brings(installed, monkeypatch):
    installed(tally="elsewhere.tally")
    assert {"poll", "tally"} <= discovery.modules().keys()
    there = SimpleNamespace(kind=SimpleNamespace())
    monkeypatch.setattr(discovery, "import_module", lambda name: there)
    assert discovery.kind("tally") is there.kind and there.kind.name == "tally"


def test_a_package_replaces_none_of_ours(installed):
    installed(poll="elsewhere.poll")
    assert discovery.modules()["poll"] == "govcourse.kinds.poll"


def test_one_that_is_not_there_is_told_with_those_that_are(installed):
    installed()
    with pytest.raises(KeyError, match="no kind “survey”. There are: .*poll.*quiz"):
        discovery.kind("survey")
