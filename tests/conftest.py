"""What all tests share: a course home of their own, a store, answers that were filled in."""

import gc
import os
import shutil

import pytest
from hypothesis import settings

from tests import running
from tests.once import once

os.environ["JUPYTER_PLATFORM_DIRS"] = "1"
running.warm = True
settings.register_profile("course", deadline=None)  # how fast a machine is decides no test
settings.load_profile("course")
SITE = "https://academy.example/course"  # where the book is published


def pytest_collection_modifyitems(items):
    """What needs a book or a browser begins first: at the end both processes have short tests left to share."""
    items.sort(key=lambda item: item.path.parent.name not in ("e2e", "book", "notebooks"))


def pytest_collection_finish():
    """What was imported stays, and is not looked through for garbage; that took a sixth of the work on PDFs."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    """No test touches the learner's own store."""
    monkeypatch.setenv("GOVCOURSE_HOME", str(tmp_path / "home"))
    for name in ("GOVCOURSE_DATABASE", "GOVCOURSE_SERVER", "GOVCOURSE_TOKEN", "GOVCOURSE_BOOK"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def fresh_catalogues():
    """No text of another test is remembered."""
    from govcourse import content
    from govcourse.content import review

    remembered = (content.texts, review.reviewed, review.languages)
    for one in remembered:
        one.cache_clear()
    yield
    for one in remembered:
        one.cache_clear()


@pytest.fixture
def forked_kernels(monkeypatch):
    """Kernels of this process are forked, as the course server's are; that takes a tenth of the time."""
    from jupyter_client.provisioning import KernelProvisionerFactory

    monkeypatch.setenv("JUPYTER_DEFAULT_PROVISIONER_NAME", "govcourse-fork")
    KernelProvisionerFactory.clear_instance()
    yield
    KernelProvisionerFactory.clear_instance()


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """The file of a store without content: it is copied, as making its tables takes ten times as long."""
    from govcourse.store import open_store

    path = tmp_path_factory.mktemp("empty") / "store.db"
    open_store(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def store(tmp_path, empty):
    from govcourse.store import open_store

    opened = open_store(f"sqlite:///{shutil.copy(empty, tmp_path / 'test.db')}")
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def book(tmp_path_factory):
    """The published book, as a folder of pages."""
    from govcourse.book.build import build

    def make(out):
        assert build(out, url=SITE) == 0

    return once(tmp_path_factory, "book", make) / "_build" / "html"


@pytest.fixture
def example():
    """The worked example of an activity, as an answer."""
    import copy

    from govcourse import content

    return lambda activity: copy.deepcopy(content.activity(activity).example)
