"""The examples in the interface's docstrings do what they say; each begins with an empty store."""

import doctest
import importlib

import govcourse
import pytest

from tests.jupyter.conftest import room_of

MODULES = ("notebook", "answers", "rooms", "explorer", "course", "words")
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
GLOBALS = {name: getattr(govcourse, name) for name in govcourse.__all__}


def examples():
    for name in MODULES:
        module = importlib.import_module(f"govcourse.jupyter.{name}")
        yield from (
            one
            for one in doctest.DocTestFinder(exclude_empty=True).find(module, extraglobs=GLOBALS)
            if one.examples
        )


@pytest.mark.parametrize("example", list(examples()), ids=lambda one: one.name)
def test_an_example_gives_what_it_says(example):
    if "(code, key)" in example.docstring:
        example.globs["code"], example.globs["key"] = room_of({"dtca": 6})
    told = []
    doctest.DocTestRunner(optionflags=FLAGS).run(example, out=told.append)
    assert not told, "".join(told)


@pytest.mark.parametrize("name", govcourse.__all__)
def test_whatever_can_be_imported_is_told_in_its_docstring(name):
    assert len(getattr(govcourse, name).__doc__) > 20
