"""The process that makes documents: when one document ends it, the others are made all the same."""

import asyncio
import os

import pytest
from govcourse.layout import pictures
from govcourse.server.document_worker import DocumentWorker
from govcourse.server.errors import ApiError

from tests.once import awaited


def ends_over_a_chart():
    if pictures._drawing:
        os.abort()
    return "in words"


def made(*orders):
    async def all_at_once():
        workshop = DocumentWorker()
        try:
            return await asyncio.gather(*(workshop.run(*one) for one in orders), return_exceptions=True)
        finally:
            workshop.stop()

    return awaited(all_at_once())


def test_a_document_that_ends_its_process_fails_alone():
    first, failed, second, third = made(
        ("operator:add", 1, 2), ("os:abort",), ("operator:add", 3, 4), ("operator:mul", 3, 4)
    )
    assert (first, second, third) == (3, 7, 12)
    assert isinstance(failed, ApiError) and failed.status == 503


def test_a_document_whose_chart_ends_the_process_is_made_without_charts():
    assert made((f"{__name__}:ends_over_a_chart",), ("operator:add", 1, 2)) == ["in words", 3]


def test_an_error_of_a_document_is_its_own_and_the_process_stays():
    wrong, right = made(("operator:truediv", 1, 0), ("operator:add", 1, 2))
    assert isinstance(wrong, ZeroDivisionError) and right == 3
    with pytest.raises(ZeroDivisionError):
        raise wrong
